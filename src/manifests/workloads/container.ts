import { present } from '../../base/present'
import { isRecord } from '../../base/record'
import { alloyChart } from '../../collectors/alloy-chart'
import { firstNonEmpty, isEmpty, printValue } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import { type Chart, given, itemsOf } from './chart'
import { configMapKey } from './config-map'
import { imageFields } from './image'
import { clusterServiceName } from './service'

/** Where the configuration is mounted, in Alloy's container and in the reloader's. */
export const configMount = { name: 'config', mountPath: '/etc/alloy' } as const

const nodeName = { fieldRef: { fieldPath: 'spec.nodeName' } }

const option = (name: string, value: unknown) => ['--', name, '=', printValue(value)].join('')

function argumentsOf(chart: Chart): unknown[] {
  const { alloy } = chart
  const address = [printValue(alloy('listenAddr')), printValue(alloy('listenPort'))].join(':')
  const clustered = !isEmpty(alloy('clustering', 'enabled'))
  const all: unknown[] = [
    'run',
    [configMount.mountPath, configMapKey(chart)].join('/'),
    option('storage.path', alloy('storagePath')),
    option('server.http.listen-addr', address),
    option('server.http.ui-path-prefix', alloy('uiPathPrefix')),
  ]
  if (isEmpty(alloy('enableReporting'))) all.push('--disable-reporting')
  if (clustered) {
    all.push(option('cluster.enabled', 'true'))
    all.push(option('cluster.join-addresses', clusterServiceName(chart)))
    const name = alloy('clustering', 'name')
    if (!isEmpty(name)) all.push(option('cluster.name', name))
  }
  const stability = alloy('stabilityLevel')
  if (!isEmpty(stability)) all.push(option('stability.level', stability))
  return [...all, ...itemsOf(alloy('extraArgs'))].map(unquoted)
}

function portsOf(chart: Chart): unknown[] | undefined {
  const { alloy } = chart
  const own = isEmpty(alloy('enableHttpServerPort'))
    ? []
    : [{ containerPort: unquoted(alloy('listenPort')), name: 'http-metrics' }]
  const extra = itemsOf(alloy('extraPorts'))
    .filter(isRecord)
    .map((port) =>
      present({
        containerPort: unquoted(port.targetPort),
        hostPort: given(port.hostPort),
        name: unquoted(port.name),
        protocol: unquoted(firstNonEmpty(port.protocol, 'TCP')),
      }),
    )
  return own.length + extra.length > 0 ? [...own, ...extra] : undefined
}

function readinessProbe(chart: Chart): unknown {
  const { alloy } = chart
  if (isEmpty(alloy('enableHttpServerPort'))) return undefined
  return {
    httpGet: {
      path: '/-/ready',
      port: unquoted(alloy('listenPort')),
      scheme: unquoted(alloy('listenScheme')),
    },
    initialDelaySeconds: unquoted(alloy('initialDelaySeconds')),
    timeoutSeconds: unquoted(alloy('timeoutSeconds')),
  }
}

/** Folders of the node that one switch mounts, read-only, and where. */
export const nodeFolders = [
  { name: 'varlog', path: '/var/log' },
  { name: 'dockercontainers', path: '/var/lib/docker/containers' },
] as const

/** Those of them that are switched on. */
export function mountedFolders(chart: Chart): (typeof nodeFolders)[number][] {
  return nodeFolders.filter(({ name }) => !isEmpty(chart.alloy('mounts', name)))
}

/** The container that runs Alloy (templates/containers/_agent.yaml). */
export function alloyContainer(chart: Chart): Record<string, unknown> {
  const { alloy } = chart
  return present({
    name: 'alloy',
    ...imageFields(chart, ['image'], alloyChart.appVersion),
    command: given(alloy('command')),
    args: argumentsOf(chart),
    env: [
      { name: 'ALLOY_DEPLOY_MODE', value: 'helm' },
      { name: 'HOSTNAME', valueFrom: nodeName },
      { name: 'K8S_NODE_NAME', valueFrom: nodeName },
      ...itemsOf(alloy('extraEnv')),
    ],
    envFrom: given(alloy('envFrom')),
    ports: portsOf(chart),
    readinessProbe: readinessProbe(chart),
    livenessProbe: given(alloy('livenessProbe')),
    resources: given(alloy('resources')),
    lifecycle: given(alloy('lifecycle')),
    securityContext: given(alloy('securityContext')),
    volumeMounts: [
      configMount,
      ...mountedFolders(chart).map(({ name, path }) => ({ name, mountPath: path, readOnly: true })),
      ...itemsOf(alloy('mounts', 'extra')),
    ],
  })
}
