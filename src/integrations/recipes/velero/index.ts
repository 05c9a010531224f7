import { byAnnotations } from '../questions'

export const velero = byAnnotations({
  slug: 'velero',
  title: 'Velero',
  help: 'Backups, restores and volume snapshots of Velero, and how they ended.',
  keywords: ['backup', 'disaster recovery'],
  findIt: 'kubectl get pods --all-namespaces --selector app.kubernetes.io/name=velero',
  job: 'integrations/velero',
  port: 8085,
  keepMetrics: [
    'velero_backup_(attempt_total|deletion_attempt_total|deletion_failure_total|deletion_success_total|failure_total|items_errors|items_total|last_status|last_successful_timestamp|partial_failure_total|success_total|tarball_size_bytes|total|validation_failure_total|warning_total)',
    'velero_backup_duration_seconds_(bucket|count|sum)',
    'velero_csi_snapshot_(attempt|failure|success)_total',
    'velero_restore_(attempt_total|failed_total|partial_failure_total|success_total|total|validation_failed_total)',
    'velero_volume_snapshot_(attempt|failure|success)_total',
  ],
})
