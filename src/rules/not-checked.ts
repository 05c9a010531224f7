import { shellQuote } from '../base/shell'
import type { Collector } from '../collectors/describe'
import type { Code } from '../diagnostics/codes'

/** What decides which checks matter; all of it comes out of the values. */
export interface LiveFacts {
  /** The namespace that everything goes to. */
  readonly namespace: string
  readonly collectors: readonly Collector[]
  /** Kind and name of everything that the release installs or that the operator makes of it. */
  readonly objects: readonly { readonly kind: string; readonly name: string }[]
  /** Whether a pod claims storage. */
  readonly claims: boolean
  /** Codes of all findings. */
  readonly codes: ReadonlySet<Code>
  /** Secrets that configs read and nothing here makes. */
  readonly secrets: readonly { readonly name: string; readonly namespace: string }[]
  /** Addresses that configs send to over HTTP. */
  readonly addresses: readonly string[]
}

/** Something that only the cluster knows, with the commands that ask it. */
export interface LiveCheck {
  /** Stays the same from version to version. */
  readonly id: string
  readonly title: string
  /** Why it matters, and what the answer should be. */
  readonly why: string
  /** Lines for a POSIX shell. */
  readonly command: string
}

interface Row {
  readonly id: string
  readonly title: string
  readonly why: string
  applies(facts: LiveFacts): boolean
  /** Command lines, each a list of words. */
  commands(facts: LiveFacts): readonly (readonly string[])[]
}

const runs = (feature: string) => (facts: LiveFacts) =>
  facts.collectors.some(({ features }) => features.includes(feature))

const installs = (kind: string, part: string) => (facts: LiveFacts) =>
  facts.objects.some((object) => object.kind === kind && object.name.includes(part))

const definitions = (...names: string[]) => [['kubectl', 'get', 'crd', ...names]]

const everywhere = (kind: string, ...more: string[]) => ['kubectl', 'get', kind, '-A', ...more]

const hostPorts =
  'custom-columns=NAMESPACE:.metadata.namespace,NAME:.metadata.name,PORTS:.spec.template.spec.containers[*].ports[*].hostPort'

const rows: readonly Row[] = [
  {
    id: 'alloy-definition',
    title: 'The definition of Alloy objects',
    why: 'Helm installs definitions (CRDs) with the first installation only and never updates them. The chart stops when an upgrade finds none.',
    applies: ({ collectors }) => collectors.length > 0,
    commands: () => definitions('alloys.collectors.grafana.com'),
  },
  {
    id: 'other-operator',
    title: 'No other Alloy Operator',
    why: 'Two operators that watch the same namespaces undo each other’s work. The chart stops when it finds a second one; nothing but this release’s should be listed.',
    applies: ({ collectors }) => collectors.length > 0,
    commands: () => [
      everywhere('deployments', '--selector', 'app.kubernetes.io/name=alloy-operator'),
    ],
  },
  {
    id: 'openshift',
    title: 'Whether this is OpenShift',
    why: 'If anything is listed it is OpenShift, and the chart wants global.platform to be openshift.',
    applies: () => true,
    commands: () => [['kubectl', 'api-resources', '--api-group=security.openshift.io']],
  },
  {
    id: 'nodes',
    title: 'What kind of nodes there are',
    why: 'Addresses that begin with azure:// mean AKS, where every collector needs an annotation for the API server’s name. Nodes of Fargate or Autopilot refuse collectors that reach for the node.',
    applies: () => true,
    commands: () => [
      [
        'kubectl',
        'get',
        'nodes',
        '-o',
        'custom-columns=NAME:.metadata.name,PROVIDER:.spec.providerID,SYSTEM:.status.nodeInfo.osImage,OS:.metadata.labels.kubernetes\\.io/os',
      ],
    ],
  },
  {
    id: 'pod-security',
    title: 'What the namespace lets pods do',
    why: 'Collectors that read node files or run privileged need the Pod Security level privileged: the label pod-security.kubernetes.io/enforce should be absent or say so.',
    applies: ({ collectors }) => collectors.some(({ privileges }) => privileges.length > 0),
    commands: ({ namespace }) => [['kubectl', 'get', 'namespace', namespace, '--show-labels']],
  },
  {
    id: 'mesh',
    title: 'Whether the namespace is in a service mesh',
    why: 'In Istio, instances of a clustered collector find each other only if alloy.clustering.portName does not begin with http. Look for labels that begin with istio.',
    applies: ({ objects }) =>
      objects.some(({ kind, name }) => kind === 'Service' && name.endsWith('-cluster')),
    commands: ({ namespace }) => [['kubectl', 'get', 'namespace', namespace, '--show-labels']],
  },
  {
    id: 'own-secrets',
    title: 'Secrets of your own',
    why: 'Configs read these Secrets, and nothing here makes them. A collector whose Secret is missing does not start.',
    applies: ({ secrets }) => secrets.length > 0,
    commands: ({ secrets }) =>
      secrets.map(({ name, namespace }) => [
        'kubectl',
        'describe',
        'secret',
        name,
        '--namespace',
        namespace,
      ]),
  },
  {
    id: 'addresses',
    title: 'Whether destinations can be reached',
    why: 'Any answer shows that there is a way, even a refusal: it comes from the server. A time-out means a firewall, a proxy or a wrong name.',
    applies: ({ addresses }) => addresses.length > 0,
    commands: ({ addresses, namespace }) => [
      [
        'kubectl',
        'run',
        'reach',
        '--namespace',
        namespace,
        '--rm',
        '-it',
        '--restart=Never',
        '--image=curlimages/curl',
        '--',
        'curl',
        '-sS',
        '-m',
        '10',
        '-w',
        '%{http_code} %{url}\\n',
        ...addresses.flatMap((address) => ['-o', '/dev/null', address]),
      ],
    ],
  },
  {
    id: 'node-exporter-port',
    title: 'Nobody else has Node Exporter’s port',
    why: 'Node Exporter binds port 9100 of each node. Where another DaemonSet has it, its pods stay pending.',
    applies: installs('DaemonSet', 'node-exporter'),
    commands: () => [everywhere('daemonsets', '-o', hostPorts)],
  },
  {
    id: 'beyla-port',
    title: 'Nobody else has Beyla’s port',
    why: 'Beyla’s pods use the node’s network. Where another DaemonSet has the same port, they fail, and the chart stops when it sees that.',
    applies: runs('autoInstrumentation'),
    commands: () => [everywhere('daemonsets', '-o', hostPorts)],
  },
  {
    id: 'own-kube-state-metrics',
    title: 'A kube-state-metrics of your own',
    why: 'It is not deployed here, so labelMatchers have to find yours. Compare them with the labels of what is listed.',
    applies: (facts) =>
      runs('clusterMetrics')(facts) && !installs('Deployment', 'kube-state-metrics')(facts),
    commands: () => [
      everywhere(
        'pods',
        '--selector',
        'app.kubernetes.io/name=kube-state-metrics',
        '--show-labels',
      ),
    ],
  },
  {
    id: 'monitor-definitions',
    title: 'The definitions of monitors',
    why: 'Prometheus Operator Objects needs the definitions (CRDs) of the Prometheus Operator; without them the collector logs errors and scrapes nothing.',
    applies: runs('prometheusOperatorObjects'),
    commands: () =>
      definitions(
        'servicemonitors.monitoring.coreos.com',
        'podmonitors.monitoring.coreos.com',
        'probes.monitoring.coreos.com',
      ),
  },
  {
    id: 'doubled-monitors',
    title: 'Monitors for what is scraped anyway',
    why: 'ServiceMonitors for the kubelet, kube-state-metrics or Node Exporter make their metrics arrive twice. Leave their namespaces out, or the monitors.',
    applies: ({ codes }) => codes.has('advice.scraped-by-monitors'),
    commands: () => [everywhere('servicemonitors')],
  },
  {
    id: 'pod-logs-definition',
    title: 'The definition of PodLogs objects',
    why: 'PodLogs Objects follows objects of this definition (CRD), which the operator’s chart does not install unless it is told to.',
    applies: runs('podLogsObjects'),
    commands: () => definitions('podlogs.monitoring.grafana.com'),
  },
  {
    id: 'journal',
    title: 'Whether nodes have a journal',
    why: 'Node Logs reads /var/log/journal of each node. If the folder is missing, look in /run/log/journal and set journal.path.',
    applies: runs('nodeLogs'),
    commands: ({ namespace, collectors }) =>
      collectors
        .filter(({ features }) => features.includes('nodeLogs'))
        .map(({ objectName }) => [
          'kubectl',
          'exec',
          '--namespace',
          namespace,
          `daemonset/${objectName}`,
          '--container',
          'alloy',
          '--',
          'ls',
          '/var/log/journal',
        ]),
  },
  {
    id: 'control-plane',
    title: 'Whether the control plane shows',
    why: 'The scheduler and the controller manager can be scraped only where they are listed as pods.',
    applies: ({ codes }) => codes.has('platforms.control-plane'),
    commands: () => [
      [
        'kubectl',
        'get',
        'pods',
        '--namespace',
        'kube-system',
        '--selector',
        'component in (kube-scheduler, kube-controller-manager)',
        '--show-labels',
      ],
    ],
  },
  {
    id: 'storage',
    title: 'A class of storage',
    why: 'Volumes that pods claim are made by a storage class. One should be marked as the default, unless the claim names its own.',
    applies: ({ claims }) => claims,
    commands: () => [['kubectl', 'get', 'storageclass']],
  },
  {
    id: 'metrics-for-scaling',
    title: 'Metrics for autoscaling',
    why: 'An autoscaler needs the metrics server. If this shows no figures, replicas stay as they are.',
    applies: ({ objects }) => objects.some(({ kind }) => kind === 'HorizontalPodAutoscaler'),
    commands: ({ namespace }) => [['kubectl', 'top', 'pods', '--namespace', namespace]],
  },
]

/** What matters for these values and cannot be seen in them, each with the commands that check it. */
export function notChecked(facts: LiveFacts): readonly LiveCheck[] {
  return rows
    .filter(({ applies }) => applies(facts))
    .map(({ id, title, why, commands }) => ({
      id,
      title,
      why,
      command: commands(facts)
        .map((words) => words.map(shellQuote).join(' '))
        .join('\n'),
    }))
}
