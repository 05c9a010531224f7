import { byAnnotations } from '../questions'

export const envoy = byAnnotations({
  slug: 'envoy',
  title: 'Envoy',
  help: 'Requests, connections, errors and latency of Envoy’s listeners and upstream clusters.',
  keywords: ['proxy', 'gateway', 'contour', 'service mesh'],
  findIt: 'kubectl get pods --all-namespaces --output wide | grep -i envoy',
  prepare:
    'Port 19001 is Envoy Gateway’s. Contour’s Envoys answer on 8002, and an Envoy of your own on its admin port, often 9901: change the port in the annotation.',
  job: 'integrations/envoy',
  port: 19001,
  path: '/stats/prometheus',
  keepMetrics: [
    'envoy_cluster_membership_(healthy|total)',
    'envoy_cluster_upstream_cx_(active|connect_fail|total)',
    'envoy_cluster_upstream_rq_(active|pending_overflow|retry|timeout|total|xx)',
    'envoy_cluster_upstream_rq_time_(bucket|count|sum)',
    'envoy_cluster_warming_state',
    'envoy_http_downstream_cx_(active|total)',
    'envoy_http_downstream_rq_(active|timeout|total|xx)',
    'envoy_http_downstream_rq_time_(bucket|count|sum)',
    'envoy_listener_downstream_cx_(active|total)',
    'envoy_server_(live|memory_allocated|memory_heap_size|uptime)',
  ],
})
