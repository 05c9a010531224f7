import { byAnnotations } from '../questions'

export const nginx = byAnnotations({
  slug: 'nginx',
  title: 'NGINX',
  help: 'Connections and requests of NGINX, by an NGINX Prometheus exporter that runs beside it.',
  keywords: ['web server', 'proxy', 'stub_status'],
  findIt: 'kubectl get pods --all-namespaces --show-labels | grep -i nginx',
  prepare:
    'NGINX itself has no metrics page. Add a location with stub_status to it, and a container of nginx-prometheus-exporter to its pods, which reads that page and answers on port 9113.',
  job: 'integrations/nginx',
  port: 9113,
  keepMetrics: [
    'nginx_up',
    'nginx_connections_accepted',
    'nginx_connections_active',
    'nginx_connections_handled',
    'nginx_connections_reading',
    'nginx_connections_waiting',
    'nginx_connections_writing',
    'nginx_http_requests_total',
  ],
})
