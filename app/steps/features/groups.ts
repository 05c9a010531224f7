import type { FeatureFacts } from '../../queries/surface'

/** What people want to see, in the order in which they mostly start. */
export const groups: readonly {
  readonly id: FeatureFacts['group']
  readonly title: string
  readonly help: string
}[] = [
  {
    id: 'cluster',
    title: 'Cluster',
    help: 'How nodes, containers and Kubernetes itself are doing.',
  },
  {
    id: 'applications',
    title: 'Applications',
    help: 'What your own programs and the services beside them report.',
  },
  { id: 'logs', title: 'Logs', help: 'What pods and nodes write.' },
  { id: 'profiles', title: 'Profiles', help: 'Where programs spend their time and memory.' },
  { id: 'cost', title: 'Cost and energy', help: 'What it all takes.' },
]

/** A way to collect the same thing, and when it is the right one. */
export interface Variant {
  /** The feature's key. */
  readonly key: string
  readonly when: string
}

/** Features that are variants or parts of one thing, explained together. */
export interface Family {
  readonly id: string
  readonly title: string
  readonly help: string
  readonly variants: readonly Variant[]
  /** Told when more than one is on; none where they are parts that go together. */
  readonly several?: string
}

export const families: readonly Family[] = [
  {
    id: 'host-metrics',
    title: 'Host metrics',
    help: 'The machines beneath Kubernetes, in parts that go together: switch on those that you have.',
    variants: [
      {
        key: 'hostMetrics_linuxHosts',
        when: 'For Linux nodes. Node Exporter runs on every node; with the source alloy the collectors read the nodes themselves, which saves a pod on each and needs a privileged DaemonSet.',
      },
      {
        key: 'hostMetrics_windowsHosts',
        when: 'For Windows nodes, by Windows Exporter or by Alloy on those nodes.',
      },
      {
        key: 'hostMetrics_energyMetrics',
        when: 'For power use. Exact on bare metal, an estimate on virtual machines.',
      },
    ],
  },
  {
    id: 'pod-logs',
    title: 'Pod logs',
    help: 'What containers write to standard output. There are three ways to read it, and one to let teams decide for themselves; most clusters want the first.',
    several:
      'More than one way is on. Pods that both reach are read twice, unless their namespaces or annotations keep them apart.',
    variants: [
      {
        key: 'podLogsViaLoki',
        when: 'The usual way. Alloy reads the files on each node and sends them in Loki’s form, parsed and labelled as the dashboards expect.',
      },
      {
        key: 'podLogsViaOpenTelemetry',
        when: 'The same files, read as OpenTelemetry records. For backends that take OTLP, and for attributes by its conventions.',
      },
      {
        key: 'podLogsViaKubernetesApi',
        when: 'No access to the nodes needed, at the price of one stream through the Kubernetes API for each container. For Fargate, Autopilot and other nodes that are out of reach.',
      },
      {
        key: 'podLogsObjects',
        when: 'Each team places a PodLogs object in its namespace that says which pods are read, and how. Goes beside one of the others, or alone.',
      },
    ],
  },
]
