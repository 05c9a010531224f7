import { sortedEntries, valueAt } from '../base/record'
import { enabledCollectors, featureValues } from '../collectors/assignment'
import { chartVersion } from '../collectors/names'
import type { Assignment, Model } from '../collectors/types'
import type { CollectorView } from '../features/types'
import { printValue } from '../values/helm'
import type { KubernetesObject } from './kubernetes-object'

const prefix = 'grafana_kubernetes_monitoring'

/** The feature charts all carry this version. */
const featureVersion = '1.0.0'

/** Labels as the chart prints them: sorted, quoted, not escaped (`label_list`). */
function labelList(labels: Readonly<Record<string, string>>): string {
  return `{${sortedEntries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ')}}`
}

/** A metric of the text format with the value 1 for each set of labels. */
function metric(name: string, help: string, lines: readonly string[]): string[] {
  const full = `${prefix}_${name}`
  return [
    `# HELP ${full} ${help}`,
    `# TYPE ${full} gauge`,
    ...lines.map((labels) => `${full}${labels} 1`),
  ]
}

function collectorLabels(model: Model, { name, spec }: CollectorView): Record<string, string> {
  const type = valueAt(spec, ['controller', 'type'])
  const kind = type === undefined ? 'deployment' : printValue(type)
  const replicas = valueAt(spec, ['controller', 'replicas'])
  const own = model.collectors.get(name)?.presets
  return {
    name,
    type: 'alloy',
    kind,
    presets: Array.isArray(own) ? own.map(printValue).join(',') : '',
    ...(kind !== 'daemonset' && {
      replicas: String(
        Math.trunc(
          typeof replicas === 'number'
            ? replicas
            : replicas === undefined
              ? 1
              : Number(printValue(replicas)) || 0,
        ),
      ),
    }),
  }
}

/** The metrics file that Self-reporting reads (templates/features/_feature_self_reporting.tpl). */
export function releaseMetrics(
  model: Model,
  assignments: readonly Assignment[],
  collectors: readonly CollectorView[],
): string {
  const { platform } = model.global
  const platformLabel = platform === '' ? '' : `, platform="${platform}"`
  const enabled = new Set(enabledCollectors(model))
  return [
    ...metric('build_info', 'Which version of the Kubernetes Monitoring chart is installed.', [
      `{version="${chartVersion}", namespace="${model.namespace}"${platformLabel}}`,
    ]),
    ...metric(
      'feature_info',
      'Which features of the Kubernetes Monitoring chart are on.',
      assignments
        .filter(({ feature }) => feature.key !== 'selfReporting')
        .map(({ feature }) =>
          labelList({
            feature: feature.key,
            version: featureVersion,
            ...feature.summary?.(featureValues(model, feature), model.root),
          }),
        ),
    ),
    ...metric(
      'collector_info',
      'Which collectors the Kubernetes Monitoring chart runs.',
      collectors
        .filter(({ name }) => enabled.has(name))
        .map((collector) => labelList(collectorLabels(model, collector))),
    ),
    '# EOF',
    '',
  ].join('\n')
}

/** The ConfigMap that Self-reporting mounts (templates/release-info.yaml). */
export function releaseInfo(name: string, model: Model, metrics: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: model.namespace },
    data: {
      ...(model.cluster.name !== '' && { cluster: model.cluster.name }),
      'self-reporting-metric.prom': metrics,
    },
  }
}
