/** The pods (templates/deployment.yaml). */
import { present } from '../../base/present'
import { isRecord, sortedEntries } from '../../base/record'
import { fieldsOf, given, itemsOf } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import { type BundledChart, filled } from '../chart'
import { proxyConfigName, proxyMount, proxyVolume } from '../exporter'
import { pullSecrets, taggedImage } from '../image'
import { httpProbe } from '../probe'
import type { Context } from './index'

type Tree = Readonly<Record<string, unknown>>

const option = (name: string, value: unknown) => ['--', name, '=', printValue(value)].join('')

/** A text, or several with commas between. */
const listed = (value: unknown) =>
  Array.isArray(value) ? value.map(printValue).join(',') : printValue(value)

/**
 * The names in a text with commas between, in the chart's order: it keeps them in a map under their
 * numbers as texts, so the eleventh comes before the third.
 */
export function namesIn(value: unknown): string[] {
  const names = listed(value).split(',')
  const numbered = names.map((name, index) => [['_', index].join(''), name] as const)
  return sortedEntries(Object.fromEntries(numbered)).map(([, name]) => name)
}

const asList = (value: unknown): readonly unknown[] =>
  isEmpty(value) ? [] : Array.isArray(value) ? value : [value]

/** The kinds of objects that are watched. */
export function watchedKinds({ values }: Pick<Context, 'values'>): readonly unknown[] {
  const excluded = new Set(asList(values.collectorsExclude))
  const chosen = asList(values.collectors).filter((kind) => !excluded.has(kind))
  return [...new Set([...chosen, ...asList(values.collectorsExtra)])]
}

/** The port of its own metrics. */
export function telemetryPort({ values }: Pick<Context, 'values'>): number {
  return values.selfMonitor.telemetryPort || 8081
}

export function metricsPort({ values }: Pick<Context, 'values'>): number {
  return values.service.port || 8080
}

/** The proxy's settings, if the metrics stand behind one. */
export function proxyOf({ values }: Pick<Context, 'values'>): Tree | undefined {
  const proxy = values.kubeRBACProxy
  return isRecord(proxy) && !isEmpty(proxy.enabled) ? proxy : undefined
}

/** Ports inside the pod, which the proxy takes from the outside. */
const inner = { telemetry: 9091 } as const

export function innerTelemetryPort(context: Pick<Context, 'values'>): number {
  return proxyOf(context) ? inner.telemetry : telemetryPort(context)
}

function namespaceArguments(chart: BundledChart, context: Context): string[] {
  const { values } = context
  const watched = isEmpty(values.namespaces)
    ? []
    : namesIn(values.namespaces).map((name) => printValue(filled(chart, name)))
  if (values.releaseNamespace) watched.push(chart.namespace)
  const denied = values.namespacesDenylist
  return [
    ...(watched.length > 0 ? [option('namespaces', [...new Set(watched)].join(','))] : []),
    ...(isEmpty(denied) ? [] : [option('namespaces-denylist', filled(chart, listed(denied)))]),
  ]
}

function argumentsOf(chart: BundledChart, context: Context): unknown[] {
  const { values } = context
  const { autosharding, customResourceState, selfMonitor } = values
  const proxy = proxyOf(context)
  const lists: readonly (readonly [string, readonly unknown[]])[] = [
    ['resources', watchedKinds(context)],
    ['metric-labels-allowlist', values.metricLabelsAllowlist],
    ['metric-annotations-allowlist', values.metricAnnotationsAllowList],
    ['metric-allowlist', values.metricAllowlist],
    ['metric-denylist', values.metricDenylist],
  ]
  const telemetry = proxy
    ? [option('telemetry-host', '127.0.0.1'), option('telemetry-port', inner.telemetry)]
    : [
        ...(selfMonitor.telemetryHost && [option('telemetry-host', selfMonitor.telemetryHost)]),
        ...(selfMonitor.telemetryPort ? [option('telemetry-port', selfMonitor.telemetryPort)] : []),
      ]
  return [
    ...values.extraArgs,
    ...(proxy ? [option('host', '127.0.0.1')] : []),
    option('port', proxy ? proxy.port : metricsPort(context)),
    ...lists.filter(([, all]) => all.length > 0).map(([name, all]) => option(name, listed(all))),
    ...namespaceArguments(chart, context),
    ...(autosharding.enabled
      ? [option('pod', '$(POD_NAME)'), option('pod-namespace', '$(POD_NAMESPACE)')]
      : []),
    ...(values.kubeconfig.enabled ? [option('kubeconfig', '/opt/k8s/.kube/config')] : []),
    ...telemetry,
    ...(customResourceState.enabled
      ? [
          option(
            'custom-resource-state-config-file',
            ['/etc/customresourcestate', customResourceState.key].join('/'),
          ),
        ]
      : []),
    ...(values.authFilter.enabled ? ['--auth-filter'] : []),
  ]
}

const fromPod = (name: string, fieldPath: string) => ({
  name,
  valueFrom: { fieldRef: { fieldPath } },
})

/** Where a pod learns which share of the objects is its own. */
const podIdentity = [
  fromPod('POD_NAME', 'metadata.name'),
  fromPod('POD_NAMESPACE', 'metadata.namespace'),
]

/** What is mounted from elsewhere; without a path, only into the proxy. */
interface Mount {
  readonly name: string
  readonly mountPath?: string
  readonly source: Tree
}

function mountsOf(chart: BundledChart, context: Context): Mount[] {
  const { kubeconfig, customResourceState } = context.values
  const named = (suffix: string) => [chart.fullName, suffix].join('-')
  const mounts: Mount[] = []
  if (kubeconfig.enabled) {
    mounts.push({
      name: 'kubeconfig',
      mountPath: '/opt/k8s/.kube/',
      source: { secret: { secretName: named('kubeconfig') } },
    })
  }
  if (proxyOf(context)) {
    mounts.push({ ...proxyVolume, source: { configMap: { name: proxyConfigName(chart) } } })
  }
  if (customResourceState.enabled) {
    mounts.push({
      name: 'customresourcestate-config',
      mountPath: '/etc/customresourcestate',
      source: { configMap: { name: customResourceConfigName(chart, context) } },
    })
  }
  return mounts
}

/** The ConfigMap about custom resources. */
export function customResourceConfigName(
  chart: BundledChart,
  { values }: Pick<Context, 'values'>,
): string {
  const suffix = 'customresourcestate-config'
  return values.customResourceState.name || [chart.fullName, suffix].join('-')
}

function image(context: Context, from: Tree): string {
  const { imageRegistry } = context.global
  return taggedImage({
    registry: imageRegistry || from.registry,
    repository: from.repository,
    tag: from.tag,
    digest: from.sha,
  })
}

function probes(context: Context): Tree {
  const { values } = context
  const scheme = proxyOf(context) ? { scheme: 'HTTPS' } : {}
  const from = { ...scheme, ...(values.hostNetwork && { host: '127.0.0.1' }) }
  const startup: Tree = values.startupProbe
  return present({
    startupProbe: isEmpty(startup.enabled)
      ? undefined
      : httpProbe(startup, { path: '/healthz', port: 'http', ...from }),
    livenessProbe: httpProbe(values.livenessProbe, { path: '/livez', port: 'http', ...from }),
    readinessProbe: httpProbe(values.readinessProbe, { path: '/readyz', port: 'metrics', ...from }),
  })
}

function mainContainer(chart: BundledChart, context: Context): Tree {
  const { values } = context
  const { appVersion = '' } = chart.identity
  const env = [...(values.autosharding.enabled ? podIdentity : []), ...itemsOf(values.env)]
  const mounts = [
    ...mountsOf(chart, context)
      .filter(({ mountPath }) => mountPath !== undefined)
      .map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })),
    ...itemsOf(values.volumeMounts),
  ]
  return present({
    name: chart.name,
    env: given(env),
    args: argumentsOf(chart, context),
    volumeMounts: given(mounts),
    imagePullPolicy: values.image.pullPolicy,
    image: image(context, { ...values.image, tag: values.image.tag || ['v', appVersion].join('') }),
    ports: proxyOf(context)
      ? undefined
      : [
          { containerPort: metricsPort(context), name: 'http' },
          { containerPort: telemetryPort(context), name: 'metrics' },
        ],
    ...probes(context),
    resources: values.resources,
    securityContext: given(values.containerSecurityContext),
  })
}

/** A proxy before one of the two ports. */
function proxyContainer(
  context: Context,
  proxy: Tree,
  port: {
    readonly name: string
    readonly outer: number
    readonly inner: unknown
    readonly health: unknown
    readonly path: string
  },
): Tree {
  const health = [port.name, 'healthz'].join('-')
  const suffix = port.name === 'http' ? 'http' : 'telemetry'
  const from: Tree = isRecord(proxy.image) ? proxy.image : {}
  return present({
    name: ['kube-rbac-proxy', suffix].join('-'),
    args: [
      ...itemsOf(proxy.extraArgs),
      ...(isEmpty(proxy.ignoreProbePaths) ? [] : ['--ignore-paths=/livez,/readyz']),
      option('secure-listen-address', [':', port.outer].join('')),
      option('upstream', ['http://127.0.0.1:', printValue(port.inner), '/'].join('')),
      option('proxy-endpoints-port', port.health),
      option('config-file', '/etc/kube-rbac-proxy-config/config-file.yaml'),
    ],
    volumeMounts: [proxyMount, ...itemsOf(proxy.volumeMounts)],
    imagePullPolicy: from.pullPolicy,
    image: image(context, from),
    ports: [
      { containerPort: port.outer, name: port.name },
      { containerPort: port.health, name: health },
    ],
    readinessProbe: {
      httpGet: { scheme: 'HTTPS', port: health, path: port.path },
      initialDelaySeconds: 5,
      timeoutSeconds: 5,
    },
    resources: given(proxy.resources),
    securityContext: given(proxy.containerSecurityContext),
  })
}

function proxyContainers(context: Context): Tree[] {
  const proxy = proxyOf(context)
  if (!proxy) return []
  const health = isEmpty(proxy.proxyEndpointsPort) ? 8888 : proxy.proxyEndpointsPort
  const metrics = { outer: metricsPort(context), inner: proxy.port, health, path: '/healthz' }
  const own = {
    outer: telemetryPort(context),
    inner: inner.telemetry,
    health: 8889,
    path: 'healthz',
  }
  return [
    proxyContainer(context, proxy, { name: 'http', ...metrics }),
    ...(context.values.selfMonitor.enabled
      ? [proxyContainer(context, proxy, { name: 'metrics', ...own })]
      : []),
  ]
}

/** The pod template of the Deployment or StatefulSet. */
export function podTemplate(chart: BundledChart, context: Context): Tree {
  const { values, global } = context
  const { enabled: secured, ...podSecurity } = fieldsOf(values.securityContext)
  const volumes = [
    ...mountsOf(chart, context).map(({ name, source }) => ({ name, ...source })),
    ...itemsOf(values.volumes),
  ]
  return {
    metadata: present({
      labels: { ...chart.labels, ...fieldsOf(values.podLabels) },
      annotations: given(values.podAnnotations),
    }),
    spec: present({
      automountServiceAccountToken: values.automountServiceAccountToken,
      hostNetwork: values.hostNetwork,
      hostUsers: values.hostUsers ?? undefined,
      serviceAccountName: chart.accountName,
      securityContext: isEmpty(secured) ? undefined : podSecurity,
      priorityClassName: given(values.priorityClassName),
      initContainers: given(values.initContainers),
      dnsConfig: given(values.dnsConfig),
      dnsPolicy: values.dnsPolicy,
      containers: [
        mainContainer(chart, context),
        ...proxyContainers(context),
        ...itemsOf(values.containers),
      ],
      imagePullSecrets: pullSecrets(global.imagePullSecrets, values.imagePullSecrets),
      affinity: given(values.affinity),
      nodeSelector: given(filled(chart, values.nodeSelector)),
      tolerations: given(filled(chart, values.tolerations)),
      topologySpreadConstraints: given(values.topologySpreadConstraints),
      volumes: given(volumes),
    }),
  }
}
