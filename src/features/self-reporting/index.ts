import { attribute, block, component, ref } from '../../alloy/build'
import { isRecord, valueAt } from '../../base/record'
import { keep, rule } from '../../pipelines/rules'
import { flag, group, names, text, type ValueOf } from '../../values/options'
import type { CollectorView, Feature } from '../types'

const options = group(
  {
    enabled: flag(
      true,
      'Send metrics about this installation itself: version, features, collectors.',
    ),
    destinations: names(
      'destination',
      'Send them only to these destinations. Empty means every one that takes metrics.',
    ),
    dataProcessors: names('processor', 'Pass them through these processors first.'),
    collector: text('', 'Collector that sends them. Empty lets the chart choose.', {
      format: 'collector',
    }),
    scrapeInterval: text('', 'How often they are read; empty means the global interval.', {
      format: 'duration',
    }),
  },
  'Metrics about the installation itself.',
)

type Values = ValueOf<typeof options>

const label = 'kubernetes_monitoring_telemetry'
const job = `integrations/kubernetes/${label}`

/** Where the release's own metrics file is mounted. */
export const releaseInfoFolder = '/etc/release-info'

/** The volume and mount by which a collector reads the release's metrics file. */
function releaseInfoMount(collector: CollectorView, configMap: string) {
  const listAt = (...path: string[]): unknown[] => {
    const found = valueAt(collector.spec, path)
    return Array.isArray(found) ? found : []
  }
  return {
    alloy: {
      mounts: {
        extra: [
          ...listAt('alloy', 'mounts', 'extra'),
          { name: 'release-info', mountPath: releaseInfoFolder, readOnly: true },
        ],
      },
    },
    controller: {
      volumes: {
        extra: [
          ...listAt('controller', 'volumes', 'extra'),
          { name: 'release-info', configMap: { name: configMap } },
        ],
      },
    },
  }
}

/**
 * Metrics about the installation (templates/features/_feature_self_reporting.tpl). Not a module but
 * components at the top of the config, and on only where a destination takes metrics, which the
 * assignment checks.
 */
export const selfReporting = {
  key: 'selfReporting',
  path: ['selfReporting'],
  title: 'Self Reporting',
  name: 'Self Reporting',
  module: label,
  group: 'cluster',
  help: 'Tells which version, features and collectors of this chart run, as metrics.',
  costs: 'One more scrape, of a file, on one collector.',
  pipelines: [{ signal: 'metrics', ecosystem: 'prometheus' }],
  options,
  home: 'alloy-singleton',
  needsClustering: () => false,
  needs: () => ({}),
  isEnabled: (root) => isRecord(root.selfReporting) && root.selfReporting.enabled === true,
  build: () => [],
  influence: ({ releaseInfoName }, collector) => releaseInfoMount(collector, releaseInfoName),
  include({ values, global, release }, targets) {
    const exporter = component(
      'prometheus.exporter.unix',
      label,
      { set_collectors: ['textfile'] },
      [block('textfile', { directory: releaseInfoFolder })],
    )
    const relabel = component('discovery.relabel', label, { targets: ref(exporter, 'targets') }, [
      rule({ target_label: 'instance', action: 'replace', replacement: release.name }),
      rule({ target_label: 'job', action: 'replace', replacement: job }),
    ])
    const filter = component('prometheus.relabel', label, {}, [
      keep(['__name__'], 'grafana_kubernetes_monitoring_.*'),
      attribute('forward_to', targets({ signal: 'metrics', ecosystem: 'prometheus' })),
    ])
    const scrape = component(
      'prometheus.scrape',
      label,
      {
        job_name: job,
        targets: ref(relabel, 'output'),
        scrape_interval: values.scrapeInterval || global.scrapeInterval,
        forward_to: [ref(filter, 'receiver')],
      },
      [block('clustering', { enabled: true })],
    )
    return [exporter, relabel, scrape, filter]
  },
} satisfies Feature<Values>
