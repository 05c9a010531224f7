import type { CodeTable } from './code'

/** What the chart lets pass and would install, and what no values tell of. */
export const adviceCodes = {
  'advice.scraped-by-monitors': {
    severity: 'info',
    title: 'Perhaps scraped twice',
    help: 'Prometheus Operator Objects follows every ServiceMonitor, PodMonitor and Probe that it finds. Where one of them points to what Cluster Metrics or Host Metrics scrapes by itself, each series arrives twice, under two job names, and is paid for twice. Narrow the objects by namespace or labels.',
  },
  'advice.scraped-by-annotations': {
    severity: 'warning',
    title: 'Scraped twice',
    help: 'Annotation Autodiscovery scrapes whatever carries its annotation. What another feature scrapes by itself should not carry it, or each series arrives twice, under two job names.',
  },
  'advice.service-unused': {
    severity: 'info',
    title: 'Service that nothing scrapes',
    help: 'A telemetry service makes metrics and stores none. Unless you scrape it from elsewhere, one whose feature is off only costs resources.',
  },
  'advice.positions-lost': {
    severity: 'info',
    title: 'Positions are lost with the pod',
    help: 'Readers of log files note how far they have read. In the pod’s own file system the note is gone when the pod is replaced, as at each update, and lines are missing or arrive again. On a folder of the node it stays.',
  },
  'advice.secret-in-values': {
    severity: 'info',
    title: 'Credentials in the values',
    help: 'Whoever may read the values may read the credentials in them, and a repository keeps them for ever. The export can put them into a file of their own, or make commands that create the Secret; then the values only name it.',
  },
  'advice.plain-http': {
    severity: 'warning',
    title: 'Unencrypted over the internet',
    help: 'The address is not of a private network, and telemetry with its logins travels there as plain text. Nearly every server that is reachable from outside speaks https.',
  },
  'advice.unverified-tls': {
    severity: 'warning',
    title: 'Certificate is not verified',
    help: 'Without verification, encryption protects only from those who listen, not from those who answer in the server’s place. A certificate of an authority of your own can be verified by giving that authority’s certificate.',
  },
  'advice.no-requests': {
    severity: 'info',
    title: 'No resource requests',
    help: 'Requests tell the scheduler how much room a pod needs. Pods without any are the first to go when a node runs short of memory, and an autoscaler cannot work without them. The presets small, medium, large and xlarge set requests and limits.',
  },
  'advice.unused-destination': {
    severity: 'info',
    title: 'Nothing goes there',
    help: 'Unless a feature names its destinations, the chart picks those of the form in which the feature collects, and others only if there is none. The matrix of features and destinations shows what goes where and why.',
  },
  'advice.keeps-everything': {
    severity: 'info',
    title: 'Keeps every metric',
    help: 'The sources of Kubernetes have many more metrics than dashboards and alerts use. The default list holds the useful ones. Without it, and without a list of your own, all are stored and paid for.',
  },
  'advice.config-too-large': {
    severity: 'warning',
    title: 'Config too large for a ConfigMap',
    help: 'Kubernetes stores no object of more than one mebibyte. Helm keeps all objects of a release, compressed, in one Secret, which has the same limit. Long lists of metrics, many destinations and raw Alloy make configs grow.',
  },
  'platforms.openshift-constraints': {
    severity: 'warning',
    title: 'OpenShift would refuse the pods',
    help: 'On OpenShift the chart makes SecurityContextConstraints for each collector. It derives them from a few settings only: the mount of /var/log, the node’s network and process ids, and privileges. What else a collector uses is not allowed, and its pods are never made.',
  },
  'platforms.windows-refuses': {
    severity: 'warning',
    title: 'Not possible on Windows',
    help: 'Pods on Windows nodes know no privileged mode, no capabilities and no folders of Linux. A collector for Windows needs the preset windows, and windows-host-process to see the node.',
  },
  'platforms.aks-annotation': {
    severity: 'warning',
    title: 'Annotation for AKS is missing',
    help: 'AKS puts the full name of the API server into pods with this annotation, so that they pass its firewall. When the chart finds itself on AKS, it insists that every collector and kube-state-metrics have it.',
  },
  'platforms.no-host-here': {
    severity: 'warning',
    title: 'No node to look at',
    help: 'Fargate and virtual nodes run each pod on a machine of its own. They take no DaemonSets, no privileged pods and no mounts of node folders. Logs can be read through the Kubernetes API instead, and metrics through the kubelet.',
  },
  'platforms.host-access': {
    severity: 'info',
    title: 'Reaches for the node',
    help: 'Reading logs, profiling and host metrics need more than an ordinary pod may do. Some platforms and namespaces refuse such pods whatever the values say. The list of what is not checked here has the commands that tell.',
  },
  'platforms.control-plane': {
    severity: 'info',
    title: 'Control plane may be hidden',
    help: 'Where the provider runs the control plane, its parts are no pods of the cluster and cannot be scraped. Nothing breaks, but nothing arrives either.',
  },
  'platforms.no-journal': {
    severity: 'info',
    title: 'Nodes may have no journal',
    help: 'The logs of kubelet and container runtime are in the journal of systemd, where there is one. Nodes without it give nothing to read, and nothing breaks.',
  },
} as const satisfies CodeTable
