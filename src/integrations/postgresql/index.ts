import { attribute, block, call, number } from '../../alloy/build'
import { isRecord, sortedEntries } from '../../base/record'
import { dropLabels, staticLabels } from '../../pipelines/log-stages'
import { isEmpty, printNumber } from '../../values/helm'
import { cloudProviderBlock, observabilityCollectorBlocks, sqlDatabase } from '../sql'
import { options, type Values } from './options'

/** PostgreSQL (templates/_integration_postgresql_metrics.tpl, _integration_postgresql_logs.tpl). */
export const postgresql = sqlDatabase<Values>({
  type: 'postgresql',
  title: 'PostgreSQL',
  help: 'Metrics and logs of PostgreSQL and its like, and their queries for Database Observability.',
  options,
  system: 'postgres',
  connection(values, credentials) {
    const { protocol, database, sslmode } = values.exporter.dataSource
    const scheme = protocol === '' && credentials === 'none' ? '' : [protocol, '://'].join('')
    const user = { 'user and password': '%s:%s@', user: '%s@', none: '' }[credentials]
    return [
      scheme,
      user,
      '%s:%d/',
      database,
      ...(sslmode !== '' && credentials !== 'none' ? ['?sslmode=', sslmode] : []),
    ].join('')
  },
  encode: (credential) => call('encoding.url_encode', credential),
  exporter(values, dataSource) {
    const { exporter } = values
    const { autoDiscovery } = exporter
    const listed = (names: readonly string[]) => (names.length > 0 ? names : undefined)
    return [
      attribute('data_source_names', [dataSource]),
      attribute('enabled_collectors', enabledCollectors(exporter.collectors)),
      autoDiscovery.enabled &&
        block('autodiscovery', {
          enabled: true,
          database_allowlist: listed(autoDiscovery.databaseAllowList),
          database_denylist: listed(autoDiscovery.databaseDenyList),
        }),
      statementsBlock(exporter.collectors.statStatements),
      exporter.customQueriesConfigPath !== '' &&
        attribute('custom_queries_config_path', exporter.customQueriesConfigPath),
      attribute('disable_default_metrics', exporter.disableDefaultMetrics),
      attribute('disable_settings_metrics', exporter.disableSettingsMetrics),
    ]
  },
  observability(values, dataSource) {
    const settings = values.databaseObservability
    const { excludeDatabases, excludeUsers } = settings
    return [
      attribute('data_source_name', dataSource),
      cloudProviderBlock(settings.cloudProvider),
      excludeDatabases.length > 0 && attribute('exclude_databases', excludeDatabases),
      excludeUsers.length > 0 && attribute('exclude_users', excludeUsers),
      attribute('exclude_current_user', settings.excludeCurrentUser),
      observabilityCollectorBlocks(observabilityCollectors(settings.collectors)),
    ]
  },
  logStages: [staticLabels({ job: 'integrations/postgresql' }), dropLabels('integration')],
  withUserOnly: ['sslmode'],
})

type Collectors = Values['exporter']['collectors']

/** As the exporter calls the collectors, where that is not the option's own name. */
const exporterNames: Readonly<Record<string, string>> = {
  buffercacheSummary: 'buffercache_summary',
  databaseWraparound: 'database_wraparound',
  longRunningTransactions: 'long_running_transactions',
  processIdle: 'process_idle',
  replicationSlot: 'replication_slot',
  statActivityAutovacuum: 'stat_activity_autovacuum',
  statBGWriter: 'stat_bgwriter',
  statCheckpointer: 'stat_checkpointer',
  statDatabase: 'stat_database',
  statProgressVacuum: 'stat_progress_vacuum',
  statStatements: 'stat_statements',
  statUserTables: 'stat_user_tables',
  statWALReceiver: 'stat_wal_receiver',
  statioUserIndexes: 'statio_user_indexes',
  statioUserTables: 'statio_user_tables',
  xlogLocation: 'xlog_location',
}

/** Names of the collectors that are on; those that the chart does not know pass under their own name. */
function enabledCollectors(collectors: Collectors): string[] {
  return sortedEntries<unknown>(collectors).flatMap(([key, settings]) =>
    isRecord(settings) && !isEmpty(settings.enabled)
      ? [Object.hasOwn(exporterNames, key) ? (exporterNames[key] ?? key) : key]
      : [],
  )
}

function statementsBlock(statements: Collectors['statStatements']) {
  const { enabled, includeQuery, queryLength, limit, excludeDatabases, excludeUsers } = statements
  const anything = [includeQuery, queryLength, limit, excludeDatabases, excludeUsers]
  if (!enabled || anything.every(isEmpty)) return undefined
  // Uncast, these print as Go prints a float.
  const printed = (count: number | null) => (count ? number(printNumber(count)) : undefined)
  return block('stat_statements', {
    include_query: includeQuery,
    query_length: printed(queryLength),
    limit: printed(limit),
    exclude_databases: excludeDatabases.length > 0 ? excludeDatabases : undefined,
    exclude_users: excludeUsers.length > 0 ? excludeUsers : undefined,
  })
}

function observabilityCollectors(collectors: Values['databaseObservability']['collectors']) {
  const { explainPlans, queryDetails, querySamples, schemaDetails } = collectors
  return [
    {
      name: 'explain_plans',
      enabled: explainPlans.enabled,
      settings: {
        collect_interval: explainPlans.collectInterval,
        per_collect_ratio: printNumber(explainPlans.perCollectRatio),
      },
    },
    {
      name: 'query_details',
      enabled: queryDetails.enabled,
      settings: {
        collect_interval: queryDetails.collectInterval,
        statements_limit: queryDetails.statementsLimit
          ? Math.trunc(queryDetails.statementsLimit)
          : undefined,
      },
    },
    {
      name: 'query_samples',
      enabled: querySamples.enabled,
      settings: {
        collect_interval: querySamples.collectInterval,
        disable_query_redaction: querySamples.disableQueryRedaction,
        exclude_current_user: querySamples.excludeCurrentUser ?? undefined,
      },
    },
    {
      name: 'schema_details',
      enabled: schemaDetails.enabled,
      settings: { collect_interval: schemaDetails.collectInterval },
    },
  ]
}
