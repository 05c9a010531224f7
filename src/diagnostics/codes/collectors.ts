import type { CodeTable } from './code'

export const collectorsCodes = {
  'collectors.none': {
    severity: 'error',
    title: 'No collector',
    help: 'Since version 4 the chart makes no collector by itself: the values list them. The wizard adds those that the features need when you complete the choices.',
  },
  'collectors.same-name': {
    severity: 'error',
    title: 'Collectors share a name',
    help: 'Kubernetes names are lower case, with hyphens. Collectors whose names differ only in case, spaces or underscores would become one object, so the chart refuses them.',
  },
  'collectors.same-object': {
    severity: 'warning',
    title: 'Collectors share an object',
    help: 'The chart makes an object’s name from the release and the collector. It leaves the collector’s name out when the release’s name contains it, and nameOverride replaces it for all. It does not check the outcome, and the last object wins.',
  },
  'collectors.presets-no-list': {
    severity: 'error',
    title: 'Presets are not a list',
    help: 'Presets are a list of names, such as [clustered, statefulset].',
  },
  'collectors.unknown-preset': {
    severity: 'error',
    title: 'Unknown preset',
    help: 'A preset is a bundle of settings that comes with the chart under a fixed name. A misspelt name stops the installation.',
  },
  'collectors.privileged-preset': {
    severity: 'error',
    title: 'Privileged beside its successors',
    help: 'The preset privileged was split into root, host-network, host-storage, host-cgroup and host-tracefs. The chart refuses the old one beside root or host-network.',
  },
  'collectors.unused': {
    severity: 'error',
    title: 'Unused collector',
    help: 'The chart refuses a collector that runs no feature, has no extra configuration and takes no remote configuration, as it would only cost resources.',
  },
  'collectors.not-clustered': {
    severity: 'error',
    title: 'Several instances without clustering',
    help: 'Every instance of a collector has the same config. Without clustering, each scrapes every target, and everything is sent as many times as there are instances. With it, they share the targets between them.',
  },
  'collectors.stability': {
    severity: 'error',
    title: 'Stability level too low',
    help: 'Alloy marks new components as public preview or experimental and refuses to start with one unless its stability level allows it. The chart checks this before installing.',
  },
  'collectors.operator-refuses': {
    severity: 'warning',
    title: 'The operator cannot run this collector',
    help: 'The chart hands a collector’s settings to the Alloy Operator without looking at most of them. With these the operator makes no pods, while the installation itself succeeds. Its log and the status of the Alloy object say so later.',
  },
  'collectors.remote-config-without-key': {
    severity: 'error',
    title: 'Remote configuration without a key',
    help: 'Pipelines from Grafana’s Fleet Management send with the token in GCLOUD_RW_API_KEY, so the chart refuses remote configuration without that variable. It adds it by itself when there is a password in a Secret, unless the collector has a list of environment variables of its own.',
  },
  'collectors.preset-overruled': {
    severity: 'warning',
    title: 'Presets contradict each other',
    help: 'The chart’s documentation says that the last of two presets wins, but its templates let the first win. Extra ports, mounts, volumes and init containers add up. Your own settings win over every preset.',
  },
  'collectors.addition-lost': {
    severity: 'warning',
    title: 'Volume of a feature is left out',
    help: 'Features add volumes, mounts and ports to their collector, but a list that is there already stays as it is. The chart checks that for ports; a missing volume shows only by what does not arrive.',
  },
  'collectors.no-controller': {
    severity: 'info',
    title: 'Does not say how it runs',
    help: 'Neither a preset nor controller.type says what kind of workload the collector is. The operator then makes a DaemonSet, while the metrics about the installation call it a deployment.',
  },
} as const satisfies CodeTable
