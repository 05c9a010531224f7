import { byMonitors } from '../questions'

export const argoCd = byMonitors({
  slug: 'argo-cd',
  title: 'Argo CD',
  help: 'Sync and health of applications, and the load on Argo CD’s own parts.',
  keywords: ['gitops', 'deployment', 'argocd'],
  findIt: 'kubectl get servicemonitors --all-namespaces | grep -i argo',
  prepare:
    'With the Helm chart argo-cd, set metrics.enabled and metrics.serviceMonitor.enabled to true under controller, server, repoServer and applicationSet.',
  object: 'serviceMonitors',
  ownMetrics: 'argocd_.+',
  keepMetrics: [
    'argocd_app_info',
    'argocd_app_k8s_request_total',
    'argocd_app_labels',
    'argocd_app_reconcile_(bucket|count|sum)',
    'argocd_app_sync_total',
    'argocd_cluster_api_resource_objects',
    'argocd_cluster_api_resources',
    'argocd_cluster_cache_age_seconds',
    'argocd_cluster_connection_status',
    'argocd_cluster_events_total',
    'argocd_cluster_info',
    'argocd_git_request_duration_seconds_(bucket|count|sum)',
    'argocd_git_request_total',
    'argocd_kubectl_exec_pending',
    'argocd_kubectl_exec_total',
    'argocd_redis_request_total',
    'argocd_repo_pending_request_total',
  ],
})
