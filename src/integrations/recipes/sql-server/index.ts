import { attribute } from '../../../alloy/build'
import { byExporter } from '../questions'

export const sqlServer = byExporter({
  slug: 'sql-server',
  title: 'Microsoft SQL Server',
  help: 'Connections, requests, deadlocks, memory and input and output of SQL Server.',
  keywords: ['database', 'mssql', 'azure sql'],
  findIt: 'kubectl get services --all-namespaces | grep -iE "mssql|sql-server|1433"',
  prepare:
    'The user needs the rights VIEW SERVER STATE and VIEW ANY DEFINITION. The connection string looks like sqlserver://user:password@host:1433.',
  exporter: 'prometheus.exporter.mssql',
  secretKeys: ['connectionString'],
  needsSecret: true,
  ask: {},
  settings: (_answers, secret) => [
    attribute('connection_string', secret('connectionString') ?? ''),
  ],
  keepMetrics: [
    'mssql_available_commit_memory_bytes',
    'mssql_batch_requests_total',
    'mssql_buffer_cache_hit_ratio',
    'mssql_build_info',
    'mssql_checkpoint_pages_sec',
    'mssql_connections',
    'mssql_deadlocks_total',
    'mssql_io_stall_seconds_total',
    'mssql_io_stall_total_seconds_total',
    'mssql_kill_connection_errors_total',
    'mssql_local_time_seconds',
    'mssql_log_growths_total',
    'mssql_os_memory',
    'mssql_os_page_file',
    'mssql_page_fault_count_total',
    'mssql_page_life_expectancy_seconds',
    'mssql_server_target_memory_bytes',
    'mssql_server_total_memory_bytes',
    'mssql_user_errors_total',
  ],
})
