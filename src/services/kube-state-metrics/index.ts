import { present } from '../../base/present'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import type { ValueOf } from '../../values/options'
import { toYaml } from '../../values/to-yaml'
import { accessRule, role, roleBinding } from '../access'
import { type BundledChart, extraObjects, metadataOf, serviceAccount } from '../chart'
import { exporterChart, proxyConfigMap, proxyRules } from '../exporter'
import { pullSecrets } from '../image'
import type { Service, ServiceContext } from '../types'
import { monitoringObjects } from './monitoring'
import { options } from './options'
import {
  customResourceConfigName,
  innerTelemetryPort,
  metricsPort,
  namesIn,
  podTemplate,
  proxyOf,
  telemetryPort,
  watchedKinds,
} from './pod'
import { watchableResources } from './resources'

type Values = ValueOf<typeof options>
export type Context = ServiceContext<Values>

const identity = { name: 'kube-state-metrics', version: '8.3.0', appVersion: '2.19.1' } as const

function chartOf(context: Context): BundledChart {
  const { customLabels, selectorOverride } = context.values
  const selector = isEmpty(selectorOverride) ? undefined : fieldsOf(selectorOverride)
  return exporterChart(identity, context, customLabels, selector)
}

const joined = (...parts: readonly string[]) => parts.join('-')

/** The rules of its role: each watched kind, then what the chosen options need (templates/role.yaml). */
function accessRules(context: Context): readonly unknown[] {
  const { values } = context
  const watched = new Set(watchedKinds(context))
  return [
    ...watchableResources
      .filter(([, resource]) => watched.has(resource))
      .map(([apiGroup, resource]) => accessRule(apiGroup, [resource], ['list', 'watch'])),
    ...(proxyOf(context) || values.authFilter.enabled ? proxyRules : []),
    ...(values.customResourceState.enabled && values.rbac.customResourceState.createClusterRoleRules
      ? [accessRule('apiextensions.k8s.io', ['customresourcedefinitions'], ['list', 'watch'])]
      : []),
    ...(Array.isArray(values.rbac.extraRules) ? values.rbac.extraRules : []),
  ]
}

function access(chart: BundledChart, context: Context): KubernetesObject[] {
  const { rbac, namespaces, autosharding } = context.values
  if (!rbac.create) return []
  const account = { name: chart.accountName, namespace: chart.namespace }
  const places = rbac.useClusterRole ? [null] : namesIn(namespaces)
  const aggregated = rbac.useClusterRole && !isEmpty(rbac.clusterRoleSelectors)
  const objects: KubernetesObject[] = []
  // The template writes the rules one by one, and leaves nothing where there are none.
  const rules = accessRules(context)
  for (const namespace of places) {
    const metadata = metadataOf(chart, { namespace })
    if (rbac.useExistingRole === '') {
      objects.push(
        aggregated
          ? role(metadata, undefined, {
              aggregationRule: { clusterRoleSelectors: rbac.clusterRoleSelectors },
            })
          : role(metadata, rules.length > 0 ? rules : null),
      )
    }
    objects.push(roleBinding(metadata, rbac.useExistingRole || chart.fullName, account))
  }
  if (autosharding.enabled) {
    const metadata = metadataOf(chart, { name: joined('stsdiscovery', chart.fullName) })
    const replicas = accessRule(
      'apps',
      ['statefulsets'],
      ['get', 'list', 'watch'],
      [chart.fullName],
    )
    objects.push(
      role(metadata, [accessRule('', ['pods'], ['get']), replicas]),
      roleBinding(metadata, metadata.name, account),
    )
  }
  return objects
}

function service(chart: BundledChart, context: Context): KubernetesObject {
  const { values } = context
  const { service: own, selfMonitor, autosharding, prometheusScrape } = values
  const nodePort = (port: unknown) =>
    own.type === 'NodePort' && own.nodePort !== 0 ? { nodePort: port } : {}
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(chart, {
      annotations: {
        ...(prometheusScrape && { 'prometheus.io/scrape': printValue(prometheusScrape) }),
        ...fieldsOf(own.annotations),
      },
      emptyAnnotations: true,
    }),
    spec: present({
      type: own.type,
      ...(own.ipDualStack.enabled && {
        ipFamilies: own.ipDualStack.ipFamilies,
        ipFamilyPolicy: own.ipDualStack.ipFamilyPolicy,
      }),
      ports: [
        {
          name: 'http',
          protocol: 'TCP',
          port: metricsPort(context),
          ...nodePort(own.nodePort),
          targetPort: 'http',
        },
        ...(selfMonitor.enabled
          ? [
              {
                name: 'metrics',
                protocol: 'TCP',
                port: telemetryPort(context),
                targetPort: 'metrics',
                ...nodePort(selfMonitor.telemetryNodePort || null),
              },
            ]
          : []),
      ],
      loadBalancerIP: given(own.loadBalancerIP),
      loadBalancerSourceRanges: given(own.loadBalancerSourceRanges),
      clusterIP: autosharding.enabled ? 'None' : given(own.clusterIP),
      selector: chart.selector,
    }),
  }
}

function workload(chart: BundledChart, context: Context): KubernetesObject {
  const { values } = context
  const sharded = values.autosharding.enabled
  return {
    apiVersion: 'apps/v1',
    kind: sharded ? 'StatefulSet' : 'Deployment',
    metadata: metadataOf(chart, { labels: values.labels, annotations: values.annotations }),
    spec: {
      selector: { matchLabels: chart.selector },
      replicas: values.replicas,
      ...(sharded
        ? { serviceName: chart.fullName, volumeClaimTemplates: [] }
        : { strategy: { type: values.updateStrategy || 'RollingUpdate' } }),
      revisionHistoryLimit: values.revisionHistoryLimit,
      template: podTemplate(chart, context),
    },
  }
}

function configuration(chart: BundledChart, context: Context): KubernetesObject[] {
  const { values } = context
  const { customResourceState: custom, kubeconfig, annotations } = values
  const objects: KubernetesObject[] = []
  if (proxyOf(context)) objects.push(proxyConfigMap(chart, { annotations }))
  if (custom.enabled && custom.create) {
    objects.push({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadataOf(chart, { name: customResourceConfigName(chart, context), annotations }),
      data: { [custom.key]: [toYaml(custom.config), ''].join('\n') },
    })
  }
  if (kubeconfig.enabled) {
    objects.push({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadataOf(chart, { name: joined(chart.fullName, 'kubeconfig') }),
      type: 'Opaque',
      data: { config: kubeconfig.secret },
    })
  }
  return objects
}

function networkPolicy(chart: BundledChart, context: Context): KubernetesObject[] {
  const policy = fieldsOf(context.values.networkPolicy)
  if (isEmpty(policy.enabled)) return []
  const ports = [
    { port: 'http', protocol: 'TCP' },
    ...(context.values.selfMonitor.enabled
      ? [{ port: innerTelemetryPort(context), protocol: 'TCP' }]
      : []),
  ]
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadataOf(chart, { annotations: context.values.annotations }),
      spec: present({
        egress: given(policy.egress),
        ingress: given(policy.ingress) ?? [{ ports }],
        podSelector: given(policy.podSelector) ?? { matchLabels: chart.selector },
        policyTypes: ['Ingress', 'Egress'],
      }),
    },
  ]
}

function disruptionBudget(chart: BundledChart, { values }: Context): KubernetesObject[] {
  if (isEmpty(values.podDisruptionBudget)) return []
  return [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadataOf(chart),
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': chart.name } },
        ...fieldsOf(values.podDisruptionBudget),
      },
    },
  ]
}

/** The chart kube-state-metrics of the Prometheus community. */
export const kubeStateMetrics = {
  name: 'kube-state-metrics',
  title: 'kube-state-metrics',
  help: 'Metrics about the state of Kubernetes objects.',
  options,
  enforced: [
    'deploy',
    'autosharding.enabled',
    'metricLabelsAllowlist',
    'prometheusScrape',
    'releaseLabel',
    'updateStrategy',
  ],
  objects(context) {
    const chart = chartOf(context)
    const { values, global } = context
    const { imagePullSecrets, automountServiceAccountToken } = values.serviceAccount
    return [
      ...networkPolicy(chart, context),
      ...disruptionBudget(chart, context),
      ...serviceAccount(chart, {
        fields: {
          automountServiceAccountToken,
          imagePullSecrets: pullSecrets(global.imagePullSecrets, imagePullSecrets),
        },
      }),
      ...configuration(chart, context),
      ...access(chart, context),
      service(chart, context),
      workload(chart, context),
      ...monitoringObjects(chart, {
        port: values.service.port,
        ownMetrics: values.selfMonitor.enabled,
      }),
      ...extraObjects(chart, values.extraManifests),
    ]
  },
} satisfies Service<Values>
