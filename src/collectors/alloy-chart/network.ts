import { anything, choice, count, flag, group, map, text, texts } from '../../values/options'

/** `service`: the Service in front of the pods. */
export const serviceOptions = group(
  {
    enabled: flag(true, 'Put a Service in front of the pods.'),
    type: choice(
      ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
      'ClusterIP',
      'Who can reach it: the cluster, every node’s address, or a load balancer’s.',
      { loose: true },
    ),
    nodePort: count(31128, 'Port on every node when the type is NodePort.', { integer: true }),
    clusterIP: text('', 'A fixed address, or None for a headless Service.'),
    internalTrafficPolicy: choice(
      ['Cluster', 'Local'],
      'Cluster',
      'Local keeps traffic on the node that it comes from, as suits a DaemonSet that receives data.',
      { loose: true },
    ),
    externalTrafficPolicy: choice(
      ['Cluster', 'Local'],
      'Cluster',
      'Local keeps the client’s address, at the price of uneven load.',
      { loose: true },
    ),
    annotations: map(text('', ''), 'Annotations, such as a cloud’s load balancer settings.'),
  },
  'The Service of the collector.',
)

/** `serviceMonitor`: how a Prometheus Operator finds the collector's own metrics. */
export const serviceMonitorOptions = group(
  {
    enabled: flag(false, 'Make a ServiceMonitor for Alloy’s own metrics.'),
    additionalLabels: map(text('', ''), 'Labels that a Prometheus selects its monitors by.'),
    interval: text('', 'How often to scrape, when not as often as Prometheus does by default.', {
      format: 'duration',
    }),
    metricRelabelings: anything([], 'Relabelling after the scrape.'),
    tlsConfig: anything({}, 'TLS settings of the scrape.'),
    relabelings: anything([], 'Relabelling before the scrape.'),
  },
  'A ServiceMonitor for the collector itself.',
)

/** `ingress`: a way in from outside for Faro data. */
export const ingressOptions = group(
  {
    enabled: flag(false, 'Let browsers reach the Faro port from outside the cluster.'),
    ingressClassName: text('', 'Which ingress controller serves it.'),
    annotations: map(text('', ''), 'Annotations for the ingress controller.'),
    labels: map(text('', ''), 'More labels.'),
    path: text('/', 'Path to serve under.'),
    faroPort: count(12347, 'Port of the Service to send requests to.', { integer: true }),
    pathType: choice(
      ['Prefix', 'Exact', 'ImplementationSpecific'],
      'Prefix',
      'How the path is matched.',
      { loose: true },
    ),
    hosts: texts('Host names to serve.', { initial: ['chart-example.local'] }),
    extraPaths: anything([], 'More paths, ahead of the own one, for every host.'),
    tls: anything([], 'Certificates, each a Secret and the hosts it is for.'),
  },
  'An Ingress for Faro.',
)

/** `networkPolicy`: who may talk to the pods, and whom they may talk to. */
export const networkPolicyOptions = group(
  {
    enabled: flag(false, 'Make a NetworkPolicy. Its own rules allow everything until changed.'),
    flavor: choice(['kubernetes'], 'kubernetes', 'Kind of policy; only this one exists.', {
      loose: true,
    }),
    policyTypes: texts('Directions that the policy governs.', { initial: ['Ingress', 'Egress'] }),
    ingress: anything([{}], 'Traffic that may come in.'),
    egress: anything([{}], 'Traffic that may go out.'),
  },
  'A NetworkPolicy for the pods.',
)
