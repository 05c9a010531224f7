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

const toggle = (enabled: boolean, help: string) => group({ enabled: flag(enabled, help) }, help)

const exporterCollectors = group(
  {
    buffercacheSummary: toggle(false, 'How the buffer cache is used; needs pg_buffercache.'),
    database: toggle(true, 'Sizes of databases.'),
    databaseWraparound: toggle(false, 'How far transaction numbers are from wrapping around.'),
    locks: toggle(true, 'Locks by mode.'),
    longRunningTransactions: toggle(false, 'Transactions that run for long.'),
    postmaster: toggle(false, 'When the server was started.'),
    processIdle: toggle(false, 'Idle connections, and for how long.'),
    replication: toggle(true, 'Replication lag.'),
    replicationSlot: toggle(true, 'Replication slots.'),
    statActivityAutovacuum: toggle(false, 'Running autovacuums.'),
    statBGWriter: toggle(true, 'The background writer.'),
    statCheckpointer: toggle(false, 'The checkpointer, from PostgreSQL 17 on.'),
    statDatabase: toggle(true, 'Statistics of databases.'),
    statProgressVacuum: toggle(true, 'Progress of running vacuums.'),
    statStatements: group(
      {
        enabled: flag(false, 'Statistics of statements; needs pg_stat_statements.'),
        includeQuery: flag(false, 'Send the text of statements too.'),
        queryLength: count(null, 'Longest statement text; empty means 120.', {
          nullable: true,
          integer: true,
        }),
        limit: count(null, 'How many statements; empty means 100.', {
          nullable: true,
          integer: true,
        }),
        excludeDatabases: texts('Databases to leave out.'),
        excludeUsers: texts('Users to leave out.'),
      },
      'Statements.',
    ),
    statUserTables: toggle(true, 'Statistics of tables.'),
    statWALReceiver: toggle(false, 'The receiver of the write-ahead log on a replica.'),
    statioUserIndexes: toggle(false, 'Reads and cache hits of indexes.'),
    statioUserTables: toggle(true, 'Reads and cache hits of tables.'),
    wal: toggle(true, 'Size of the write-ahead log.'),
    xlogLocation: toggle(false, 'Position in the write-ahead log, up to PostgreSQL 9.'),
  },
  'What the exporter collects.',
)

const observabilityCollectors = group(
  {
    explainPlans: observabilityCollector('plans of slow queries', true, '1m', {
      perCollectRatio: count(1, 'Share of the queries to explain each time, from 0 to 1.'),
    }),
    queryDetails: observabilityCollector('queries and the tables that they use', true, '1m', {
      statementsLimit: count(null, 'How many of the latest queries; empty means 100.', {
        nullable: true,
        integer: true,
      }),
    }),
    querySamples: observabilityCollector('samples of running queries', true, '15s', {
      disableQueryRedaction: flag(
        false,
        'Send the values in queries too. They may hold personal data.',
      ),
      excludeCurrentUser: flag(null, 'Leave out the queries of Alloy’s own user.', {
        nullable: true,
        deprecated: 'databaseObservability.excludeCurrentUser, over which it wins.',
      }),
    }),
    schemaDetails: observabilityCollector('schemas and tables', true, '1m', schemaCacheFields),
  },
  'What Database Observability collects.',
)

/** One instance of the integration (integrations/postgresql-values.yaml). */
export const options = group({
  name: nameField,
  jobLabel: text(
    'integration/postgresql',
    'The job label of the metrics. With Database Observability, whose dashboards want integrations/db-o11y, leave it unset.',
  ),
  metrics: sqlMetricsOptions,
  logs: sqlLogOptions('PostgreSQL’s pods'),
  exporter: group(
    {
      ...dataSourceNameFields,
      dataSource: group(
        {
          host: text('', 'Host of the database.', {
            common: true,
            example: 'postgres.shop.svc',
          }),
          port: count(5432, 'Port of the database.', { integer: true, common: true }),
          database: text('', 'Database to connect to; empty means the one named like the user.', {
            common: true,
          }),
          protocol: text('postgresql', 'Scheme of the connection string.'),
          auth: dataSourceAuthentication,
          sslmode: text(
            '',
            'Encryption: disable, allow, prefer, require, verify-ca or verify-full. Empty leaves it to the driver. Heeded only with a user name.',
          ),
        },
        'The connection, in parts.',
      ),
      autoDiscovery: group(
        {
          enabled: flag(false, 'Collect from every database of the server.'),
          databaseAllowList: texts('Only these databases.'),
          databaseDenyList: texts('Not these databases.'),
        },
        'Other databases of the same server.',
      ),
      customQueriesConfigPath: text(
        '',
        'File in the collector’s container with queries of your own to make metrics of.',
      ),
      disableDefaultMetrics: flag(false, 'Collect the queries of your own only.'),
      disableSettingsMetrics: flag(false, 'Leave out the server’s settings.'),
      collectors: exporterCollectors,
    },
    'How Alloy’s PostgreSQL exporter connects, and what it reads.',
  ),
  databaseObservability: group(
    {
      ...observabilityFields,
      excludeDatabases: texts('Databases to leave out.'),
      excludeUsers: texts('Users whose queries are left out.'),
      excludeCurrentUser: flag(true, 'Leave out the queries of Alloy’s own user.'),
      collectors: observabilityCollectors,
    },
    'Queries, plans and schemas for Database Observability.',
  ),
  secret: sqlSecretOptions,
})

export type Values = ValueOf<typeof options>
