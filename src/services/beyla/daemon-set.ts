/** Beyla on every node (templates/daemon-set.yaml). */
import { present } from '../../base/present'
import { valueAt } from '../../base/record'
import { sha256 } from '../../base/sha256'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given, itemsOf } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import { type BundledChart, filled, metadataOf } from '../chart'
import { environment, pinnedImage } from '../image'
import { type BeylaInput, beylaVersion, component } from './beyla-chart'
import { beylaPullSecrets, environmentFrom, hasCache } from './cache'

type Tree = Readonly<Record<string, unknown>>

/** What Beyla needs of the kernel when it does not have everything. */
const capabilities = [
  'BPF',
  'SYS_PTRACE',
  'NET_RAW',
  'CHECKPOINT_RESTORE',
  'DAC_READ_SEARCH',
  'PERFMON',
  'SYS_ADMIN',
] as const

function securityOf({ values }: BeylaInput): unknown {
  if (values.privileged) return given(values.securityContext) ?? null
  return {
    runAsUser: 0,
    readOnlyRootFilesystem: true,
    capabilities: {
      add: [
        ...capabilities,
        ...(values.contextPropagation.enabled ? ['NET_ADMIN'] : []),
        ...values.extraCapabilities,
      ],
      drop: ['ALL'],
    },
  }
}

function portsOf({ values, data }: BeylaInput): unknown[] {
  const { service } = values
  const port = (...path: string[]) => valueAt(data, path)
  const exported = port('prometheus_export', 'port')
  const internal = port('internal_metrics', 'prometheus', 'port')
  const ownTarget = service.internalMetrics.targetPort
  const main = given(service.targetPort) ?? given(exported)
  const own = given(ownTarget) ?? given(internal)
  const apart = exported !== internal && ownTarget !== service.targetPort
  const profiles = given(port('profile_port'))
  const open = (name: string, containerPort: unknown) => ({ name, containerPort, protocol: 'TCP' })
  return [
    ...(main === undefined ? [] : [open(service.portName, main)]),
    ...(own !== undefined && apart ? [open(service.internalMetrics.portName, own)] : []),
    ...(profiles === undefined ? [] : [open('profile', profiles)]),
  ]
}

function container(chart: BundledChart, input: BeylaInput): Tree {
  const { values, global } = input
  const { registry, repository, tag, digest, pullPolicy } = values.image
  const { name, port } = values.k8sCache.service
  const ports = portsOf(input)
  return present({
    name: 'beyla',
    image: pinnedImage({
      registry: global.image.registry || registry,
      repository,
      tag: tag || beylaVersion,
      digest,
    }),
    imagePullPolicy: pullPolicy,
    securityContext: securityOf(input),
    ports: ports.length > 0 ? ports : null,
    resources: given(values.resources),
    env: [
      { name: 'BEYLA_CONFIG_PATH', value: '/etc/beyla/config/beyla-config.yml' },
      ...(hasCache(input)
        ? [{ name: 'BEYLA_KUBE_META_CACHE_ADDRESS', value: [name, printValue(port)].join(':') }]
        : []),
      ...environmentFrom(chart, values.envValueFrom),
      ...environment(values.env),
    ],
    volumeMounts: [
      { mountPath: '/etc/beyla/config', name: 'beyla-config' },
      ...(values.contextPropagation.enabled
        ? [{ mountPath: '/sys/fs/cgroup', name: 'cgroup' }]
        : []),
      ...itemsOf(values.volumeMounts),
    ],
  })
}

/** The DaemonSet; a changed configuration replaces its pods. */
export function daemonSet(chart: BundledChart, input: BeylaInput): KubernetesObject {
  const { values, preset, data, file, configName } = input
  const onNodeNetwork =
    preset === 'network' || !isEmpty(data.network) || values.contextPropagation.enabled
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadataOf(chart, {
      labels: component('workload'),
      annotations: values.annotations,
    }),
    spec: present({
      selector: { matchLabels: chart.selector },
      updateStrategy: given(values.updateStrategy),
      minReadySeconds: values.minReadySeconds ?? undefined,
      template: {
        metadata: {
          annotations: { 'checksum/config': sha256(file), ...fieldsOf(values.podAnnotations) },
          labels: { ...chart.labels, ...component('workload') },
        },
        spec: present({
          serviceAccountName: values.serviceAccount.create ? chart.accountName : undefined,
          hostPID: preset === 'application' ? true : undefined,
          hostNetwork: onNodeNetwork ? true : undefined,
          dnsPolicy: onNodeNetwork ? values.dnsPolicy : undefined,
          priorityClassName: given(values.priorityClassName),
          containers: [container(chart, input)],
          imagePullSecrets: beylaPullSecrets(input),
          nodeSelector: given(values.nodeSelector),
          affinity: given(filled(chart, values.affinity)),
          tolerations: given(values.tolerations),
          volumes: [
            {
              name: 'beyla-config',
              configMap: { name: configName || chart.fullName },
            },
            ...(values.contextPropagation.enabled
              ? [{ name: 'cgroup', hostPath: { path: '/sys/fs/cgroup' } }]
              : []),
            ...itemsOf(values.volumes),
          ],
        }),
      },
    }),
  }
}
