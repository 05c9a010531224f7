import { byAnnotations } from '../questions'

export const clusterAutoscaler = byAnnotations({
  slug: 'cluster-autoscaler',
  title: 'Cluster Autoscaler',
  help: 'Nodes that are added and removed, pods that wait, and why scaling fails.',
  keywords: ['autoscaling', 'node groups'],
  findIt: 'kubectl get pods --all-namespaces --show-labels | grep -i autoscaler',
  job: 'integrations/cluster-autoscaler',
  port: 8085,
  keepMetrics: [
    'cluster_autoscaler_cluster_safe_to_autoscale',
    'cluster_autoscaler_cluster_(cpu|memory)_(current_bytes|current_cores|limits_bytes|limits_cores)',
    'cluster_autoscaler_errors_total',
    'cluster_autoscaler_evicted_pods_total',
    'cluster_autoscaler_failed_scale_ups_total',
    'cluster_autoscaler_function_duration_seconds_(bucket|count|sum)',
    'cluster_autoscaler_last_activity',
    'cluster_autoscaler_max_nodes_count',
    'cluster_autoscaler_min_nodes_count',
    'cluster_autoscaler_node_groups_count',
    'cluster_autoscaler_nodes_count',
    'cluster_autoscaler_scale_down_in_cooldown',
    'cluster_autoscaler_scaled_(down|up)(_gpu)?_nodes_total',
    'cluster_autoscaler_skipped_scale_events_count',
    'cluster_autoscaler_unneeded_nodes_count',
    'cluster_autoscaler_unschedulable_pods_count',
  ],
})
