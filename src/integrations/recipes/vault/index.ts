import { byAnnotations } from '../questions'

export const vault = byAnnotations({
  slug: 'vault',
  title: 'HashiCorp Vault',
  help: 'Whether Vault is sealed, and its requests, tokens, leases and secrets.',
  keywords: ['secrets', 'hashicorp', 'openbao'],
  findIt: 'kubectl get pods --all-namespaces --selector app.kubernetes.io/name=vault',
  prepare:
    'Vault needs a telemetry stanza with prometheus_retention_time and disable_hostname, and unauthenticated_metrics_access in its listener’s telemetry block. Where Vault serves TLS, set the scheme’s annotation to https.',
  job: 'integrations/vault',
  port: 8200,
  path: '/v1/sys/metrics',
  parameters: { format: 'prometheus' },
  keepMetrics: [
    'vault_audit_log_(request|response)_failure',
    'vault_audit_log_(request|response)(_count|_sum)?',
    'vault_barrier_(delete|get|list|put)(_count|_sum)?',
    'vault_consul_(delete|get|list|put)(_count)?',
    'vault_core_(active|handle_login_request|handle_request|unsealed)(_count|_sum)?',
    'vault_expire_num_leases',
    'vault_identity_entity_alias_count',
    'vault_identity_num_entities',
    'vault_policy_(get|set)_policy_count',
    'vault_runtime_(alloc_bytes|heap_objects|malloc_count|num_goroutines|sys_bytes)',
    'vault_secret_kv_count',
    'vault_token_(count|count_by_auth|count_by_policy|count_by_ttl|creation)',
    'vault_token_(create|lookup|store)(_count)?',
  ],
})
