/** The pods (templates/daemonset.yaml). */
import { present } from '../../base/present'
import { isRecord } from '../../base/record'
import { fieldsOf, given, givenFields, itemsOf } from '../../values/fields'
import { isEmpty, mergeMissing, mergeOverwrite, printValue } from '../../values/helm'
import { type BundledChart, filled } from '../chart'
import { proxyConfigName, proxyMount, proxyVolume } from '../exporter'
import { environment, pullSecrets, taggedImage } from '../image'
import { httpProbe } from '../probe'
import type { Context } from './index'

type Tree = Readonly<Record<string, unknown>>

const option = (name: string, value: unknown) => ['--', name, '=', printValue(value)].join('')
const recordsOf = (value: unknown) => itemsOf(value).filter(isRecord)

/** The authorising proxy’s settings, if the metrics stand behind one. */
export function proxyOf({ values }: Pick<Context, 'values'>): Tree | undefined {
  const proxy = fieldsOf(values.kubeRBACProxy)
  return isEmpty(proxy.enabled) ? undefined : proxy
}

function imageOf(chart: BundledChart, { values, global }: Context): string {
  const { registry, repository, tag, digest, distroless } = values.image
  const version = tag || ['v', chart.identity.appVersion ?? ''].join('')
  return taggedImage({
    registry: global.imageRegistry || registry,
    repository,
    tag: distroless ? [version, 'distroless'].join('-') : version,
    digest,
  })
}

/** A helper’s image, whose digest stands without its algorithm. */
function helperImage({ global }: Context, image: Tree): string {
  return taggedImage({
    registry: global.imageRegistry || image.registry,
    repository: image.repository,
    tag: image.tag,
    digest: isEmpty(image.sha) ? '' : ['sha256', printValue(image.sha)].join(':'),
  })
}

/** Whether a version is 1.4.0 or newer; what is no version counts as new. */
function readsDeviceData(version: string): boolean {
  const [, major = '1', minor = '4'] = /^v?(\d+)(?:\.(\d+))?/.exec(version) ?? []
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 4)
}

function argumentsOf(chart: BundledChart, context: Context): unknown[] {
  const { values } = context
  const version = values.version || values.image.tag || (chart.identity.appVersion ?? '')
  const port = proxyOf(context)?.port ?? values.service.port
  return [
    option('path.procfs', '/host/proc'),
    option('path.sysfs', '/host/sys'),
    ...(values.hostRootFsMount.enabled
      ? [
          option('path.rootfs', '/host/root'),
          ...(readsDeviceData(version)
            ? [option('path.udev.data', '/host/root/run/udev/data')]
            : []),
        ]
      : []),
    option('web.listen-address', ['[$(HOST_IP)]', printValue(port)].join(':')),
    ...values.extraArgs,
  ]
}

/** Folders of the node that are measured. */
function nodeFolders({ values }: Context) {
  const folder = (
    name: string,
    path: string,
    { mountPropagation }: { mountPropagation: string },
  ) => ({
    name,
    path,
    mount: {
      name,
      mountPath: ['/host', name].join('/'),
      ...(mountPropagation !== '' && { mountPropagation }),
      readOnly: true,
    },
  })
  return [
    folder('proc', '/proc', values.hostProcFsMount),
    folder('sys', '/sys', values.hostSysFsMount),
    ...(values.hostRootFsMount.enabled ? [folder('root', '/', values.hostRootFsMount)] : []),
  ]
}

function hostAddress(context: Context): Tree {
  if (proxyOf(context)) return { value: '127.0.0.1' }
  if (context.values.service.listenOnAllInterfaces) return { value: '0.0.0.0' }
  return { valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.hostIP' } } }
}

const lastWords = ({ values }: Context): Tree => {
  const { enabled, ...parameters } = fieldsOf(values.terminationMessageParams)
  const { terminationMessagePath = null, terminationMessagePolicy = null } = parameters
  return isEmpty(enabled) ? {} : { terminationMessagePath, terminationMessagePolicy }
}

const mountAt = ({ name, mountPath }: Tree) => ({ name, mountPath })
const mountFor = (mount: Tree) => ({ ...mountAt(mount), readOnly: mount.readOnly ?? null })

function exporterContainer(chart: BundledChart, context: Context): Tree {
  const { values } = context
  const { port, portName } = values.service
  const proxy = proxyOf(context)
  const target = {
    path: '/',
    port: proxy ? Number(proxy.port) : portName,
    ...(proxy && { host: '127.0.0.1' }),
    emptyHeaders: true,
  } as const
  return present({
    name: 'node-exporter',
    image: imageOf(chart, context),
    imagePullPolicy: values.image.pullPolicy,
    args: argumentsOf(chart, context),
    securityContext: given(values.containerSecurityContext),
    env: [{ name: 'HOST_IP', ...hostAddress(context) }, ...environment(values.env)],
    ports: proxy ? undefined : [{ name: portName, containerPort: port, protocol: 'TCP' }],
    livenessProbe: httpProbe(values.livenessProbe, target),
    readinessProbe: httpProbe(values.readinessProbe, target),
    resources: given(values.resources),
    ...lastWords(context),
    volumeMounts: [
      ...nodeFolders(context).map(({ mount }) => mount),
      ...recordsOf(values.extraHostVolumeMounts).map((mount) => ({
        ...mountFor(mount),
        ...givenFields(mount, ['mountPropagation']),
      })),
      ...recordsOf(values.sidecarVolumeMount).map((mount) => ({
        ...mountAt(mount),
        readOnly: true,
      })),
      ...recordsOf(values.configmaps).map(mountAt),
      ...recordsOf(values.secrets).map(mountAt),
      ...itemsOf(values.extraVolumeMounts),
    ],
  })
}

/** The user’s own containers; what they leave open is as in the main one. */
function sidecars(chart: BundledChart, context: Context): Tree[] {
  const { values } = context
  const shared = [
    ...recordsOf(values.sidecarVolumeMount).map(mountFor),
    ...recordsOf(values.sidecarHostVolumeMounts).map((mount) => ({
      ...mountFor(mount),
      ...givenFields(mount, ['mountPropagation']),
    })),
  ]
  return recordsOf(values.sidecars).map((sidecar) =>
    mergeMissing({ volumeMounts: [...shared, ...itemsOf(sidecar.volumeMounts)] }, sidecar, {
      image: imageOf(chart, context),
      securityContext: values.containerSecurityContext,
      imagePullPolicy: values.image.pullPolicy,
    }),
  )
}

function proxyContainer(chart: BundledChart, context: Context): Tree[] {
  const { values } = context
  const proxy = proxyOf(context)
  if (!proxy) return []
  const { port } = values.service
  const { tlsSecret } = values
  const image = fieldsOf(proxy.image)
  const tls = fieldsOf(proxy.tls)
  const encrypted = !isEmpty(tls.enabled) && tlsSecret.enabled
  const authority = encrypted && !isEmpty(tls.tlsClientAuth) && tlsSecret.caItem !== ''
  const item = (name: string) => ['/tls/private', name].join('/')
  const hostPort = (wanted: unknown, number: unknown) =>
    isEmpty(wanted) ? {} : { hostPort: number }
  return [
    present({
      name: 'kube-rbac-proxy',
      args: [
        ...itemsOf(proxy.extraArgs),
        option('secure-listen-address', [':', printValue(port)].join('')),
        option('upstream', ['http://127.0.0.1:', printValue(proxy.port), '/'].join('')),
        option('proxy-endpoints-port', proxy.proxyEndpointsPort),
        option('config-file', '/etc/kube-rbac-proxy-config/config-file.yaml'),
        ...(encrypted
          ? [
              option('tls-cert-file', item(tlsSecret.certItem)),
              option('tls-private-key-file', item(tlsSecret.keyItem)),
            ]
          : []),
        ...(authority ? [option('client-ca-file', item(tlsSecret.caItem))] : []),
      ],
      volumeMounts: [
        proxyMount,
        ...(encrypted
          ? [
              {
                name: filled(chart, tlsSecret.volumeName),
                mountPath: '/tls/private',
                readOnly: true,
              },
            ]
          : []),
        ...itemsOf(proxy.extraVolumeMounts),
      ],
      imagePullPolicy: image.pullPolicy,
      image: helperImage(context, image),
      ports: [
        { containerPort: port, name: proxy.portName, ...hostPort(proxy.enableHostPort, port) },
        {
          containerPort: proxy.proxyEndpointsPort,
          ...hostPort(proxy.enableProxyEndpointsHostPort, proxy.proxyEndpointsPort),
          name: 'http-healthz',
        },
      ],
      readinessProbe: {
        httpGet: { scheme: 'HTTPS', port: proxy.proxyEndpointsPort, path: 'healthz' },
        initialDelaySeconds: 5,
        timeoutSeconds: 5,
      },
      resources: given(proxy.resources),
      ...lastWords(context),
      env: given(environment(proxy.env)),
      securityContext: given(proxy.containerSecurityContext),
    }),
  ]
}

/** Lets the group of the exporter read a file or folder of the node, if it is there. */
const fixes = {
  rapl: (group: string) => [
    'powercap_path="/host/sys/devices/virtual/powercap"',
    'if [ -d "$powercap_path" ]; then',
    [
      '  find "$powercap_path" -name energy_uj -exec chown root:',
      group,
      ' {} + -exec chmod g+r -R {} +',
    ].join(''),
    'fi',
  ],
  slabinfo: (group: string) => [
    'slabinfo_path="/host/proc/slabinfo"',
    'if [ -f "$slabinfo_path" ]; then',
    ['  chown root:', group, ' "$slabinfo_path" && chmod g+r "$slabinfo_path"'].join(''),
    'fi',
  ],
} as const

function permissionContainer(context: Context): Tree[] {
  const { values } = context
  const settings = fieldsOf(values.permissionInitContainer)
  const { rapl, slabinfo } = fieldsOf(settings.fixes)
  const commands = itemsOf(settings.extraCommands).map(printValue)
  if (isEmpty(rapl) && isEmpty(slabinfo) && commands.length === 0) return []
  const image = fieldsOf(settings.image)
  const group = printValue(fieldsOf(values.securityContext).runAsGroup)
  const script = [
    ...(isEmpty(rapl) ? [] : fixes.rapl(group)),
    ...(isEmpty(slabinfo) ? [] : fixes.slabinfo(group)),
    ...commands,
  ]
  return [
    {
      name: 'permission-fix',
      image: helperImage(context, image),
      imagePullPolicy: image.pullPolicy,
      securityContext: settings.securityContext,
      command: ['/bin/sh', '-c', [...script, ''].join('\n')],
      volumeMounts: [
        ...(isEmpty(rapl) ? [] : [{ name: 'sys', mountPath: '/host/sys', readOnly: false }]),
        ...(isEmpty(slabinfo) ? [] : [{ name: 'proc', mountPath: '/host/proc', readOnly: false }]),
      ],
    },
  ]
}

function volumesOf(chart: BundledChart, context: Context): unknown[] {
  const { values } = context
  const { tlsSecret } = values
  const items = [tlsSecret.certItem, tlsSecret.keyItem, tlsSecret.caItem].filter(Boolean)
  return [
    ...nodeFolders(context).map(({ name, path }) => ({ name, hostPath: { path } })),
    ...recordsOf(values.extraHostVolumeMounts).map((mount) => ({
      name: mount.name,
      hostPath: { path: mount.hostPath, ...givenFields(mount, ['type']) },
    })),
    ...recordsOf(values.sidecarVolumeMount).map(({ name }) => ({
      name,
      emptyDir: { medium: 'Memory' },
    })),
    ...recordsOf(values.sidecarHostVolumeMounts).map(({ name, hostPath }) => ({
      name,
      hostPath: { path: hostPath },
    })),
    ...recordsOf(values.configmaps).map(({ name }) => ({ name, configMap: { name } })),
    ...recordsOf(values.secrets).map(({ name }) => ({ name, secret: { secretName: name } })),
    ...(proxyOf(context) ? [{ ...proxyVolume, configMap: { name: proxyConfigName(chart) } }] : []),
    ...(tlsSecret.enabled
      ? [
          {
            name: filled(chart, tlsSecret.volumeName),
            secret: {
              secretName: filled(chart, tlsSecret.secretName),
              items: items.map((key) => ({ key, path: key })),
            },
          },
        ]
      : []),
    ...itemsOf(values.extraVolumes),
  ]
}

/** Nodes without a kernel of their own, which the user’s own demands on nodes replace. */
const virtualNodes = {
  requiredDuringSchedulingIgnoredDuringExecution: {
    nodeSelectorTerms: [
      {
        matchExpressions: [
          { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
          { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
        ],
      },
    ],
  },
} as const

/** The pod template of the DaemonSet. */
export function podTemplate(chart: BundledChart, context: Context): Tree {
  const { values, global } = context
  const { nodeAffinity, podAffinity, podAntiAffinity } = fieldsOf(values.affinity)
  const initial = [...itemsOf(values.extraInitContainers), ...permissionContainer(context)]
  return {
    metadata: present({
      annotations: given(values.podAnnotations),
      labels: { ...chart.labels, ...fieldsOf(filled(chart, values.podLabels)) },
    }),
    spec: present({
      automountServiceAccountToken:
        values.serviceAccount.automountServiceAccountToken || proxyOf(context) !== undefined,
      securityContext: given(values.securityContext),
      priorityClassName: given(values.priorityClassName),
      initContainers: given(initial),
      serviceAccountName: chart.accountName,
      terminationGracePeriodSeconds: given(values.terminationGracePeriodSeconds),
      containers: [
        exporterContainer(chart, context),
        ...sidecars(chart, context),
        ...proxyContainer(chart, context),
      ],
      imagePullSecrets: pullSecrets(global.imagePullSecrets, values.imagePullSecrets),
      hostNetwork: values.hostNetwork,
      hostUsers: values.hostUsers ?? undefined,
      hostPID: values.hostPID,
      hostIPC: values.hostIPC,
      affinity: present({
        nodeAffinity: mergeOverwrite(virtualNodes, given(nodeAffinity)),
        podAffinity: given(podAffinity),
        podAntiAffinity: given(podAntiAffinity),
      }),
      dnsPolicy: given(values.dnsPolicy),
      dnsConfig: given(values.dnsConfig),
      nodeSelector: given(values.nodeSelector),
      restartPolicy: given(values.restartPolicy),
      tolerations: given(values.tolerations),
      volumes: volumesOf(chart, context),
    }),
  }
}
