/**
 * Services whose pods are scraped without a module of their own: cert-manager and etcd
 * (templates/_integration_cert-manager.tpl, _integration_etcd.tpl).
 */
import type { Block, Statement } from '../alloy/ast'
import { block, component, path, ref, withOrigin } from '../alloy/build'
import { alloyName } from '../base/names'
import { collect, userRules } from '../pipelines/metrics-source'
import { namespacesBlock } from '../pipelines/namespaces'
import { appRule, componentRule, podRules } from '../pipelines/pod-labels'
import { drop, rule } from '../pipelines/rules'
import { selectorTerms } from '../pipelines/selectors'
import { tune } from '../pipelines/tuning'
import type { UnitContext } from '../values/context'
import { selectorsOf } from './instances'
import type { IntegrationInstance } from './types'

interface PodScrapeValues {
  readonly name: string
  readonly jobLabel: string
  readonly namespaces: readonly string[]
  readonly fieldSelectors: readonly string[]
  readonly extraDiscoveryRules: string
  readonly scrapeInterval: string
  readonly scrapeTimeout: string
  readonly metrics: {
    readonly scrapeInterval: string
    readonly scrapeTimeout: string
    readonly maxCacheSize: number | null
    readonly tuning: {
      readonly includeMetrics: readonly string[]
      readonly excludeMetrics: readonly string[]
    }
  }
}

/** Finds the pods of an instance, and scrapes them. */
export function scrapePods(
  { global }: UnitContext,
  type: string,
  instance: IntegrationInstance<PodScrapeValues>,
  how: {
    /** Which of the found targets stay, and where they are reached. */
    readonly keep: Block
    readonly address?: Block
    readonly alwaysRelabel: boolean
  },
): readonly Statement[] {
  const { values } = instance
  const { metrics } = values
  const unit = ['integrations', type].join('/')
  const label = alloyName(values.name)
  const pods = component('discovery.kubernetes', label, { role: 'pod' }, [
    block('selectors', {
      role: 'pod',
      field: values.fieldSelectors.length > 0 ? values.fieldSelectors.join(',') : undefined,
      label: selectorTerms(selectorsOf(instance)).join(','),
    }),
    namespacesBlock(values.namespaces),
  ])
  const targets = component('discovery.relabel', label, { targets: ref(pods, 'targets') }, [
    how.keep,
    drop(['__meta_kubernetes_pod_container_init'], 'true'),
    how.address,
    podRules(),
    rule({ action: 'replace', ...appRule }),
    rule({ action: 'replace', ...componentRule }),
    rule({ action: 'replace', replacement: 'kubernetes', target_label: 'source' }),
    userRules(values.extraDiscoveryRules, unit, [...instance.path, 'extraDiscoveryRules']),
  ])
  return withOrigin(
    [
      pods,
      targets,
      ...collect({
        values: {
          ...metrics,
          jobLabel: values.jobLabel,
          scrapeInterval: metrics.scrapeInterval || values.scrapeInterval,
          scrapeTimeout: metrics.scrapeTimeout || values.scrapeTimeout,
          extraMetricProcessingRules: '',
        },
        path: [...instance.path, 'metrics'],
        unit,
        global,
        label,
        targets: ref(targets, 'output'),
        destinations: path('argument', 'metrics_destinations', 'value'),
        rules: tune(metrics.tuning, []),
        alwaysRelabel: how.alwaysRelabel,
        without: ['nhcb'],
      }),
    ],
    { unit, path: instance.path },
  )
}
