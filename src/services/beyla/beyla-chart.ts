/**
 * What the chart beyla 1.16 makes, which two charts bring: that of Auto-Instrumentation for Beyla
 * itself, and that of the telemetry services for its cache alone.
 */
import { present } from '../../base/present'
import { valueAt } from '../../base/record'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import type { UnitContext } from '../../values/context'
import { fieldsOf, given, givenFields, itemsOf } from '../../values/fields'
import { isEmpty } from '../../values/helm'
import type { ValueOf } from '../../values/options'
import { accessRule, manageVerbs, role, roleBinding } from '../access'
import {
  type BundledChart,
  bundledChart,
  extraObjects,
  filled,
  metadataOf,
  serviceAccount,
} from '../chart'
import { cacheObjects } from './cache'
import { daemonSet } from './daemon-set'
import type { beylaFields } from './options'

type Tree = Readonly<Record<string, unknown>>
type Fields = ReturnType<typeof beylaFields>

/** What it is made of: the chart's values, and what becomes of Beyla's configuration. */
export interface BeylaInput extends Pick<UnitContext, 'release' | 'global'> {
  readonly values: { readonly [K in keyof Fields]: ValueOf<Fields[K]> }
  readonly preset: string
  /** A ConfigMap that exists, instead of the chart's own; '' for none. */
  readonly configName: string
  /** `config.data`, as the values have it. */
  readonly data: Tree
  /** The configuration file itself. */
  readonly file: string
}

export const beylaVersion = '3.25.0'

/** The chart's names and labels; its version label follows the image's tag. */
export function beylaChart({
  values,
  release,
}: Pick<BeylaInput, 'values' | 'release'>): BundledChart {
  return bundledChart({
    identity: { name: 'beyla', version: '1.16.10', appVersion: values.image.tag || beylaVersion },
    values,
    release,
    selector: (name) => ({
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/instance': release.name,
      ...fieldsOf(values.podLabels),
    }),
    labels: () => ({ 'app.kubernetes.io/part-of': 'beyla' }),
  })
}

/** The label that tells what an object is for. */
export const component = (name: string, more?: unknown): Tree => ({
  'app.kubernetes.io/component': name,
  ...fieldsOf(more),
})

function access(chart: BundledChart, { values }: BeylaInput): KubernetesObject[] {
  if (!values.rbac.create) return []
  const account = { name: chart.accountName, namespace: chart.namespace }
  const { annotations, injector } = values
  const everywhere = metadataOf(chart, { namespace: null, labels: component('rbac'), annotations })
  const name = [chart.fullName, 'injector'].join('-')
  const here = metadataOf(chart, { name, labels: component('rbac'), annotations })
  return [
    role(everywhere, [
      accessRule('apps', ['replicasets'], ['list', 'watch']),
      accessRule('', ['pods', 'services', 'nodes'], ['list', 'watch', 'get']),
      ...itemsOf(values.rbac.extraClusterRoleRules),
    ]),
    roleBinding(everywhere, chart.fullName, account),
    ...(injector.enabled
      ? [
          role(here, [accessRule('', ['configmaps'], manageVerbs)]),
          roleBinding(here, name, account),
        ]
      : []),
  ]
}

/** Whether Beyla tells of itself on a port of its own. */
function ownMetricsApart({ values, data }: BeylaInput): boolean {
  const exported = valueAt(data, ['prometheus_export', 'port'])
  const internal = valueAt(data, ['internal_metrics', 'prometheus', 'port'])
  const any = !isEmpty(values.service.internalMetrics.targetPort) || !isEmpty(data.internal_metrics)
  return any && exported !== internal
}

function service(chart: BundledChart, input: BeylaInput): KubernetesObject[] {
  const { values, data } = input
  const own = values.service
  if (!own.enabled) return []
  const port = (from: Tree, path: readonly string[]) =>
    present({
      name: from.portName,
      port: from.port,
      protocol: 'TCP',
      targetPort: given(from.targetPort) ?? valueAt(data, path),
      appProtocol: given(from.appProtocol),
      nodePort: own.type === 'NodePort' ? given(from.nodePort) : undefined,
    })
  const balanced = ['loadBalancerIP', 'loadBalancerClass', 'loadBalancerSourceRanges']
  const serves = !isEmpty(own.targetPort) || !isEmpty(data.prometheus_export)
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadataOf(chart, {
        labels: component('networking', own.labels),
        annotations: filled(chart, own.annotations),
      }),
      spec: {
        type: own.type || 'ClusterIP',
        ...(['', 'ClusterIP'].includes(own.type) && givenFields(own, ['clusterIP'])),
        ...(own.type === 'LoadBalancer' && givenFields(own, balanced)),
        ...givenFields(own, ['externalIPs', 'externalTrafficPolicy']),
        ports: [
          ...(serves ? [port(own, ['prometheus_export', 'port'])] : []),
          ...(ownMetricsApart(input)
            ? [port(own.internalMetrics, ['internal_metrics', 'prometheus', 'port'])]
            : []),
        ],
        selector: chart.selector,
      },
    },
  ]
}

function serviceMonitor(chart: BundledChart, input: BeylaInput): KubernetesObject[] {
  const { values, data } = input
  const monitor = values.serviceMonitor
  if (!values.service.enabled || !monitor.enabled || isEmpty(data.prometheus_export)) return []
  const endpoint = (port: string, path: readonly string[], own: unknown) => ({
    port,
    path: valueAt(data, path),
    scheme: 'http',
    ...fieldsOf(own),
  })
  const internal = ['internal_metrics', 'prometheus', 'path']
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: metadataOf(chart, {
        labels: component('metrics', monitor.additionalLabels),
        annotations: filled(chart, monitor.annotations),
      }),
      spec: {
        endpoints: [
          endpoint(values.service.portName, ['prometheus_export', 'path'], monitor.endpoint),
          ...(ownMetricsApart(input)
            ? [
                endpoint(
                  values.service.internalMetrics.portName,
                  internal,
                  fieldsOf(monitor.internalMetrics).endpoint,
                ),
              ]
            : []),
        ],
        jobLabel: monitor.jobLabel || chart.fullName,
        selector: { matchLabels: { ...chart.labels, ...fieldsOf(values.service.labels) } },
      },
    },
  ]
}

/** Everything but the ConfigMap, which the chart around it makes. */
export function beylaObjects(input: BeylaInput): KubernetesObject[] {
  const { values } = input
  const chart = beylaChart(input)
  const { automount, labels } = values.serviceAccount
  return [
    ...serviceAccount(chart, {
      labels: component('rbac', labels),
      fields: { automountServiceAccountToken: automount },
    }),
    ...access(chart, input),
    ...service(chart, input),
    ...(values.enabled ? [daemonSet(chart, input)] : []),
    ...cacheObjects(chart, input),
    ...serviceMonitor(chart, input),
    ...extraObjects(chart, values.extraObjects),
  ]
}
