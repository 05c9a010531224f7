import { byAnnotations } from '../questions'

export const nginxIngress = byAnnotations({
  slug: 'nginx-ingress',
  title: 'Ingress NGINX Controller',
  help: 'Requests, errors, latency and certificates of the Ingress NGINX Controller.',
  keywords: ['ingress-nginx', 'ingress', 'nginx'],
  findIt: 'kubectl get pods --all-namespaces --selector app.kubernetes.io/name=ingress-nginx',
  prepare:
    'Metrics are off by default. With its Helm chart, set controller.metrics.enabled to true.',
  job: 'integrations/nginx-ingress',
  port: 10254,
  keepMetrics: [
    'nginx_ingress_controller_build_info',
    'nginx_ingress_controller_config_last_reload_successful',
    'nginx_ingress_controller_config_last_reload_successful_timestamp_seconds',
    'nginx_ingress_controller_errors',
    'nginx_ingress_controller_nginx_process_connections',
    'nginx_ingress_controller_nginx_process_connections_total',
    'nginx_ingress_controller_nginx_process_cpu_seconds_total',
    'nginx_ingress_controller_nginx_process_resident_memory_bytes',
    'nginx_ingress_controller_request_duration_seconds_(bucket|count|sum)',
    'nginx_ingress_controller_request_size_(count|sum)',
    'nginx_ingress_controller_requests',
    'nginx_ingress_controller_response_size_(count|sum)',
    'nginx_ingress_controller_ssl_expire_time_seconds',
    'nginx_ingress_controller_success',
  ],
})
