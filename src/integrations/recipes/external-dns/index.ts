import { byAnnotations } from '../questions'

export const externalDns = byAnnotations({
  slug: 'external-dns',
  title: 'ExternalDNS',
  help: 'Whether DNS records are in step with the cluster, and errors on the way.',
  keywords: ['dns', 'route53', 'cloud dns'],
  findIt: 'kubectl get pods --all-namespaces --selector app.kubernetes.io/name=external-dns',
  job: 'integrations/external-dns',
  port: 7979,
  keepMetrics: [
    'external_dns_controller_(consecutive_soft_errors|last_reconcile_timestamp_seconds|last_sync_timestamp_seconds|no_op_runs_total|verified_.+)',
    'external_dns_registry_(endpoints_total|errors_total|records|.+_records)',
    'external_dns_source_(endpoints_total|errors_total|records|.+_records)',
    'external_dns_webhook_provider_.+',
  ],
})
