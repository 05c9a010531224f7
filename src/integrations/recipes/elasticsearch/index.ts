import { attribute, block, call } from '../../../alloy/build'
import { flag, text } from '../../../values/options'
import { byExporter } from '../questions'

export const elasticsearch = byExporter({
  slug: 'elasticsearch',
  title: 'Elasticsearch',
  help: 'Health, shards, indexing, searches, storage and memory of Elasticsearch and OpenSearch.',
  keywords: ['search', 'opensearch', 'elastic', 'eck', 'logs'],
  findIt: 'kubectl get services --all-namespaces | grep -iE "elastic|opensearch|9200"',
  exporter: 'prometheus.exporter.elasticsearch',
  secretKeys: ['username', 'password'],
  ask: {
    address: text(
      'http://elasticsearch.default.svc:9200',
      'Address of any node. With Elastic’s operator it begins with https.',
      { common: true, format: 'url' },
    ),
    everyNode: flag(true, 'Report all nodes, not only the one that answers.', { common: true }),
    skipVerify: flag(false, 'Trust any certificate, as with one that the operator made itself.'),
  },
  settings({ address, everyNode, skipVerify }, secret) {
    const username = secret('username')
    return [
      attribute('address', address),
      attribute('all', everyNode),
      attribute('indices', true),
      attribute('shards', true),
      skipVerify && attribute('ssl_skip_verify', true),
      username !== undefined &&
        block('basic_auth', {
          username: call('convert.nonsensitive', username),
          password: secret('password'),
        }),
    ]
  },
  keepMetrics: [
    'elasticsearch_breakers_(estimated_size_bytes|limit_size_bytes|tripped)',
    'elasticsearch_cluster_health_(active_primary_shards|active_shards|delayed_unassigned_shards|initializing_shards|number_of_data_nodes|number_of_nodes|number_of_pending_tasks|relocating_shards|status|unassigned_shards|up)',
    'elasticsearch_filesystem_data_(available|size)_bytes',
    'elasticsearch_indices_(docs|docs_deleted|docs_primary)',
    'elasticsearch_indices_(fielddata|filter_cache|query_cache)_(evictions|memory_size_bytes)',
    'elasticsearch_indices_flush_(time_seconds|total)',
    'elasticsearch_indices_get_(exists_|missing_)?(time_seconds|total)',
    'elasticsearch_indices_indexing_(delete|index)_(time_seconds_)?total',
    'elasticsearch_indices_merges_.+',
    'elasticsearch_indices_refresh_(time_seconds_)?total',
    'elasticsearch_indices_search_(fetch|query)_(time_seconds|total)',
    'elasticsearch_indices_segment_.+_memory_bytes_(primary|total)',
    'elasticsearch_indices_segments_(count|memory_bytes)',
    'elasticsearch_indices_store_(size_bytes_primary|size_bytes_total|throttle_time_seconds_total)',
    'elasticsearch_indices_translog_(operations|size_in_bytes)',
    'elasticsearch_jvm_gc_collection_seconds_(count|sum)',
    'elasticsearch_jvm_memory_(committed|max|used)_bytes',
    'elasticsearch_jvm_memory_pool_peak_used_bytes',
    'elasticsearch_os_load(1|5|15)',
    'elasticsearch_process_(cpu_percent|open_files_count)',
    'elasticsearch_thread_pool_(active|completed|rejected)_count',
    'elasticsearch_transport_(rx|tx)_size_bytes_total',
  ],
})
