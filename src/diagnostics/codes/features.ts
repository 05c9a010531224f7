import type { CodeTable } from './code'

export const featuresCodes = {
  'features.not-a-daemonset': {
    severity: 'error',
    title: 'Collector is not a DaemonSet',
    help: 'The feature gathers what each node holds, so a collector has to run on every node. The chart refuses another kind of workload. Use the preset daemonset, or give the feature to a collector that is a DaemonSet.',
  },
  'features.no-var-log': {
    severity: 'error',
    title: 'Collector does not see the node’s logs',
    help: 'The feature reads log files of the node, and the collector has to mount the folder /var/log for that. The preset filesystem-log-reader does it.',
  },
  'features.events-repeated': {
    severity: 'warning',
    title: 'Events are sent several times',
    help: 'Each replica of a collector watches all events on its own unless the feature’s clustering shares them out. The chart does not check this. Use a collector with one replica, or turn on clustering both on the collector and on the feature.',
  },
  'features.service-missing': {
    severity: 'error',
    title: 'Nothing to scrape',
    help: 'The feature reads its metrics from another program, and the values neither deploy it nor say where yours is. The chart refuses that. Deploy it under telemetryServices, or set labelMatchers (and the namespace) of the one that you run.',
  },
  'features.deployment-setting': {
    severity: 'error',
    title: 'Setting of a deployment',
    help: 'Since version 4 a feature’s section holds only how metrics are collected. How the exporter is deployed stands under telemetryServices, and the chart refuses it here. Move it there.',
  },
  'features.moved-setting': {
    severity: 'error',
    title: 'Section moved',
    help: 'Version 4 of the chart made a feature of its own of this section and refuses it at the old place. Turn the new feature on and deploy its service there.',
  },
  'features.matcher-not-text': {
    severity: 'warning',
    title: 'Label value is no text',
    help: 'Labels of Kubernetes are texts. The chart prints a number, a boolean or a list as a complaint of the template language, so that the selector matches no pod and nothing is collected. Quote the value.',
  },
  'features.no-collector': {
    severity: 'error',
    title: 'No collector assigned',
    help: 'With one collector every feature runs there. With several, each feature has to name its own: the chart does not guess.',
  },
  'features.unknown-collector': {
    severity: 'error',
    title: 'Unknown collector',
    help: 'The feature names a collector that is not in the list of collectors.',
  },
  'features.collector-off': {
    severity: 'error',
    title: 'Collector switched off',
    help: 'The feature names a collector that has enabled: false.',
  },
  'features.no-destination': {
    severity: 'error',
    title: 'Nowhere to send',
    help: 'The feature collects a signal that none of the destinations takes. Prometheus takes metrics, Loki logs, Pyroscope profiles, and OTLP metrics, logs and traces.',
  },
  'features.behind-router': {
    severity: 'error',
    title: 'Destinations only behind a router',
    help: 'A router, and whatever it sends to, is never picked unasked, because that would bypass its rules. A feature that should go through it has to name it.',
  },
  'features.no-host-root': {
    severity: 'error',
    title: 'Collector does not see the node',
    help: 'Alloy reads a Linux node through a mount of the node’s root at /host/root, and the chart refuses a collector without it. The preset linux-host-monitor mounts all that is needed and makes the collector privileged.',
  },
  'features.not-on-windows': {
    severity: 'error',
    title: 'Collector does not run on Windows',
    help: 'Windows nodes and their event channels can only be read on the node itself, and the chart refuses a collector that runs elsewhere. Give it a collector of its own, because one with the preset windows runs on Windows nodes only.',
  },
  'features.no-node-name': {
    severity: 'warning',
    title: 'Nodes cannot be told apart',
    help: 'The instance label of the node’s metrics comes from the environment variable NODE_NAME. Without it all nodes send the same series and overwrite each other. The chart means to set it for Windows but writes it to the wrong place; the preset linux-host-monitor sets it for Linux. Add it to the collector’s alloy.extraEnv.',
  },
  'features.setting-not-read': {
    severity: 'info',
    title: 'Setting has no effect',
    help: 'The chart declares this setting, but none of its templates reads it. It does no harm and can be left out.',
  },
  'features.no-source': {
    severity: 'error',
    title: 'Nothing to gather',
    help: 'The feature is on, but all that it could gather is off or missing, which the chart refuses. Turn on at least one of its sources, or turn the feature off.',
  },
  'features.source-without-name': {
    severity: 'error',
    title: 'Event source without a name',
    help: 'Each source becomes a component of its own with a bookmark file of its own, both called after the source. The chart refuses one without a name.',
  },
  'features.same-source-name': {
    severity: 'error',
    title: 'Two event sources with one name',
    help: 'Each source becomes a component that is called after it, and no two components may have the same name. Rename one of them.',
  },
  'features.source-without-channel': {
    severity: 'error',
    title: 'Event source without a channel',
    help: 'A source reads one event channel. Name the channel, or give a query in XML form, which names its channels itself.',
  },
  'features.nothing-collected': {
    severity: 'warning',
    title: 'Feature collects nothing',
    help: 'The feature is on and everything that it could collect is off. The chart installs it all the same, without effect. Turn on a source, or the feature off.',
  },
  'features.port-closed': {
    severity: 'error',
    title: 'Receiver’s port is closed',
    help: 'Applications reach a receiver through a port of the collector’s Service. The chart opens the ports of its receivers, but leaves a list of ports that you or another feature set as it is, and then refuses the values. List every port yourself, or give the receivers to collectors of their own.',
  },
  'features.cost-alone': {
    severity: 'error',
    title: 'Cost Metrics without Cluster Metrics',
    help: 'A fault of the chart: Cost Metrics reads a file that belongs to Cluster Metrics, and rendering ends with an error when that feature is off. Turn Cluster Metrics on; its sources may all be off.',
  },
  'features.service-labels-lost': {
    severity: 'warning',
    title: 'Static labels of services are lost',
    help: 'A fault of the chart: whether services are marked for their static labels depends on the static labels of pods. Without one there, those of services never match. Give the pods a static label too.',
  },
  'features.setting-misplaced': {
    severity: 'warning',
    title: 'Setting breaks the config',
    help: 'The chart accepts this setting and makes a config of it that Alloy refuses, so the collector would not start. That is a fault of the chart; the message says what helps.',
  },
  'features.test-mode': {
    severity: 'warning',
    title: 'Test mode of a feature',
    help: 'A key named testing makes a feature’s chart run its own tests: it checks the feature against a collector given there and installs a ConfigMap with the feature’s module. It is of no use in a cluster.',
  },
  'features.operator-crds': {
    severity: 'error',
    title: 'Definitions are not part of the chart',
    help: 'Earlier versions of the chart could install the definitions (CRDs) of the Prometheus Operator’s objects. This one refuses the setting. Take the section out, and install the definitions by their own chart, prometheus-operator-crds.',
  },
  'features.exclusion-lost': {
    severity: 'warning',
    title: 'Namespaces are not left out',
    help: 'A fault of the chart: its rule for the namespaces of ScrapeConfigs was taken over from Probes and matches no ScrapeConfig. Say under namespaces which to look into, or write a rule of your own under extraDiscoveryRules.',
  },
  'features.expression-incomplete': {
    severity: 'warning',
    title: 'Condition on labels is incomplete',
    help: 'Each condition has a key and an operator. The chart does not check that, and without one of them writes a config that Alloy refuses, so that the whole collector does not start.',
  },
  'features.no-beyla': {
    severity: 'error',
    title: 'Auto-Instrumentation without Beyla',
    help: 'Beyla does all that Auto-Instrumentation does, and the chart always writes its configuration. With beyla.enabled off, Beyla’s chart is not there to name it, and Helm stops.',
  },
  'features.beyla-cluster-name': {
    severity: 'warning',
    title: 'Beyla does not know the cluster’s name',
    help: 'Beyla has a configuration file of its own, into which the chart writes cluster.name. An expression in cluster.nameFrom is for Alloy and does not reach it. Set config.data.attributes.kubernetes.cluster_name of Beyla, or cluster.name.',
  },
  'features.beyla-elsewhere': {
    severity: 'warning',
    title: 'Beyla is in another namespace',
    help: 'Beyla’s chart does not know global.namespaceOverride and stays in the release’s namespace, while collectors move and look for Beyla only where they are themselves. Set Beyla’s namespaceOverride to the same namespace.',
  },
  'features.beyla-traces-stay': {
    severity: 'info',
    title: 'Beyla’s traces go nowhere',
    help: 'Auto-Instrumentation collects metrics by itself. To have traces too, turn on Application Observability with an OTLP receiver and a destination that takes traces; the chart then connects the two. If metrics are all you want, nothing needs doing.',
  },
  'features.label-name': {
    severity: 'warning',
    title: 'Not a name for a label',
    help: 'The chart writes the label’s name into the config without quotes, so the collector starts only if it consists of letters, digits and underscores and does not begin with a digit. Loki and Prometheus want the same of labels.',
  },
  'features.scraped-repeatedly': {
    severity: 'warning',
    title: 'Metrics are scraped several times',
    help: 'Replicas of a collector share their targets only when they cluster. For most features the chart insists on that; for this one it forgets to ask. Turn on the collector’s clustering (the preset clustered), or let it run once.',
  },
  'features.logs-repeated': {
    severity: 'warning',
    title: 'Logs are sent several times',
    help: 'Replicas of a collector share what they read only when they cluster. For most features the chart insists on that; for this one it forgets to ask. Turn on the collector’s clustering (the preset clustered), or let it run once.',
  },
  'features.some-nodes-only': {
    severity: 'warning',
    title: 'Some nodes are left out',
    help: 'The feature looks at the node that its collector runs on. Only a DaemonSet is on every node, and the chart does not check it.',
  },
} as const satisfies CodeTable
