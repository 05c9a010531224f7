import { attribute, block } from '../../alloy/build'
import { dropLabels, labelsFrom, staticLabels } from '../../pipelines/log-stages'
import { printNumber } from '../../values/helm'
import { cloudProviderBlock, observabilityCollectorBlocks, sqlDatabase } from '../sql'
import { options, type Values } from './options'

/** MySQL (templates/_integration_mysql_metrics.tpl, _integration_mysql_logs.tpl). */
export const mysql = sqlDatabase<Values>({
  type: 'mysql',
  title: 'MySQL',
  help: 'Metrics and logs of MySQL and its like, and their queries for Database Observability.',
  options,
  system: 'mysql',
  connection(values, credentials) {
    const { protocol, allowFallbackToPlaintext, tls } = values.exporter.dataSource
    const address = protocol === '' && credentials === 'none' ? '%s:%d/' : `${protocol}(%s:%d)/`
    if (credentials === 'none') return address
    const parameters = [
      ...(allowFallbackToPlaintext ? ['allowFallbackToPlaintext=true'] : []),
      ...(tls === '' ? [] : [['tls', tls].join('=')]),
    ].join('&')
    return [
      credentials === 'user' ? '%s@' : '%s:%s@',
      address,
      ...(parameters === '' ? [] : ['?', parameters]),
    ].join('')
  },
  encode: (credential) => credential,
  exporter: (values, dataSource) => [
    attribute('data_source_name', dataSource),
    exporterCollectors(values),
  ],
  observability(values, dataSource) {
    const settings = values.databaseObservability
    const { excludeSchemas } = settings
    return [
      attribute('data_source_name', dataSource),
      attribute(
        'allow_update_performance_schema_settings',
        settings.allowUpdatePerformanceSchemaSettings,
      ),
      excludeSchemas.length > 0 && attribute('exclude_schemas', excludeSchemas),
      cloudProviderBlock(settings.cloudProvider),
      observabilityCollectorBlocks(observabilityCollectors(settings.collectors)),
    ]
  },
  logStages: [
    block('stage.regex', {
      expression:
        '(?P<timestamp>.+) (?P<thread>[\\d]+) \\[(?P<label>.+?)\\]( \\[(?P<err_code>.+?)\\] \\[(?P<subsystem>.+?)\\])? (?P<msg>.+)',
    }),
    labelsFrom(['level', 'label'], ['err_code', 'err_code'], ['subsystem', 'subsystem']),
    block('stage.drop', { expression: '^ *$', drop_counter_reason: 'drop empty lines' }),
    staticLabels({ job: 'integrations/mysql' }),
    dropLabels('integration'),
  ],
  withUserOnly: ['tls', 'allowFallbackToPlaintext'],
})

/** Collectors as settings of their own, or as a list of the exporter's names for them. */
function exporterCollectors({ exporter, databaseObservability }: Values) {
  const { collectors } = exporter
  if (Array.isArray(collectors)) return [attribute('enable_collectors', collectors)]
  const { heartbeat, mysqlUser, perfSchemaEventsStatements: statements } = collectors
  const whole = (count: number | null) => (count ? Math.trunc(count) : undefined)
  const textLimit =
    statements.textLimit !== null
      ? Math.trunc(statements.textLimit)
      : databaseObservability.enabled
        ? 0
        : undefined
  return [
    heartbeat.enabled &&
      (heartbeat.database !== '' || heartbeat.table !== '') &&
      block('heartbeat', {
        database: heartbeat.database || undefined,
        table: heartbeat.table || undefined,
      }),
    mysqlUser.enabled && mysqlUser.privileges && block('mysql.user', { privileges: true }),
    statements.enabled &&
      (databaseObservability.enabled ||
        [statements.limit, statements.textLimit, statements.timeLimit].some(Boolean)) &&
      block('perf_schema.eventsstatements', {
        limit: whole(statements.limit),
        text_limit: textLimit,
        time_limit: whole(statements.timeLimit),
      }),
    attribute('enable_collectors', [
      ...(heartbeat.enabled ? ['heartbeat'] : []),
      ...(mysqlUser.enabled ? ['mysql.user'] : []),
      ...(statements.enabled ? ['perf_schema.eventsstatements'] : []),
    ]),
  ]
}

function observabilityCollectors(collectors: Values['databaseObservability']['collectors']) {
  const { explainPlans, locks, queryDetails, querySamples } = collectors
  const { schemaDetails, setupConsumers, setupActors } = collectors
  return [
    {
      name: 'explain_plans',
      enabled: explainPlans.enabled,
      settings: {
        collect_interval: explainPlans.collectInterval,
        initial_lookback: explainPlans.initialLookback,
        per_collect_ratio: printNumber(explainPlans.perCollectRatio),
      },
    },
    {
      name: 'locks',
      enabled: locks.enabled,
      settings: { collect_interval: locks.collectInterval, threshold: locks.threshold },
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
        auto_enable_setup_consumers: querySamples.autoEnableSetupConsumers,
        setup_consumers_check_interval: querySamples.setupConsumersCheckInterval,
        sample_min_duration: querySamples.sampleMinDuration,
        wait_event_min_duration: querySamples.waitEventMinDuration,
      },
    },
    {
      name: 'schema_details',
      enabled: schemaDetails.enabled,
      settings: { collect_interval: schemaDetails.collectInterval },
    },
    {
      name: 'setup_consumers',
      enabled: setupConsumers.enabled,
      settings: { collect_interval: setupConsumers.collectInterval },
    },
    {
      name: 'setup_actors',
      enabled: setupActors.enabled,
      settings: {
        auto_update_setup_actors: setupActors.autoUpdateSetupActors,
        collect_interval: setupActors.collectInterval,
      },
    },
  ]
}
