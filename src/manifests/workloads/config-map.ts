import { block, component } from '../../alloy/build'
import { print } from '../../alloy/print'
import { isEmpty, printValue } from '../../values/helm'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, metadataOf } from './chart'
import { fill } from './template'

/** The ConfigMap that the pods read their configuration from. */
export function configMapName(chart: Chart): string {
  const name = chart.alloy('configMap', 'name')
  return isEmpty(name) ? chart.fullName : printValue(name)
}

/** Its key that holds the configuration. */
export function configMapKey(chart: Chart): string {
  const key = chart.alloy('configMap', 'key')
  return isEmpty(key) ? 'config.alloy' : printValue(key)
}

/** What each discovery of the chart's example configuration looks for. */
const exampleDiscoveries = [
  ['pods', 'pod'],
  ['nodes', 'node'],
  ['services', 'service'],
  ['endpoints', 'endpoints'],
  ['endpointslices', 'endpointslice'],
  ['ingresses', 'ingress'],
] as const

/** The configuration of a chart that is told none (config/example.alloy). */
function exampleConfiguration(): string {
  return print({
    kind: 'file',
    body: [
      block('logging', { level: 'info', format: 'logfmt' }),
      ...exampleDiscoveries.map(([label, role]) =>
        component('discovery.kubernetes', label, { role }),
      ),
    ],
  })
}

/** The configuration inside the values, filled in; `undefined` when it stands in another ConfigMap. */
export function inlineConfiguration(chart: Chart): string | undefined {
  const content = chart.alloy('configMap', 'content')
  if (isEmpty(chart.alloy('configMap', 'create')) || isEmpty(content)) return undefined
  return fill(printValue(content), chart)
}

/**
 * The ConfigMap with the configuration, where the operator is to make one (templates/configmap.yaml).
 * A collector's is made by the parent chart, so its spec says not to.
 */
export function configMaps(chart: Chart): KubernetesObject[] {
  if (isEmpty(chart.alloy('configMap', 'create'))) return []
  const text = inlineConfiguration(chart) ?? exampleConfiguration()
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadataOf(chart, { name: configMapName(chart), component: 'config' }),
      data: { [configMapKey(chart)]: text.replace(/\n+$/, '') },
    },
  ]
}
