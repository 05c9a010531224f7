import { attribute } from '../../../alloy/build'
import { text } from '../../../values/options'
import { byExporter } from '../questions'

export const memcached = byExporter({
  slug: 'memcached',
  title: 'Memcached',
  help: 'Items, memory, hits, evictions and connections of Memcached.',
  keywords: ['cache', 'key-value'],
  findIt: 'kubectl get services --all-namespaces | grep -i memcached',
  exporter: 'prometheus.exporter.memcached',
  ask: {
    address: text('memcached.default.svc:11211', 'Host and port of the service.', {
      common: true,
    }),
  },
  settings: ({ address }) => [attribute('address', address)],
  keepMetrics: [
    'memcached_up',
    'memcached_commands_total',
    'memcached_connections_total',
    'memcached_current_bytes',
    'memcached_current_connections',
    'memcached_current_items',
    'memcached_items_evicted_total',
    'memcached_items_total',
    'memcached_limit_bytes',
    'memcached_max_connections',
    'memcached_process_(system|user)_cpu_seconds_total',
    'memcached_read_bytes_total',
    'memcached_slab_items_outofmemory_total',
    'memcached_uptime_seconds',
    'memcached_version',
    'memcached_written_bytes_total',
  ],
})
