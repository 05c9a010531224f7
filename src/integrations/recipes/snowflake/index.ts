import { attribute } from '../../../alloy/build'
import { text } from '../../../values/options'
import { byExporter } from '../questions'

export const snowflake = byExporter({
  slug: 'snowflake',
  title: 'Snowflake',
  help: 'Credits, storage, queries, log-ins and replication of a Snowflake account. Asking costs a little warehouse time.',
  keywords: ['data warehouse', 'cloud database', 'credits'],
  findIt: 'kubectl get secrets --all-namespaces | grep -i snowflake',
  prepare:
    'Make a user for Alloy whose role may read the ACCOUNT_USAGE schema, and use it for nothing else.',
  exporter: 'prometheus.exporter.snowflake',
  secretKeys: ['password'],
  needsSecret: true,
  ask: {
    account: text('ORGANISATION-ACCOUNT', 'The account, as in its address.', { common: true }),
    username: text('grafana', 'User to log in as.', { common: true }),
    role: text(
      'ACCOUNTADMIN',
      'Role of that user; one of less power that reads account usage is better.',
    ),
    warehouse: text('COMPUTE_WH', 'Warehouse that runs the exporter’s queries.', { common: true }),
  },
  settings: ({ account, username, role, warehouse }, secret) => [
    attribute('account_name', account),
    attribute('username', username),
    attribute('role', role),
    attribute('warehouse', warehouse),
    ...[secret('password')].map((value) => value !== undefined && attribute('password', value)),
  ],
  keepMetrics: [
    'snowflake_up',
    'snowflake_auto_clustering_.+',
    'snowflake_cloud_services_credits',
    'snowflake_compute_credits',
    'snowflake_database_(bytes|failsafe_bytes)',
    'snowflake_failsafe_bytes',
    'snowflake_failed_login_rate',
    'snowflake_login_rate',
    'snowflake_replication_(transferred_bytes|used_credits)',
    'snowflake_stage_bytes',
    'snowflake_storage_bytes',
    'snowflake_successful_login_rate',
    'snowflake_table_(active|clone|deleted|failsafe|time_travel)_bytes',
    'snowflake_used_(cloud_services|compute)_credits',
    'snowflake_warehouse_.+',
  ],
})
