/** The pods (templates/daemonset.yaml). */
import { present } from '../../base/present'
import { isRecord } from '../../base/record'
import { fieldsOf, given, itemsOf } from '../../values/fields'
import { printValue } from '../../values/helm'
import type { BundledChart } from '../chart'
import { environment, pullSecrets, taggedImage } from '../image'
import { httpProbe } from '../probe'
import type { Context } from './index'

type Tree = Readonly<Record<string, unknown>>

const recordsOf = (value: unknown) => itemsOf(value).filter(isRecord)
const mountAt = ({ name, mountPath }: Tree) => ({ name, mountPath })
const mountFor = (mount: Tree) => ({ ...mountAt(mount), readOnly: mount.readOnly ?? null })

function imageOf(chart: BundledChart, { values, global }: Context): string {
  const { registry, repository, tag, digest } = values.image
  return taggedImage({
    registry: global.imageRegistry || registry,
    repository,
    tag: tag || chart.identity.appVersion,
    digest,
  })
}

/** Opens the port in the node's firewall before the exporter starts. */
function firewallContainer(chart: BundledChart, context: Context): Tree {
  const rule: readonly (readonly [string, string])[] = [
    ['DisplayName', "'windows-exporter'"],
    ['Direction', 'inbound'],
    ['Profile', 'Any'],
    ['Action', 'Allow'],
    ['LocalPort', printValue(context.values.service.port)],
    ['Protocol', 'TCP'],
  ]
  return present({
    name: 'configure-firewall',
    image: imageOf(chart, context),
    command: ['powershell'],
    args: [
      'New-NetFirewallRule',
      ...rule.flatMap(([name, value]) => [['-', name].join(''), value]),
    ],
    resources: given(context.values.resources),
  })
}

function exporterContainer(chart: BundledChart, context: Context): Tree {
  const { values } = context
  const { port, portName } = values.service
  const sandbox = '%CONTAINER_SANDBOX_MOUNT_POINT%'
  const variables = environment(values.env)
  const probe = (settings: typeof values.livenessProbe) =>
    httpProbe(settings, {
      path: printValue(fieldsOf(settings.httpGet).path),
      port,
      emptyHeaders: true,
    })
  return present({
    name: 'windows-exporter',
    image: imageOf(chart, context),
    imagePullPolicy: values.image.pullPolicy,
    args: [
      ['--config.file=', sandbox, '/config.yml'].join(''),
      ['--collector.textfile.directories=', sandbox].join(''),
      ['--web.listen-address=:', printValue(port)].join(''),
      ...values.extraArgs,
    ],
    securityContext: given(values.containerSecurityContext),
    env: variables.length > 0 ? variables : null,
    ports: [{ name: portName, containerPort: port, protocol: 'TCP' }],
    livenessProbe: probe(values.livenessProbe),
    readinessProbe: probe(values.readinessProbe),
    resources: given(values.resources),
    volumeMounts: [
      { name: 'config', mountPath: '/config.yml', subPath: 'config.yml' },
      ...recordsOf(values.extraHostVolumeMounts).map(mountFor),
      ...recordsOf(values.sidecarVolumeMount).map((mount) => ({
        ...mountAt(mount),
        readOnly: true,
      })),
      ...recordsOf(values.configmaps).map(mountAt),
      ...recordsOf(values.secrets).map(mountAt),
    ],
  })
}

function volumesOf(chart: BundledChart, { values }: Context): unknown[] {
  const folders = (list: unknown) =>
    recordsOf(list).map(({ name, hostPath }) => ({ name, hostPath: { path: hostPath } }))
  return [
    { name: 'config', configMap: { name: chart.fullName } },
    ...folders(values.extraHostVolumeMounts),
    ...recordsOf(values.sidecarVolumeMount).map(({ name }) => ({
      name,
      emptyDir: { medium: 'Memory' },
    })),
    ...folders(values.sidecarHostVolumeMounts),
    ...recordsOf(values.configmaps).map(({ name }) => ({ name, configMap: { name } })),
    ...recordsOf(values.secrets).map(({ name }) => ({ name, secret: { secretName: name } })),
  ]
}

/** The pod template of the DaemonSet. */
export function podTemplate(chart: BundledChart, context: Context): Tree {
  const { values, global } = context
  return {
    metadata: present({ annotations: given(values.podAnnotations), labels: chart.labels }),
    spec: present({
      automountServiceAccountToken: values.serviceAccount.automountServiceAccountToken,
      securityContext: given(values.securityContext),
      priorityClassName: given(values.priorityClassName),
      initContainers: [firewallContainer(chart, context), ...itemsOf(values.extraInitContainers)],
      serviceAccountName: chart.accountName,
      containers: [exporterContainer(chart, context), ...itemsOf(values.sidecars)],
      imagePullSecrets: pullSecrets(global.imagePullSecrets, values.imagePullSecrets),
      hostNetwork: values.hostNetwork,
      hostPID: values.hostPID,
      affinity: given(values.affinity),
      dnsConfig: given(values.dnsConfig),
      nodeSelector: given(values.nodeSelector),
      tolerations: given(values.tolerations),
      volumes: volumesOf(chart, context),
    }),
  }
}
