import { present } from '../../base/present'
import { sha256 } from '../../base/sha256'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given, givenFields, itemsOf } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import type { ValueOf } from '../../values/options'
import { toYaml } from '../../values/to-yaml'
import { type BundledChart, bundledChart, extraObjects, metadataOf, serviceAccount } from '../chart'
import type { Service, ServiceContext } from '../types'
import { access } from './access'
import { configuration } from './configuration'
import { options } from './options'
import { podTemplate } from './pod'
import { validate } from './validate'
import { services, webObjects } from './web'

type Values = ValueOf<typeof options>
export type Context = ServiceContext<Values>

const identity = { name: 'opencost', version: '2.5.29', appVersion: '1.121.1' } as const

function chartOf({ values, release }: Context): BundledChart {
  return bundledChart({
    identity,
    values,
    release,
    defaultAccount: 'opencost',
    labels: (name) => ({ 'app.kubernetes.io/part-of': name, ...fieldsOf(values.commonLabels) }),
  })
}

/** The Deployment; whatever it reads is summed up in an annotation, so that a change replaces pods. */
function deployment(
  chart: BundledChart,
  context: Context,
  read: readonly KubernetesObject[],
): KubernetesObject {
  const { annotations, opencost, updateStrategy } = context.values
  const checksum = sha256(toYaml(read))
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf(chart, {
      annotations: { 'checksum/configs': checksum, ...fieldsOf(annotations) },
    }),
    spec: {
      replicas: opencost.exporter.replicas,
      selector: { matchLabels: chart.selector },
      strategy: updateStrategy,
      template: podTemplate(chart, context),
    },
  }
}

/** templates/pdb.yaml and templates/networkpolicy.yaml */
function policies(chart: BundledChart, context: Context): KubernetesObject[] {
  const { pdb, opencost } = context.values
  const network = fieldsOf(context.values.networkPolicies)
  const { labels, namespace, port } = fieldsOf(network.prometheus)
  const objects: KubernetesObject[] = []
  if (pdb.enabled) {
    objects.push({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadataOf(chart),
      spec: {
        ...givenFields(pdb, ['minAvailable', 'maxUnavailable']),
        selector: { matchLabels: chart.selector },
      },
    })
  }
  if (!isEmpty(network.enabled) && opencost.prometheus.internal.enabled) {
    const { release } = chart
    const prometheus = present({
      podSelector: { matchLabels: labels },
      namespaceSelector:
        namespace === release.namespace
          ? undefined
          : { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    })
    objects.push({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadataOf(chart, { name: [release.name, 'opencost'].join('-'), labels: null }),
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'opencost' } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [prometheus], ports: [{ port: 9003 }] }],
        egress: [{ to: [prometheus], ports: [{ port }] }, ...itemsOf(network.extraEgress)],
      },
    })
  }
  return objects
}

function serviceMonitor(chart: BundledChart, { values, release }: Context): KubernetesObject[] {
  const monitor = fieldsOf(values.opencost.metrics.serviceMonitor)
  if (isEmpty(monitor.enabled)) return []
  const own = {
    port: 'http',
    scheme: monitor.scheme,
    path: '/metrics',
    interval: monitor.scrapeInterval,
    scrapeTimeout: monitor.scrapeTimeout,
    honorLabels: isEmpty(monitor.honorLabels) ? undefined : true,
    relabelings: given(monitor.relabelings),
    metricRelabelings: given(monitor.metricRelabelings),
  }
  // The chart writes this one behind the further endpoints, so it becomes part of the last of them.
  const more = itemsOf(monitor.extraEndpoints)
  const tls = givenFields(monitor, ['tlsConfig'])
  const endpoints = [present(own), ...more].map((endpoint, index) =>
    index === more.length ? { ...fieldsOf(endpoint), ...tls } : endpoint,
  )
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: metadataOf(chart, {
        namespace: isEmpty(monitor.namespace) ? null : printValue(monitor.namespace),
        labels: monitor.additionalLabels,
      }),
      spec: {
        endpoints,
        selector: { matchLabels: chart.selector },
        namespaceSelector: { matchNames: [release.namespace] },
      },
    },
  ]
}

/** The chart opencost. */
export const opencost = {
  name: 'opencost',
  title: 'OpenCost',
  help: 'Estimates what workloads cost.',
  options,
  enforced: [
    'deploy',
    'extraVolumes',
    'metricsSource',
    'opencost.carbonCost.enabled',
    'opencost.cloudCost.enabled',
    'opencost.exporter.defaultClusterId',
    'opencost.exporter.extraEnv',
    'opencost.exporter.extraVolumeMounts',
    'opencost.mcp.enabled',
    'opencost.metrics.kubeStateMetrics.emitKsmV1Metrics',
    'opencost.metrics.kubeStateMetrics.emitKsmV1MetricsOnly',
    'opencost.nodeSelector',
    'opencost.tolerations',
    'opencost.prometheus.existingSecretName',
    'opencost.prometheus.external.enabled',
    'opencost.prometheus.external.url',
    'opencost.prometheus.internal.enabled',
    'opencost.prometheus.password_key',
    'opencost.prometheus.username_key',
    'opencost.ui.enabled',
  ],
  objects(context) {
    const chart = chartOf(context)
    const { automountServiceAccountToken } = context.values.serviceAccount
    const read = configuration(chart, context)
    const web = webObjects(chart, context)
    return [
      ...policies(chart, context),
      ...serviceAccount(chart, { fields: { automountServiceAccountToken } }),
      ...read,
      ...access(chart, context),
      ...services(chart, context),
      deployment(chart, context, [...read, ...web]),
      ...web,
      ...serviceMonitor(chart, context),
      ...extraObjects(chart, context.values.extraObjects),
    ]
  },
  validate,
} satisfies Service<Values>
