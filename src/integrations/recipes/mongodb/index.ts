import { attribute } from '../../../alloy/build'
import { flag, text } from '../../../values/options'
import { byExporter } from '../questions'

export const mongodb = byExporter({
  slug: 'mongodb',
  title: 'MongoDB',
  help: 'Operations, connections, replication, memory and cursors of MongoDB.',
  keywords: ['database', 'nosql', 'document store', 'percona', 'atlas'],
  findIt: 'kubectl get services --all-namespaces | grep -iE "mongo|27017"',
  exporter: 'prometheus.exporter.mongodb',
  secretKeys: ['uri'],
  ask: {
    address: text(
      'mongodb.default.svc:27017',
      'Host and port, where no user is needed. With a Secret, the whole connection string in its key uri takes its place.',
      { common: true },
    ),
    direct: flag(true, 'Ask this very member, rather than find the replica set’s primary.'),
  },
  settings: ({ address, direct }, secret) => [
    attribute('mongodb_uri', secret('uri') ?? ['mongodb://', address].join('')),
    attribute('direct_connect', direct),
    // The dashboards know the names that came before version 0.20 of the exporter.
    attribute('compatible_mode', true),
    attribute('enable_diagnostic_data', true),
    attribute('enable_replicaset_status', true),
    attribute('enable_db_stats', true),
  ],
  keepMetrics: [
    'mongodb_up',
    'mongodb_asserts_total',
    'mongodb_connections',
    'mongodb_extra_info_page_faults_total',
    'mongodb_instance_uptime_seconds',
    'mongodb_memory',
    'mongodb_mongo[ds]_(asserts_total|connections|cursors|extra_info_page_faults_total|metrics_cursor_open|metrics_cursor_timed_out_total|metrics_get_last_error_.+|metrics_ttl_deleted_documents_total|op_counters_repl_total|op_counters_total)',
    'mongodb_mongod_global_lock_current_queue',
    'mongodb_mongod_metrics_(document_total|query_executor_total|record_moves_total|repl_.+)',
    'mongodb_mongod_op_latencies_(latency|ops)_total',
    'mongodb_mongod_replset_.+',
    'mongodb_mongos_(db|sharding)_.+',
    'mongodb_network_(bytes_total|metrics_num_requests_total)',
    'mongodb_op_counters_repl_total',
    'mongodb_op_counters_total',
    'mongodb_rs_members_.+',
    'mongodb_ss_metrics_repl_buffer_apply_count',
    'mongodb_version_info',
  ],
})
