import { byAnnotations } from '../questions'

export const nats = byAnnotations({
  slug: 'nats',
  title: 'NATS',
  help: 'Connections, messages, bytes and slow consumers of NATS, and its JetStream.',
  keywords: ['messaging', 'jetstream', 'broker'],
  findIt: 'kubectl get pods --all-namespaces --selector app.kubernetes.io/name=nats',
  prepare:
    'The prometheus-nats-exporter has to run in NATS’s pods. With the Helm chart, set promExporter.enabled to true.',
  job: 'integrations/nats',
  port: 7777,
  keepMetrics: [
    'gnatsd_varz_(connections|cpu|in_bytes|in_msgs|max_connections|mem|out_bytes|out_msgs|slow_consumers|subscriptions|total_connections)',
    'gnatsd_connz_(in_bytes|in_msgs|out_bytes|out_msgs|pending_bytes|subscriptions|total)',
    'gnatsd_routez_num_routes',
    'gnatsd_healthz_status',
    'jetstream_account_.+',
    'jetstream_consumer_.+',
    'jetstream_server_.+',
    'jetstream_stream_.+',
  ],
})
