import { byMonitors } from '../questions'

export const longhorn = byMonitors({
  slug: 'longhorn',
  title: 'Longhorn',
  help: 'Volumes, their health and space, and the disks and nodes of Longhorn.',
  keywords: ['storage', 'volumes'],
  findIt: 'kubectl get servicemonitors --all-namespaces | grep -i longhorn',
  prepare: 'With the Helm chart, set metrics.serviceMonitor.enabled to true.',
  object: 'serviceMonitors',
  ownMetrics: 'longhorn_.+',
  keepMetrics: [
    'longhorn_backup_(actual_size_bytes|state)',
    'longhorn_disk_(capacity|reservation|status|usage)(_bytes)?',
    'longhorn_instance_manager_(cpu|memory)_(requests|usage)_.+',
    'longhorn_manager_(cpu_usage_millicpu|memory_usage_bytes)',
    'longhorn_node_(count_total|cpu_capacity_millicpu|cpu_usage_millicpu|memory_capacity_bytes|memory_usage_bytes|status|storage_capacity_bytes|storage_reservation_bytes|storage_usage_bytes)',
    'longhorn_snapshot_actual_size_bytes',
    'longhorn_volume_(actual_size_bytes|capacity_bytes|file_system_read_only|read_iops|read_latency|read_throughput|robustness|state|write_iops|write_latency|write_throughput)',
  ],
})
