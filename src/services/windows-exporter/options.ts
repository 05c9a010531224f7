import { anything, choice, count, flag, group, text } from '../../values/options'
import {
  accountFields,
  containerSecurity,
  deployField,
  extra,
  extraArgs,
  imageDigest,
  imageFields,
  imageHelp,
  imagePullSecrets,
  logsJob,
  nameFields,
  namespaceField,
  placementFields,
  podAnnotations,
  podSecurity,
  probeOptions,
  resources,
} from '../common-options'
import { exporterMonitors } from '../monitors'

const configuration = [
  'collectors:',
  '  enabled: cpu,container,logical_disk,memory,net,os',
  'collector:',
  '  service:',
  '    include: "containerd|kubelet"',
].join('\n')

const health = { delay: 0, timeout: 1, path: '/health' } as const

/** charts/telemetry-services/values.yaml over the chart prometheus-windows-exporter 0.12. */
export const options = group(
  {
    ...deployField('Windows Exporter'),
    config: text(configuration, 'Windows Exporter’s own configuration: what it measures.', {
      format: 'multiline',
      common: true,
    }),
    extraArgs: extraArgs(),
    service: group(
      {
        port: count(9182, 'Port that it takes on each node; it must be free there.', {
          integer: true,
          common: true,
        }),
        type: choice(['ClusterIP', 'NodePort', 'LoadBalancer'], 'ClusterIP', 'Kind of Service.', {
          loose: true,
        }),
        nodePort: anything(null, 'Port on the nodes, for the type NodePort.'),
        portName: text('metrics', 'Name of the port.'),
        annotations: anything({}, 'Annotations of the Service.'),
      },
      'Where it listens, and the Service before it.',
    ),
    resources: resources(),
    image: group(
      { ...imageFields('ghcr.io', 'prometheus-community/windows-exporter'), digest: imageDigest },
      imageHelp,
    ),
    imagePullSecrets,
    ...placementFields({
      nodeSelector: { 'kubernetes.io/os': 'windows' },
      tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }],
    }),
    ...nameFields,
    ...namespaceField,
    podAnnotations: podAnnotations({
      'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true',
      ...logsJob('integrations/windows_exporter'),
    }),
    podLabels: anything({}, 'Further labels of all objects, the pods included.'),
    daemonsetAnnotations: anything({}, 'Annotations of the DaemonSet.'),
    releaseLabel: flag(
      true,
      'Label the objects with the release. Host Metrics finds the pods by it.',
    ),
    updateStrategy: anything(
      { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      'How pods are replaced.',
    ),
    priorityClassName: text('', 'Which pods go first when nodes are full.'),
    env: anything({}, 'Environment variables, by name.'),
    hostNetwork: flag(true, 'Use the network of the node, whose interfaces are measured.'),
    hostPID: flag(true, 'See the processes of the node.'),
    dnsConfig: anything({}, 'Further settings of name resolution.'),
    rbac: group({ create: flag(true, 'Make the account.') }, 'What it may do in the cluster.'),
    serviceAccount: group(
      {
        ...accountFields,
        imagePullSecrets,
        automountServiceAccountToken: flag(false, 'Give the pods the account’s token.'),
      },
      'The account that the pods run as.',
    ),
    securityContext: podSecurity({
      windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\system' },
    }),
    containerSecurityContext: containerSecurity({}),
    livenessProbe: probeOptions('When it is restarted.', health),
    readinessProbe: probeOptions('When it gets requests.', health),
    extraHostVolumeMounts: extra('Further folders of the node, and where they appear.'),
    configmaps: extra('ConfigMaps to mount, and where they appear.'),
    secrets: extra('Secrets to mount, and where they appear.'),
    sidecars: extra('Further containers.'),
    sidecarVolumeMount: extra('Volumes in memory that are shared with further containers.'),
    sidecarHostVolumeMounts: extra('Folders of the node for further containers.'),
    extraInitContainers: extra('Containers that run first.'),
    prometheus: exporterMonitors({}),
  },
  'Metrics of Windows nodes.',
  { open: true },
)
