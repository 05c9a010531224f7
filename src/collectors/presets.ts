/**
 * What each preset sets (collectors/presets/*.yaml of the chart), and what it is for in our words.
 */
export interface Preset {
  readonly name: string
  readonly help: string
  readonly values: Readonly<Record<string, unknown>>
}

const resources = (
  requestCpu: string,
  requestMemory: string,
  limitCpu: string,
  limitMemory: string,
) => ({
  alloy: {
    resources: {
      requests: { cpu: requestCpu, memory: requestMemory },
      limits: { cpu: limitCpu, memory: limitMemory },
    },
  },
})

const rootUser = {
  allowPrivilegeEscalation: true,
  privileged: true,
  runAsGroup: 0,
  runAsUser: 0,
}

const hostProcess = { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' }

/** A path of the node, mounted under a name. */
function hostMount(name: string, mountPath: string, path: string, type: string, more: object = {}) {
  return {
    mount: { name, mountPath, ...more },
    volume: { name, hostPath: { path, type } },
  }
}

function mounts(...pairs: readonly ReturnType<typeof hostMount>[]) {
  return {
    mounts: { extra: pairs.map((pair) => pair.mount) },
    volumes: { extra: pairs.map((pair) => pair.volume) },
  }
}

const cgroup = mounts(hostMount('cgroup', '/sys/fs/cgroup', '/sys/fs/cgroup', 'Directory'))
const tracefs = mounts(
  hostMount('tracefs', '/sys/kernel/tracing', '/sys/kernel/tracing', 'Directory'),
)
const storage = mounts(
  hostMount('alloy-storage', '/var/lib/alloy', '/var/lib/alloy', 'DirectoryOrCreate', {
    readOnly: false,
  }),
)
const host = mounts(
  hostMount('host-root', '/host/root', '/', 'Directory', { readOnly: true }),
  hostMount('host-proc', '/host/proc', '/proc', 'Directory', { readOnly: true }),
  hostMount('host-sys', '/host/sys', '/sys', 'Directory', { readOnly: true }),
)

/** The image that runs on Windows nodes. */
const windowsTag = 'v1.18.1-windowsservercore-ltsc2022'

/** All presets, by name in alphabetical order. */
export const presets: readonly Preset[] = [
  {
    name: 'clustered',
    help: 'Instances share the scraping between them, so that nothing is scraped twice.',
    values: { alloy: { clustering: { enabled: true } } },
  },
  {
    name: 'daemonset',
    help: 'One instance on every node, tainted ones included.',
    values: {
      controller: {
        type: 'daemonset',
        tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }],
      },
    },
  },
  {
    name: 'deployment',
    help: 'A Deployment with one replica, for work that needs neither a node nor storage of its own.',
    values: { controller: { type: 'deployment', replicas: 1 } },
  },
  {
    name: 'filesystem-log-reader',
    help: 'Mounts the log folders of the node.',
    values: { alloy: { mounts: { varlog: true, dockercontainers: true } } },
  },
  {
    name: 'host-cgroup',
    help: 'Mounts the node’s control groups, which eBPF profiling reads.',
    values: { alloy: { mounts: cgroup.mounts }, controller: { volumes: cgroup.volumes } },
  },
  {
    name: 'host-network',
    help: 'Shares the node’s network and process ids.',
    values: {
      controller: { hostPID: true, hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' },
    },
  },
  {
    name: 'host-storage',
    help: 'Keeps positions and buffers on the node, so that a restart loses nothing.',
    values: {
      alloy: { storagePath: '/var/lib/alloy', mounts: storage.mounts },
      controller: { volumes: storage.volumes },
    },
  },
  {
    name: 'host-tracefs',
    help: 'Mounts the kernel’s tracing file system, which eBPF profiling uses.',
    values: { alloy: { mounts: tracefs.mounts }, controller: { volumes: tracefs.volumes } },
  },
  {
    name: 'large',
    help: 'Asks for half a core and 1 GiB; at most two cores and 2 GiB.',
    values: resources('500m', '1Gi', '2000m', '2Gi'),
  },
  {
    name: 'linux-host-monitor',
    help: 'Mounts the whole file system of the node read-only and runs privileged, for host metrics by Alloy itself.',
    values: {
      alloy: {
        mounts: { varlog: true, ...host.mounts },
        securityContext: {
          privileged: true,
          allowPrivilegeEscalation: true,
          capabilities: { add: ['SYS_TIME'] },
        },
        extraEnv: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
      },
      controller: { volumes: host.volumes },
    },
  },
  {
    name: 'medium',
    help: 'Asks for a quarter of a core and 512 MiB; at most one core and 1 GiB.',
    values: resources('250m', '512Mi', '1000m', '1Gi'),
  },
  {
    name: 'otel-receiver',
    help: 'Opens the OTLP ports 4317 and 4318.',
    values: {
      alloy: {
        extraPorts: [
          { name: 'otlp-grpc', port: 4317, targetPort: 4317, protocol: 'TCP', appProtocol: 'grpc' },
          { name: 'otlp-http', port: 4318, targetPort: 4318, protocol: 'TCP', appProtocol: 'http' },
        ],
      },
    },
  },
  {
    name: 'privileged',
    help: 'Runs as root with every privilege. Deprecated: use root and the host presets that are needed.',
    values: { alloy: { securityContext: rootUser }, controller: { hostPID: true } },
  },
  {
    name: 'root',
    help: 'Runs as root with every privilege.',
    values: { alloy: { securityContext: rootUser } },
  },
  {
    name: 'service-discovery',
    help: 'Tells the remote configuration server that this collector may discover services.',
    values: { remoteConfig: { extraAttributes: { 'service-discovery': true } } },
  },
  {
    name: 'singleton',
    help: 'Exactly one instance, for what must not be collected twice.',
    values: { controller: { type: 'deployment', replicas: 1 } },
  },
  {
    name: 'small',
    help: 'Asks for a tenth of a core and 128 MiB; at most half a core and 512 MiB.',
    values: resources('100m', '128Mi', '500m', '512Mi'),
  },
  {
    name: 'statefulset',
    help: 'A StatefulSet with one replica, for stable names and storage.',
    values: { controller: { type: 'statefulset', replicas: 1 } },
  },
  {
    name: 'windows',
    help: 'Runs on Windows nodes, with the image made for them.',
    values: {
      alloy: {
        securityContext: {
          allowPrivilegeEscalation: null,
          capabilities: null,
          seccompProfile: null,
        },
      },
      image: { tag: windowsTag },
      controller: { nodeSelector: { 'kubernetes.io/os': 'windows' } },
      configReloader: { enabled: false },
    },
  },
  {
    name: 'windows-host-process',
    help: 'Runs as a process of the Windows node itself, which reading event logs needs.',
    values: {
      alloy: {
        command: ['%CONTAINER_SANDBOX_MOUNT_POINT%\\Program Files\\GrafanaLabs\\Alloy\\alloy.exe'],
        securityContext: { windowsOptions: hostProcess },
      },
      global: { podSecurityContext: { windowsOptions: hostProcess } },
      controller: { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' },
    },
  },
  {
    name: 'windows-scrapeable',
    help: 'Opens Alloy’s own port in the firewall of the Windows node.',
    values: {
      controller: {
        initContainers: [
          {
            name: 'configure-firewall',
            image: `docker.io/grafana/alloy:${windowsTag}`,
            command: ['powershell'],
            args: [
              'New-NetFirewallRule',
              '-DisplayName',
              "'alloy'",
              '-Direction',
              'inbound',
              '-Profile',
              'Any',
              '-Action',
              'Allow',
              '-LocalPort',
              '12345',
              '-Protocol',
              'TCP',
            ],
          },
        ],
      },
    },
  },
  {
    name: 'xlarge',
    help: 'Asks for a core and 2 GiB; at most four cores and 4 GiB.',
    values: resources('1000m', '2Gi', '4000m', '4Gi'),
  },
]

const byName = new Map(presets.map((preset) => [preset.name, preset]))

/** A preset by its name. */
export function presetNamed(name: unknown): Preset | undefined {
  return typeof name === 'string' ? byName.get(name) : undefined
}
