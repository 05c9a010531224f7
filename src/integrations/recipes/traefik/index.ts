import { byAnnotations } from '../questions'

export const traefik = byAnnotations({
  slug: 'traefik',
  title: 'Traefik',
  help: 'Requests, latency and certificates of Traefik’s entry points, routers and services.',
  keywords: ['ingress', 'proxy', 'load balancer'],
  findIt: 'kubectl get pods --all-namespaces --selector app.kubernetes.io/name=traefik',
  prepare:
    'Traefik needs metrics.prometheus in its static configuration. The Helm chart has it on by default, at the entry point metrics on port 9100.',
  job: 'integrations/traefik',
  port: 9100,
  keepMetrics: [
    'traefik_config_last_reload_success',
    'traefik_config_reloads_total',
    'traefik_config_reloads_failure_total',
    'traefik_entrypoint_open_connections',
    'traefik_open_connections',
    'traefik_entrypoint_request_duration_seconds_(bucket|count|sum)',
    'traefik_entrypoint_requests_total',
    'traefik_entrypoint_(requests|responses)_bytes_total',
    'traefik_router_requests_total',
    'traefik_service_open_connections',
    'traefik_service_request_duration_seconds_(bucket|count|sum)',
    'traefik_service_requests_total',
    'traefik_service_(requests|responses)_bytes_total',
    'traefik_service_retries_total',
    'traefik_service_server_up',
    'traefik_tls_certs_not_after',
  ],
})
