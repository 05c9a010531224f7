import { present } from '../../base/present'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given } from '../../values/fields'
import { firstNonEmpty, isEmpty } from '../../values/helm'
import type { ValueOf } from '../../values/options'
import { role, roleBinding } from '../access'
import { type BundledChart, extraObjects, metadataOf, serviceAccount } from '../chart'
import { checkImageSha, exporterChart, proxyConfigMap, proxyRules } from '../exporter'
import { pullSecrets } from '../image'
import { exporterMonitorObjects } from '../monitors'
import type { Service, ServiceContext } from '../types'
import { options } from './options'
import { podTemplate, proxyOf } from './pod'

type Values = ValueOf<typeof options>
export type Context = ServiceContext<Values>

/** Under the alias that the parent chart gives it. */
const identity = { name: 'node-exporter', version: '4.56.1', appVersion: '1.12.1' } as const

function service(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const own = values.service
  if (!own.enabled) return []
  const nodePort = own.type === 'NodePort' ? given(own.nodePort) : undefined
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadataOf(chart, { labels: own.labels, annotations: own.annotations }),
      spec: present({
        ...(own.ipDualStack.enabled && {
          ipFamilies: own.ipDualStack.ipFamilies,
          ipFamilyPolicy: own.ipDualStack.ipFamilyPolicy,
        }),
        externalTrafficPolicy: given(own.externalTrafficPolicy),
        internalTrafficPolicy: given(own.internalTrafficPolicy),
        type: own.type,
        clusterIP: own.type === 'ClusterIP' ? given(own.clusterIP) : undefined,
        ports: [
          present({
            port: firstNonEmpty(own.servicePort, own.port),
            nodePort,
            targetPort: own.targetPort,
            protocol: 'TCP',
            name: own.portName,
          }),
        ],
        selector: chart.selector,
      }),
    },
  ]
}

/** The role that the authorising proxy needs, and its configuration. */
function proxyObjects(chart: BundledChart, context: Context): KubernetesObject[] {
  if (!proxyOf(context)) return []
  const { rbac } = context.values
  const metadata = metadataOf(chart, { namespace: null })
  const account = { name: chart.accountName, namespace: chart.namespace }
  return [
    proxyConfigMap(chart, { labels: null }),
    ...(rbac.create
      ? [
          role(metadata, proxyRules),
          roleBinding(metadata, rbac.useExistingRole || chart.fullName, account),
        ]
      : []),
  ]
}

function outsideEndpoints(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const addresses = Array.isArray(values.endpoints) ? values.endpoints : []
  if (addresses.length === 0) return []
  const ports = [{ name: values.service.portName, port: 9100, protocol: 'TCP' }]
  return [
    {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: metadataOf(chart),
      subsets: [{ addresses: addresses.map((ip: unknown) => ({ ip })), ports }],
    },
  ]
}

function networkPolicy(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const policy = fieldsOf(values.networkPolicy)
  if (isEmpty(policy.enabled)) return []
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadataOf(chart, { annotations: values.service.annotations }),
      spec: {
        ingress: given(policy.ingress) ?? [{ ports: [{ port: values.service.port }] }],
        policyTypes: ['Egress', 'Ingress'],
        podSelector: { matchLabels: chart.selector },
      },
    },
  ]
}

function daemonSet(chart: BundledChart, context: Context): KubernetesObject {
  const { values } = context
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadataOf(chart, { annotations: values.daemonsetAnnotations }),
    spec: present({
      selector: { matchLabels: chart.selector },
      revisionHistoryLimit: values.revisionHistoryLimit,
      updateStrategy: given(values.updateStrategy),
      template: podTemplate(chart, context),
    }),
  }
}

/** The chart prometheus-node-exporter of the Prometheus community. */
export const nodeExporter = {
  name: 'node-exporter',
  title: 'Node Exporter',
  help: 'Metrics of Linux nodes.',
  options,
  enforced: [
    'deploy',
    'portConflictCheck',
    'extraArgs',
    'nodeSelector',
    'affinity',
    'releaseLabel',
    'podAnnotations',
    'service.annotations',
  ],
  objects(context) {
    const { values, global } = context
    const chart = exporterChart(identity, context, values.commonLabels)
    const { imagePullSecrets, automountServiceAccountToken } = values.serviceAccount
    return [
      ...networkPolicy(chart, context),
      ...(values.rbac.create
        ? serviceAccount(chart, {
            fields: {
              automountServiceAccountToken,
              imagePullSecrets: pullSecrets(global.imagePullSecrets, imagePullSecrets),
            },
          })
        : []),
      ...proxyObjects(chart, context),
      ...service(chart, context),
      daemonSet(chart, context),
      ...outsideEndpoints(chart, context),
      ...exporterMonitorObjects(chart, values.service.portName),
      ...extraObjects(chart, values.extraManifests),
    ]
  },
  validate(context) {
    checkImageSha(context)
    const { values, path, report } = context
    if (!values.tlsSecret.enabled) return
    for (const key of ['certItem', 'keyItem'] as const) {
      if (values.tlsSecret[key] !== '') continue
      report({
        code: 'services.certificate-keys',
        path: [...path, 'tlsSecret', key],
        message: 'The key in the Secret has to be named.',
      })
    }
  },
} satisfies Service<Values>
