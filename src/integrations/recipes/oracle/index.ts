import { block } from '../../../alloy/build'
import { text } from '../../../values/options'
import { byExporter } from '../questions'

export const oracle = byExporter({
  slug: 'oracle',
  title: 'Oracle Database',
  help: 'Sessions, waits, tablespaces and resources of an Oracle Database.',
  keywords: ['database', 'oracledb', 'sql'],
  findIt: 'kubectl get services --all-namespaces | grep -iE "oracle|1521"',
  prepare:
    'The exporter needs Oracle’s Instant Client, which Alloy’s image does not have: give the collector an image with it. The user needs the role SELECT_CATALOG_ROLE.',
  exporter: 'prometheus.exporter.oracledb',
  secretKeys: ['username', 'password'],
  needsSecret: true,
  ask: {
    address: text('oracle.default.svc:1521/FREEPDB1', 'Host, port and service name.', {
      common: true,
    }),
  },
  settings: ({ address }, secret) => [
    block('database', {
      name: 'main',
      connection_string: address,
      username: secret('username'),
      password: secret('password'),
    }),
  ],
  keepMetrics: [
    'oracledb_up',
    'oracledb_activity_(execute_count|parse_count_total|user_commits|user_rollbacks)',
    'oracledb_process_count',
    'oracledb_resource_(current_utilization|limit_value)',
    'oracledb_sessions_value',
    'oracledb_tablespace_(bytes|free|max_bytes|used_percent)',
    'oracledb_wait_time_(application|commit|concurrency|configuration|network|scheduler|system_io|user_io)',
  ],
})
