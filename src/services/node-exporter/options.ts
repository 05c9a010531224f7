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
  ipDualStack,
  linuxNodes,
  logsJob,
  nameFields,
  namespaceField,
  notOnFargate,
  placementFields,
  podAnnotations,
  podLabels,
  podSecurity,
  probeOptions,
  rbacProxyOptions,
  resources,
  verticalPodAutoscaler,
} from '../common-options'
import { exporterMonitors } from '../monitors'

/** File systems that hold no data of their own: Node Exporter's standard list, tmpfs and ramfs. */
const ignoredFileSystems = [
  'autofs',
  'binfmt_misc',
  'bpf',
  'cgroup2?',
  'configfs',
  'debugfs',
  'devpts',
  'devtmpfs',
  'fusectl',
  'hugetlbfs',
  'iso9660',
  'mqueue',
  'nsfs',
  'overlay',
  'proc',
  'procfs',
  'pstore',
  'rpc_pipefs',
  'securityfs',
  'selinuxfs',
  'squashfs',
  'erofs',
  'sysfs',
  'tracefs',
  'tmpfs',
  'ramfs',
] as const

const withoutFileSystems = [
  '--collector.filesystem.fs-types-exclude=^(',
  ignoredFileSystems.join('|'),
  ')$',
].join('')

const propagation = (what: string, initial: string) =>
  text(initial, ['How mounts below ', what, ' of the node reach the container.'].join(''))

const nodePlaces = placementFields({
  nodeSelector: linuxNodes,
  tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }],
  affinity: notOnFargate,
})

/** charts/telemetry-services/values.yaml over the chart prometheus-node-exporter 4.56. */
export const options = group(
  {
    ...deployField('Node Exporter'),
    portConflictCheck: flag(
      true,
      'On installation, stop when another Node Exporter takes the same port on the nodes.',
    ),
    extraArgs: extraArgs([withoutFileSystems]),
    service: group(
      {
        port: count(9100, 'Port that it takes on each node; it must be free there.', {
          integer: true,
          common: true,
        }),
        enabled: flag(true, 'Make a Service before the pods.'),
        type: choice(['ClusterIP', 'NodePort', 'LoadBalancer'], 'ClusterIP', 'Kind of Service.', {
          loose: true,
        }),
        clusterIP: text('', 'Address inside the cluster.'),
        servicePort: anything('', 'Port of the Service. Empty takes that of the nodes.'),
        targetPort: anything(9100, 'Port of the pods that the Service leads to.'),
        portName: text('metrics', 'Name of the port.'),
        nodePort: anything(null, 'Port on the nodes, for the type NodePort.'),
        listenOnAllInterfaces: flag(
          true,
          'Listen on every address of the node, not only on its main one.',
        ),
        annotations: anything({ 'prometheus.io/scrape': 'false' }, 'Annotations of the Service.'),
        labels: anything({}, 'Further labels of the Service.'),
        ipDualStack,
        externalTrafficPolicy: text('', 'Where traffic from outside may go.'),
        internalTrafficPolicy: text('', 'Where traffic from inside may go.'),
      },
      'Where it listens, and the Service before it.',
    ),
    resources: resources(),
    image: group(
      {
        ...imageFields('quay.io', 'prometheus/node-exporter'),
        distroless: flag(false, 'Use the smaller image without a shell.'),
        digest: imageDigest,
      },
      imageHelp,
    ),
    imagePullSecrets,
    ...nodePlaces,
    ...nameFields,
    ...namespaceField,
    podAnnotations: podAnnotations({
      'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true',
      ...logsJob('integrations/node_exporter'),
    }),
    podLabels,
    commonLabels: anything({}, 'Further labels of all objects.'),
    daemonsetAnnotations: anything({}, 'Annotations of the DaemonSet.'),
    releaseLabel: flag(
      true,
      'Label the objects with the release. Host Metrics finds the pods by it.',
    ),
    revisionHistoryLimit: count(10, 'How many older versions to keep for going back.', {
      integer: true,
    }),
    updateStrategy: anything(
      { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      'How pods are replaced.',
    ),
    priorityClassName: text('', 'Which pods go first when nodes are full.'),
    terminationGracePeriodSeconds: anything(null, 'Seconds that a pod has to end.'),
    restartPolicy: text(null, 'When the container is started again.', { nullable: true }),
    env: anything({}, 'Environment variables, by name.'),
    hostNetwork: flag(true, 'Use the network of the node, whose interfaces are measured.'),
    hostPID: flag(true, 'See the processes of the node.'),
    hostIPC: flag(false, 'See the shared memory of the node.'),
    hostUsers: flag(null, 'Whether the pods share the node’s user namespace.', { nullable: true }),
    dnsPolicy: text('', 'Where the pods look up names.'),
    dnsConfig: anything({}, 'Further settings of name resolution.'),
    hostRootFsMount: group(
      {
        enabled: flag(true, 'Mount the root of the node, whose file systems are measured.'),
        mountPropagation: propagation('the root', 'HostToContainer'),
      },
      'The node’s root.',
    ),
    hostProcFsMount: group({ mountPropagation: propagation('/proc', '') }, 'The node’s /proc.'),
    hostSysFsMount: group({ mountPropagation: propagation('/sys', '') }, 'The node’s /sys.'),
    rbac: group(
      {
        create: flag(true, 'Make the account, and the role that the proxy needs.'),
        useExistingRole: text('', 'Name of a role that exists, to use instead.'),
      },
      'What it may do in the cluster.',
    ),
    serviceAccount: group(
      {
        ...accountFields,
        imagePullSecrets,
        automountServiceAccountToken: flag(false, 'Give the pods the account’s token.'),
      },
      'The account that the pods run as.',
    ),
    securityContext: podSecurity({
      fsGroup: 65534,
      runAsGroup: 65534,
      runAsNonRoot: true,
      runAsUser: 65534,
    }),
    containerSecurityContext: containerSecurity({ readOnlyRootFilesystem: true }),
    livenessProbe: probeOptions('When it is restarted.', { delay: 0, timeout: 1 }),
    readinessProbe: probeOptions('When it gets requests.', { delay: 0, timeout: 1 }),
    terminationMessageParams: anything(
      {
        enabled: false,
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
      },
      'Where the last words of a container go.',
    ),
    kubeRBACProxy: rbacProxyOptions({
      port: 8100,
      securityContext: {},
      fields: {
        env: {},
        portName: 'http',
        enableHostPort: false,
        enableProxyEndpointsHostPort: false,
        extraVolumeMounts: [],
        tls: { enabled: false, tlsClientAuth: false },
      },
    }),
    tlsSecret: group(
      {
        enabled: flag(false, 'Mount a Secret with a certificate for the proxy.'),
        caItem: text('', 'Key of the authority’s certificate.'),
        certItem: text('tls.crt', 'Key of the certificate.'),
        keyItem: text('tls.key', 'Key of the private key.'),
        secretName: text('prometheus-node-exporter-tls', 'Name of the Secret.'),
        volumeName: text('prometheus-node-exporter-tls', 'Name of the volume.'),
      },
      'The proxy’s certificate.',
    ),
    permissionInitContainer: anything(
      {
        image: {
          registry: 'quay.io',
          repository: 'prometheus/busybox',
          tag: 'latest',
          sha: '',
          pullPolicy: 'IfNotPresent',
        },
        securityContext: { runAsUser: 0, runAsGroup: 0, runAsNonRoot: false },
        fixes: { rapl: false, slabinfo: false },
        extraCommands: [],
      },
      'A container that runs first, as root, to open files of the node that only root may read.',
    ),
    extraHostVolumeMounts: extra('Further folders of the node, and where they appear.'),
    configmaps: extra('ConfigMaps to mount, and where they appear.'),
    secrets: extra('Secrets to mount, and where they appear.'),
    extraVolumes: extra('Further volumes.'),
    extraVolumeMounts: extra('Where further volumes appear in the container.'),
    sidecars: extra('Further containers.'),
    sidecarVolumeMount: extra('Volumes in memory that are shared with further containers.'),
    sidecarHostVolumeMounts: extra('Folders of the node for further containers.'),
    extraInitContainers: extra('Containers that run first.'),
    endpoints: extra('Addresses of Node Exporters outside the cluster.'),
    networkPolicy: anything({ enabled: false }, 'Who may talk to the pods.'),
    prometheus: exporterMonitors({ targetLabels: [] }),
    verticalPodAutoscaler,
    version: text('', 'The program’s version, where the image’s tag does not tell it.', {
      loose: true,
    }),
    extraManifests: extra('Further Kubernetes objects, as texts.'),
  },
  'Metrics of Linux nodes.',
  { open: true },
)
