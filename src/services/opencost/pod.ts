/** The pods (templates/deployment.yaml). */
import { present } from '../../base/present'
import { sortedEntries } from '../../base/record'
import { fieldsOf, given, itemsOf } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import type { BundledChart } from '../chart'
import { environmentOf } from './environment'
import type { Context } from './index'
import { cloudSecretName, named, pluginsSecretName } from './names'

type Tree = Readonly<Record<string, unknown>>

const when = <T>(condition: boolean, ...items: T[]): T[] => (condition ? items : [])

interface ImageValues {
  readonly registry: string
  readonly repository: string
  readonly tag: string
  readonly fullImageName: string
}

const version = '1.121.1'

function imageOf({ registry, repository, tag, fullImageName }: ImageValues): string {
  return fullImageName || [[registry, repository].join('/'), tag || version].join(':')
}

/** The plugins to run: those listed, else those that have settings. */
export function pluginNames({ values }: Context): string[] {
  const listed = itemsOf(fieldsOf(values.plugins.install).plugins)
  if (listed.length > 0) return listed.map(printValue)
  return sortedEntries(values.plugins.configs).map(([name]) => name)
}

const installsPlugins = ({ values }: Context) =>
  values.plugins.enabled && !isEmpty(fieldsOf(values.plugins.install).enabled)

const trust = ({ values }: Context) => fieldsOf(values.opencost.updateCaTrust)
const trustsOwn = (context: Context) => !isEmpty(trust(context).enabled)

const billingFile = 'cloud-integration.json'
const exportFolder = ({ values }: Context) =>
  values.opencost.exporter.persistence.mountPath || 'mnt/export'

function pluginMount(name: string): Tree {
  const file = [name, 'config.json'].join('_')
  return {
    mountPath: ['/opt/opencost/plugin/config', file].join('/'),
    subPath: file,
    name: 'plugins-config',
    readOnly: true,
  }
}

const trustMounts: readonly Tree[] = [
  { name: 'ca-certs-secret', mountPath: '/usr/local/share/ca-certificates' },
  { name: 'ssl-path', mountPath: '/etc/ssl/certs', readOnly: false },
]

function mountsOf(chart: BundledChart, context: Context): unknown[] {
  const { plugins, opencost } = context.values
  const { exporter, customPricing, metrics } = opencost
  const billed = cloudSecretName(chart, context) !== undefined
  return [
    ...when(
      plugins.enabled,
      { mountPath: '/opt/opencost/plugin', name: 'plugins-dir', readOnly: false },
      ...pluginNames(context).map(pluginMount),
    ),
    ...when(exporter.persistence.enabled, {
      mountPath: exportFolder(context),
      name: 'opencost-export',
      readOnly: false,
    }),
    ...when(customPricing.enabled || metrics.config.enabled, {
      mountPath: customPricing.configPath,
      name: 'custom-configs',
    }),
    ...when<Tree>(
      billed,
      { name: 'var-configs', mountPath: '/var/configs' },
      {
        name: 'cloud-integration',
        mountPath: ['/var/configs', billingFile].join('/'),
        subPath: billingFile,
        readOnly: true,
      },
    ),
    ...when(trustsOwn(context), ...trustMounts),
    ...itemsOf(exporter.extraVolumeMounts),
  ]
}

function volumesOf(chart: BundledChart, context: Context): unknown[] {
  const { plugins, opencost, extraVolumes } = context.values
  const { exporter, customPricing, metrics, ui } = opencost
  const billing = cloudSecretName(chart, context)
  const { caCertsSecret, caCertsConfig } = trust(context)
  const emptyDir = {}
  return [
    ...when(installsPlugins(context), {
      name: 'install-script',
      configMap: { name: named(chart, 'install-plugins') },
    }),
    ...when<Tree>(
      plugins.enabled,
      { name: 'plugins-dir', emptyDir },
      { name: 'plugins-config', secret: { secretName: pluginsSecretName(chart, context) } },
    ),
    ...when(customPricing.enabled || metrics.config.enabled, { name: 'custom-configs', emptyDir }),
    ...when(exporter.persistence.enabled, {
      name: 'opencost-export',
      persistentVolumeClaim: { claimName: named(chart, 'pvc') },
    }),
    ...when<Tree>(
      billing !== undefined,
      { name: 'var-configs', emptyDir },
      {
        name: 'cloud-integration',
        secret: { secretName: billing, items: [{ key: billingFile, path: billingFile }] },
      },
    ),
    ...when(ui.enabled, {
      name: 'opencost-ui-nginx-config-volume',
      configMap: {
        name: 'opencost-ui-nginx-config',
        items: [{ key: 'nginx.conf', path: 'default.nginx.conf' }],
      },
    }),
    ...when(ui.enabled && onOpenShift(context), { name: 'empty-var-www', emptyDir }),
    ...when<Tree>(
      trustsOwn(context),
      {
        name: 'ca-certs-secret',
        ...(isEmpty(caCertsSecret)
          ? { configMap: { name: caCertsConfig } }
          : { secret: { defaultMode: 420, secretName: caCertsSecret } }),
      },
      { name: 'ssl-path', emptyDir },
    ),
    ...itemsOf(extraVolumes),
  ]
}

const onOpenShift = ({ values }: Context) =>
  !isEmpty(fieldsOf(values.opencost.platforms.openshift).enabled)

function initContainers(context: Context): Tree[] {
  const { plugins, opencost } = context.values
  const install = fieldsOf(plugins.install)
  const { image } = opencost.exporter
  return [
    ...when(
      installsPlugins(context),
      present({
        name: 'plugin-installer',
        image: install.fullImageName,
        command: ['sh', '/install/install_plugins.sh'],
        securityContext: given(install.securityContext),
        volumeMounts: [
          { name: 'install-script', mountPath: '/install' },
          { name: 'plugins-dir', mountPath: plugins.folder },
        ],
      }),
    ),
    ...when(
      trustsOwn(context),
      present({
        name: 'update-ca-trust',
        image: imageOf(image),
        imagePullPolicy: image.pullPolicy,
        securityContext: given(trust(context).securityContext),
        resources: given(trust(context).resources),
        command: ['sh', '-c', 'mkdir -p /etc/ssl/certs; update-ca-certificates;\n'],
        volumeMounts: trustMounts,
      }),
    ),
  ]
}

interface ProbeValues {
  readonly enabled: boolean
  readonly path: string
  readonly initialDelaySeconds: number
  readonly periodSeconds: number
  readonly failureThreshold: number
  readonly timeoutSeconds?: number
  readonly successThreshold?: number
}

function probe(values: ProbeValues, port: number): Tree | undefined {
  if (!values.enabled) return undefined
  const { path, initialDelaySeconds, periodSeconds, failureThreshold } = values
  const { timeoutSeconds, successThreshold } = values
  const timing = { initialDelaySeconds, periodSeconds, failureThreshold }
  return present({ httpGet: { path, port }, ...timing, timeoutSeconds, successThreshold })
}

function exporterContainer(chart: BundledChart, context: Context): Tree {
  const { exporter, mcp } = context.values.opencost
  const { apiPort } = exporter
  const options = exporter.extraArgs.map((name) => ['--', name].join(''))
  return present({
    name: chart.fullName,
    image: imageOf(exporter.image),
    imagePullPolicy: exporter.image.pullPolicy,
    command: given(exporter.command),
    args: options.length > 0 ? options : null,
    ports: [
      { containerPort: apiPort, name: 'http' },
      ...when(mcp.enabled, { containerPort: mcp.port, name: 'mcp-server' }),
    ],
    resources: exporter.resources,
    startupProbe: probe(exporter.startupProbe, apiPort),
    livenessProbe: probe(exporter.livenessProbe, apiPort),
    readinessProbe: probe(exporter.readinessProbe, apiPort),
    securityContext: given(exporter.securityContext),
    env: environmentOf(chart, context),
    volumeMounts: given(mountsOf(chart, context)),
  })
}

function uiContainer(context: Context): Tree {
  const { ui, exporter } = context.values.opencost
  const variables: readonly (readonly [string, unknown])[] = [
    ['API_SERVER', ui.apiServer],
    ['API_PORT', exporter.apiPort],
    ['UI_PORT', ui.uiPort],
  ]
  return present({
    name: 'opencost-ui',
    image: imageOf(ui.image),
    imagePullPolicy: ui.image.pullPolicy,
    ports: [{ containerPort: ui.uiPort, name: 'http-ui' }],
    env: [
      ...itemsOf(ui.extraEnv),
      ...variables
        .filter(([, value]) => !isEmpty(value))
        .map(([name, value]) => ({ name, value: printValue(value) })),
    ],
    resources: ui.resources,
    livenessProbe: probe(ui.livenessProbe, ui.uiPort),
    readinessProbe: probe(ui.readinessProbe, ui.uiPort),
    securityContext: given(ui.securityContext),
    volumeMounts: [
      ...itemsOf(ui.extraVolumeMounts),
      {
        name: 'opencost-ui-nginx-config-volume',
        mountPath: '/etc/nginx/conf.d/default.nginx.conf',
        subPath: 'default.nginx.conf',
      },
      ...when(onOpenShift(context), { name: 'empty-var-www', mountPath: '/var/www' }),
    ],
  })
}

/** The proxy that signs queries for Amazon. */
function signingContainer(context: Context): Tree[] {
  const { prometheus, sigV4Proxy } = context.values.opencost
  const proxy = fieldsOf(sigV4Proxy)
  if (!prometheus.amp.enabled || isEmpty(proxy)) return []
  const pair = (name: string, value: unknown) => [['--', name].join(''), value]
  return [
    present({
      name: 'sigv4proxy',
      image: proxy.image,
      imagePullPolicy: proxy.imagePullPolicy,
      args: [
        ...pair('name', proxy.name),
        ...pair('region', proxy.region),
        ...pair('host', proxy.host),
        ...when(!isEmpty(proxy.role_arn), ...pair('role-arn', proxy.role_arn)),
        ...pair('port', [':', printValue(proxy.port)].join('')),
      ],
      ports: [{ name: 'aws-sigv4-proxy', containerPort: proxy.port }],
      env: given(proxy.extraEnv),
      resources: given(proxy.resources),
      securityContext: given(proxy.securityContext),
    }),
  ]
}

/** The pod template of the Deployment. */
export function podTemplate(chart: BundledChart, context: Context): Tree {
  const { values } = context
  const { opencost } = values
  const first = initContainers(context)
  return {
    metadata: present({
      labels: { ...chart.selector, ...fieldsOf(values.podLabels) },
      annotations: given(values.podAnnotations),
    }),
    spec: present({
      imagePullSecrets: given(values.imagePullSecrets),
      priorityClassName: given(values.priorityClassName),
      securityContext: given(values.podSecurityContext),
      serviceAccountName: chart.accountName,
      automountServiceAccountToken: values.podAutomountServiceAccountToken,
      tolerations: given(opencost.tolerations),
      nodeSelector: given(opencost.nodeSelector),
      affinity: given(opencost.affinity),
      topologySpreadConstraints: given(opencost.topologySpreadConstraints),
      initContainers: first.length > 0 ? first : null,
      containers: [
        exporterContainer(chart, context),
        ...when(opencost.ui.enabled, uiContainer(context)),
        ...itemsOf(opencost.extraContainers),
        ...signingContainer(context),
      ],
      volumes: given(volumesOf(chart, context)),
    }),
  }
}
