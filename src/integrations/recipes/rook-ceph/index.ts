import { byMonitors } from '../questions'

export const rookCeph = byMonitors({
  slug: 'rook-ceph',
  title: 'Rook and Ceph',
  help: 'Health, capacity, placement groups, pools and latency of Ceph under Rook.',
  keywords: ['storage', 'ceph', 'rook'],
  findIt: 'kubectl get cephclusters,servicemonitors --all-namespaces',
  prepare:
    'Set spec.monitoring.enabled to true in the CephCluster, or monitoring.enabled in the Helm chart rook-ceph-cluster. Rook then makes the ServiceMonitors.',
  object: 'serviceMonitors',
  ownMetrics: 'ceph_.+',
  keepMetrics: [
    'ceph_bluestore_commit_lat_(count|sum)',
    'ceph_cluster_total_(bytes|used_bytes|used_raw_bytes)',
    'ceph_filesystem_.+',
    'ceph_health_detail',
    'ceph_health_status',
    'ceph_mds_.+',
    'ceph_mgr_.+',
    'ceph_mon_(metadata|num_sessions|quorum_status)',
    'ceph_osd_(apply_latency_ms|commit_latency_ms|in|metadata|numpg|op_r|op_r_latency_count|op_r_latency_sum|op_r_out_bytes|op_w|op_w_in_bytes|op_w_latency_count|op_w_latency_sum|recovery_ops|stat_bytes|stat_bytes_used|up)',
    'ceph_pg_.+',
    'ceph_pool_(avail_raw|bytes_used|max_avail|metadata|num_bytes_recovered|num_objects_recovered|objects|percent_used|quota_bytes|quota_objects|rd|rd_bytes|stored|wr|wr_bytes)',
    'ceph_rgw_metadata',
  ],
})
