import { count, flag, group, text, texts, type ValueOf } from '../../values/options'
import { nameField } from '../instance-options'
import {
  dataSourceAuthentication,
  dataSourceNameFields,
  observabilityCollector,
  observabilityFields,
  schemaCacheFields,
  sqlLogOptions,
  sqlMetricsOptions,
  sqlSecretOptions,
} from '../sql-options'

const exporterCollectors = group(
  {
    heartbeat: group(
      {
        enabled: flag(true, 'Measure replication lag with a heartbeat table.'),
        database: text('', 'Database with the table; empty means heartbeat.'),
        table: text('', 'Name of the table; empty means heartbeat.'),
      },
      'Replication heartbeat.',
    ),
    mysqlUser: group(
      {
        enabled: flag(true, 'Collect limits and settings of the users in mysql.user.'),
        privileges: flag(false, 'Collect the users’ privileges too.'),
      },
      'Users.',
    ),
    perfSchemaEventsStatements: group(
      {
        enabled: flag(false, 'Collect statistics of statements from the performance schema.'),
        limit: count(null, 'How many kinds of statements, the latest first; empty means 250.', {
          nullable: true,
          integer: true,
        }),
        textLimit: count(
          null,
          'Longest statement text; empty means 120, or all of it with Database Observability.',
          { nullable: true, integer: true },
        ),
        timeLimit: count(
          null,
          'Oldest statement in seconds since it was last seen; empty means 86400.',
          { nullable: true, integer: true },
        ),
      },
      'Statements.',
    ),
  },
  'What the exporter collects besides its basics. A list of the exporter’s own collector names is taken too.',
  { orList: true },
)

const observabilityCollectors = group(
  {
    explainPlans: observabilityCollector('plans of slow queries', true, '1m', {
      initialLookback: text('24h', 'How far to look back the first time.', {
        format: 'duration',
        loose: true,
      }),
      perCollectRatio: count(1, 'Share of the queries to explain each time, from 0 to 1.'),
    }),
    locks: observabilityCollector('locks that queries wait for', false, '1m', {
      threshold: text('1s', 'Locks that last longer are logged.', {
        format: 'duration',
        loose: true,
      }),
    }),
    queryDetails: observabilityCollector('queries and the tables that they use', true, '1m', {
      statementsLimit: count(null, 'How many of the latest queries; empty means 250.', {
        nullable: true,
        integer: true,
      }),
    }),
    querySamples: observabilityCollector('samples of running queries', true, '10s', {
      disableQueryRedaction: flag(
        false,
        'Send the values in queries too. They may hold personal data.',
      ),
      autoEnableSetupConsumers: flag(
        false,
        'Let Alloy switch on what it needs in performance_schema.setup_consumers.',
      ),
      setupConsumersCheckInterval: text('1h', 'How often to look whether it is still on.', {
        format: 'duration',
        loose: true,
      }),
      sampleMinDuration: text('0s', 'Leave out queries that took less.', {
        format: 'duration',
        loose: true,
      }),
      waitEventMinDuration: text('1us', 'Leave out waits that took less.', {
        format: 'duration',
        loose: true,
      }),
    }),
    schemaDetails: observabilityCollector('schemas and tables', true, '1m', schemaCacheFields),
    setupConsumers: observabilityCollector(
      'which consumers of the performance schema are on',
      true,
      '1h',
      {},
    ),
    setupActors: observabilityCollector('which users the performance schema watches', true, '1h', {
      autoUpdateSetupActors: flag(false, 'Let Alloy take its own user out of what is watched.'),
    }),
  },
  'What Database Observability collects.',
)

/** One instance of the integration (integrations/mysql-values.yaml). */
export const options = group({
  name: nameField,
  jobLabel: text(
    'integration/mysql',
    'The job label of the metrics. With Database Observability, whose dashboards want integrations/db-o11y, leave it unset.',
  ),
  metrics: sqlMetricsOptions,
  logs: sqlLogOptions('MySQL’s pods'),
  exporter: group(
    {
      ...dataSourceNameFields,
      dataSource: group(
        {
          host: text('', 'Host of the database.', {
            common: true,
            example: 'mysql.shop.svc',
          }),
          port: count(3306, 'Port of the database.', { integer: true, common: true }),
          protocol: text('', 'Protocol of the connection; empty means tcp where there is a user.', {
            example: 'tcp',
          }),
          auth: dataSourceAuthentication,
          allowFallbackToPlaintext: flag(
            false,
            'Go on without encryption where the server has none. Heeded only with a user name.',
          ),
          tls: text(
            '',
            'Encryption: true, false, skip-verify or preferred. Empty leaves it to the driver. Heeded only with a user name.',
            { loose: true },
          ),
        },
        'The connection, in parts.',
      ),
      collectors: exporterCollectors,
    },
    'How Alloy’s MySQL exporter connects, and what it reads.',
  ),
  databaseObservability: group(
    {
      ...observabilityFields,
      allowUpdatePerformanceSchemaSettings: flag(
        false,
        'Let Alloy change settings of the performance schema where a collector needs it.',
      ),
      excludeSchemas: texts('Schemas to leave out.'),
      collectors: observabilityCollectors,
    },
    'Queries, plans and schemas for Database Observability.',
  ),
  secret: sqlSecretOptions,
})

export type Values = ValueOf<typeof options>
