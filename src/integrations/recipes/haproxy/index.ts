import { byAnnotations } from '../questions'

export const haproxy = byAnnotations({
  slug: 'haproxy',
  title: 'HAProxy',
  help: 'Requests, errors, connections and latency of HAProxy’s frontends, backends and servers.',
  keywords: ['load balancer', 'proxy', 'ingress'],
  findIt: 'kubectl get pods --all-namespaces --show-labels | grep -i haproxy',
  prepare:
    'HAProxy needs a frontend on port 8405 with the line http-request use-service prometheus-exporter if { path /metrics }. The HAProxy ingress controller serves the same on port 1024: change the port in the annotation.',
  job: 'integrations/haproxy',
  port: 8405,
  keepMetrics: [
    'haproxy_backend_(bytes_in_total|bytes_out_total|check_up_down_total|connect_time_average_seconds|connection_attempts_total|connection_errors_total|http_requests_total|internal_errors_total|max_.+_time_seconds|queue_time_average_seconds|response_errors_total|response_time_average_seconds|status|total_time_average_seconds)',
    'haproxy_frontend_(bytes_in_total|bytes_out_total|connections_total|http_cache_hits_total|http_cache_lookups_total|http_requests_total|internal_errors_total|request_errors_total|status)',
    'haproxy_process_(current_connections|dropped_logs_total|limit_.+_rate|max_.+|nbproc|nbthread|pool_.+|start_time_seconds|uptime_seconds)',
    'haproxy_server_(bytes_in_total|bytes_out_total|check_up_down_total|connect_time_average_seconds|connection_attempts_total|connection_errors_total|http_responses_total|internal_errors_total|max_.+_time_seconds|queue_time_average_seconds|response_errors_total|response_time_average_seconds|status|total_time_average_seconds)',
  ],
})
