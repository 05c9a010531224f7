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
} as const satisfies CodeTable
