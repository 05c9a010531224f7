import { present } from '../../base/present'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given, givenFields } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import type { ValueOf } from '../../values/options'
import { accessRule, grantConstraints, role, roleBinding } from '../access'
import { type BundledChart, bundledChart, metadataOf, serviceAccount } from '../chart'
import type { Service, ServiceContext } from '../types'
import { modelServer } from './model-server'
import { options } from './options'
import { podTemplate } from './pod'

type Values = ValueOf<typeof options>
export type Context = ServiceContext<Values>

const identity = { name: 'kepler', version: '0.6.1', appVersion: 'release-0.8.0' } as const

function chartOf({ values, release }: Context): BundledChart {
  return bundledChart({
    identity,
    values,
    release,
    namespace: release.namespace,
    selector: (name) => ({
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/component': 'exporter',
    }),
  })
}

/** What it may read, without any labels (templates/rolebinding.yaml). */
function access(chart: BundledChart): KubernetesObject[] {
  const name = [chart.fullName, 'clusterrole'].join('-')
  const bare = { namespace: null, labels: null }
  const readable = ['nodes/metrics', 'nodes/proxy', 'nodes/stats', 'pods']
  return [
    role(metadataOf(chart, { ...bare, name }), [
      accessRule('', readable, ['get', 'watch', 'list']),
    ]),
    roleBinding(metadataOf(chart, { ...bare, name: [name, 'binding'].join('-') }), name, {
      name: chart.accountName,
      namespace: chart.namespace,
    }),
  ]
}

function redfishSecret(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const { enabled, name, labels, annotations, fileContent } = values.redfish
  if (!enabled) return []
  return [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadataOf(chart, { name, labels, annotations }),
      type: 'Opaque',
      stringData: { 'redfish.csv': fileContent },
    },
  ]
}

function networkPolicy(chart: BundledChart, { values }: Context): KubernetesObject[] {
  if (!values.networkPolicy.enabled) return []
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadataOf(chart, { annotations: values.annotations }),
      spec: present({
        ingress: given(values.networkPolicy.ingress),
        podSelector: { matchLabels: chart.selector },
        policyTypes: ['Egress', 'Ingress'],
      }),
    },
  ]
}

function serviceMonitor(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const monitor = fieldsOf(values.serviceMonitor)
  if (isEmpty(monitor.enabled)) return []
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: metadataOf(chart, {
        name: [chart.fullName, 'prometheus-exporter'].join('-'),
        namespace: printValue(monitor.namespace) || chart.namespace,
        labels: monitor.labels,
      }),
      spec: present({
        jobLabel: 'app.kubernetes.io/name',
        attachMetadata: given(monitor.attachMetadata),
        endpoints: [
          {
            port: 'http',
            path: '/metrics',
            scheme: 'http',
            ...givenFields(monitor, [
              'interval',
              'scrapeTimeout',
              'relabelings',
              'metricRelabelings',
            ]),
          },
        ],
        namespaceSelector: { matchNames: [chart.namespace] },
        selector: { matchLabels: chart.selector },
      }),
    },
  ]
}

/** What OpenShift has to allow (charts/telemetry-services/templates/platform_specific/openshift). */
function constraints({ fullName, namespace }: BundledChart): KubernetesObject[] {
  return grantConstraints(
    { name: fullName, namespace },
    {
      hostFolders: true,
      hostNetwork: true,
      hostPID: false,
      privilegeEscalation: true,
      privileged: true,
      capabilities: [],
      readOnlyRoot: true,
      users: [['system:serviceaccount', namespace, fullName].join(':')],
      volumes: ['configMap', 'hostPath', 'projected'],
    },
  )
}

/** The chart kepler of Sustainable Computing. */
export const kepler = {
  name: 'kepler',
  title: 'Kepler',
  help: 'Estimates the energy that pods use.',
  options,
  enforced: ['deploy', 'affinity', 'canMount.usrSrc', 'extraEnvVars', 'podAnnotations'],
  objects(context) {
    const { values, global } = context
    const chart = chartOf(context)
    const { annotations, type, port } = values.service
    return [
      ...networkPolicy(chart, context),
      ...serviceAccount(chart),
      ...redfishSecret(chart, context),
      ...(values.rbac.create ? access(chart) : []),
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: metadataOf(chart, { annotations }),
        spec: {
          type,
          ports: [{ name: 'http', port, targetPort: 'http', protocol: 'TCP' }],
          selector: chart.selector,
        },
      },
      {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        metadata: metadataOf(chart, { annotations: values.annotations }),
        spec: {
          selector: { matchLabels: chart.selector },
          template: podTemplate(chart, context),
        },
      },
      ...modelServer(chart, context),
      ...serviceMonitor(chart, context),
      ...(global.platform === 'openshift' ? constraints(chart) : []),
    ]
  },
  validate({ values, path, report }) {
    if (!values.modelServer.enabled) return
    const at = [...path, 'modelServer', 'enabled']
    report({
      code: 'services.kepler-model-server',
      path: at,
      message:
        'The chart writes the address of the model server with Go’s complaint in place of the port, so Kepler cannot reach it.',
      fixes: [
        { title: 'Do without the model server', edits: [{ path: at, value: false }], safe: false },
      ],
    })
  },
} satisfies Service<Values>
