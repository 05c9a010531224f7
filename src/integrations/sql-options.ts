/** Options that the SQL databases share (integrations/mysql-values.yaml, postgresql-values.yaml). */
import { ruleFields } from '../pipelines/metrics-source'
import { count, type Fields, flag, group, map, text, texts } from '../values/options'
import { plainMetricsFields, selectorField } from './instance-options'

/** `metrics` of an instance. */
export const sqlMetricsOptions = group(
  {
    enabled: flag(true, 'Connect to the database and collect its metrics.', { common: true }),
    ...plainMetricsFields,
    extraMetricProcessingRules: ruleFields.extraMetricProcessingRules,
  },
  'What is collected from the database.',
)

/** `logs` of an instance. */
export function sqlLogOptions(what: string) {
  return group(
    {
      enabled: flag(
        true,
        'Label and parse the logs of the database’s pods, inside Pod Logs via Loki. Turn off for a database outside the cluster.',
        { common: true },
      ),
      namespaces: texts('Look for its pods in these namespaces only. Empty means all.'),
      labelSelectors: selectorField(what),
    },
    'The logs of its pods.',
  )
}

/** Whole data source names, which win over the parts. */
export const dataSourceNameFields = {
  dataSourceName: text(
    '',
    'The whole connection string, credentials included. It is written into the config as it is; the parts below keep the password in a Secret.',
    { secret: true },
  ),
  dataSourceNameFrom: text(
    '',
    'Alloy expression that yields the connection string. Wins over everything else here.',
    { format: 'alloy-expression' },
  ),
} as const satisfies Fields

/** User name and password, each with its key in the Secret and an expression in its place. */
export const dataSourceAuthentication = group(
  {
    username: text('', 'User to connect as. Give it rights to read statistics only.', {
      common: true,
      loose: true,
    }),
    usernameKey: text('username', 'Key of the user name inside the Secret.'),
    usernameFrom: text('', 'Alloy expression that yields the user name.', {
      format: 'alloy-expression',
    }),
    password: text('', 'The user’s password.', { common: true, secret: true, loose: true }),
    passwordKey: text('password', 'Key of the password inside the Secret.'),
    passwordFrom: text('', 'Alloy expression that yields the password.', {
      format: 'alloy-expression',
    }),
  },
  'Who connects.',
)

/** Where a database in a cloud lives, so that Grafana can link to it. */
const cloudProviderOptions = group(
  {
    aws: group({ arn: text('', 'ARN of the RDS instance.') }, 'Amazon RDS.'),
    azure: group(
      {
        subscriptionId: text('', 'Azure subscription of the database.'),
        resourceGroup: text('', 'Azure resource group of the database.'),
        serverName: text('', 'Name of the database server.'),
      },
      'Azure Database.',
    ),
    gcp: group(
      {
        connectionName: text('', 'Connection name of the Cloud SQL instance.', {
          example: 'my-project:us-central1:my-db',
        }),
      },
      'Google Cloud SQL.',
    ),
  },
  'The cloud that the database runs in.',
)

/** `databaseObservability` as far as both databases have it. */
export const observabilityFields = {
  enabled: flag(
    false,
    'Send queries, their plans and the schema as logs, for Database Observability in Grafana Cloud.',
    { common: true },
  ),
  labels: map(
    text('', '', { loose: true }),
    'Labels to add to its metrics and logs. Not job, instance or dsn, which it sets itself.',
  ),
  cloudProvider: cloudProviderOptions,
} as const satisfies Fields

/** One collector inside Database Observability that runs at an interval. */
export function observabilityCollector<const F extends Fields>(
  what: string,
  enabled: boolean,
  interval: string,
  fields: F,
) {
  return group(
    {
      enabled: flag(enabled, ['Collect ', what, '.'].join('')),
      collectInterval: text(interval, 'How often.', { format: 'duration', loose: true }),
      ...fields,
    },
    [what.slice(0, 1).toUpperCase(), what.slice(1), '.'].join(''),
  )
}

const unread = { deprecated: 'Nothing reads it any more.' } as const

/** Settings of the schema collector that are still accepted. */
export const schemaCacheFields = {
  cacheEnabled: flag(true, 'Once kept schemas in memory.', unread),
  cacheSize: count(256, 'Once limited that memory.', unread),
  cacheTTL: text('10m', 'Once limited that memory’s age.', { ...unread, loose: true }),
} as const satisfies Fields

/** `secret` of an instance. */
export const sqlSecretOptions = group(
  {
    create: flag(
      null,
      'Make a Secret of the credentials given here. Off: read a Secret that exists already, under the keys named here.',
      { nullable: true, common: true },
    ),
    embed: flag(
      false,
      'Write the credentials into the config in plain text instead of a Secret. For tests only.',
    ),
    name: text('', 'Name of the Secret; empty makes one of the instance’s and the release’s.', {
      format: 'kubernetes-name',
      common: true,
    }),
    namespace: text('', 'Namespace of the Secret; empty means the release’s.', {
      format: 'kubernetes-name',
    }),
  },
  'Where credentials are kept.',
)

/** Dotted paths of the secret fields. */
export const sqlSecretFields: readonly string[] = [
  'exporter.dataSource.auth.username',
  'exporter.dataSource.auth.password',
]
