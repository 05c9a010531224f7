/**
 * MySQL and PostgreSQL: an exporter that connects to the database, Database Observability on top of
 * it, and the logs of the database's pods (templates/_integration_mysql_metrics.tpl,
 * _integration_postgresql_metrics.tpl and their like).
 */
import type { Block, Expression, Statement } from '../alloy/ast'
import {
  type Attributes,
  attribute,
  block,
  type Children,
  call,
  component,
  expression,
  path,
  quotedRaw,
  rawExpression,
  ref,
  withOrigin,
} from '../alloy/build'
import { alloyName } from '../base/names'
import { sortedEntries, valueAt } from '../base/record'
import { metricsRelabel, userRules } from '../pipelines/metrics-source'
import { copyLabel, setLabel } from '../pipelines/rules'
import { scrape } from '../pipelines/scrape'
import {
  readSecret,
  type SecretHolder,
  secretComponent,
  secretHolder,
  usesSecret,
} from '../pipelines/secrets'
import { tune } from '../pipelines/tuning'
import type { UnitContext } from '../values/context'
import { isEmpty } from '../values/helm'
import { type Group, group, type ValueOf } from '../values/options'
import { checkSql } from './sql-checks'
import { sqlPodLogs } from './sql-logs'
import {
  dataSourceAuthentication,
  dataSourceNameFields,
  observabilityFields,
  sqlLogOptions,
  sqlMetricsOptions,
  sqlSecretFields,
  sqlSecretOptions,
} from './sql-options'
import type { Integration, IntegrationContext, IntegrationInstance } from './types'

const common = group({
  metrics: sqlMetricsOptions,
  logs: sqlLogOptions(''),
  nameFields: group(dataSourceNameFields),
  observability: group(observabilityFields),
  secret: sqlSecretOptions,
  auth: dataSourceAuthentication,
})
type Common = ValueOf<typeof common>

/** What both databases' instances have. */
export interface SqlValues {
  readonly name: string
  readonly jobLabel: string
  readonly metrics: Common['metrics']
  readonly logs: Common['logs']
  readonly exporter: Common['nameFields'] & {
    readonly dataSource: { readonly host: string; readonly port: number }
  }
  readonly databaseObservability: Common['observability']
  readonly secret: Common['secret']
}

/** Whose credentials a connection string holds. */
type Credentials = 'user and password' | 'user' | 'none'

/** In what one database differs from the other. */
export interface SqlDatabase<V extends SqlValues> {
  readonly type: 'mysql' | 'postgresql'
  readonly title: string
  readonly help: string
  readonly options: Group
  /** As Alloy's components call it. */
  readonly system: 'mysql' | 'postgres'
  /** The connection string as a format for credentials, host and port, unescaped as the chart has it. */
  connection(values: V, credentials: Credentials): string
  /** What becomes of a credential on its way into the connection string. */
  encode(credential: Expression): Expression
  /** The exporter's own settings. */
  exporter(values: V, dataSource: Expression): Children
  /** Database Observability's own settings. */
  observability(values: V, dataSource: Expression): Children
  /** What its log lines go through. */
  readonly logStages: Children
  /** Settings that count only where there is a user name. */
  readonly withUserOnly: readonly string[]
}

type Instance<V extends SqlValues> = IntegrationInstance<V>

const setOf = (user: Instance<SqlValues>['user'], fallback: boolean, ...where: string[]) => {
  const written = valueAt(user, where)
  return written === undefined ? fallback : !isEmpty(written)
}

/** The integration that a database makes. */
export function sqlDatabase<V extends SqlValues>(database: SqlDatabase<V>): Integration<V> {
  const { type, title, help, options } = database
  return {
    type,
    title,
    help,
    options,
    secretFields: sqlSecretFields,
    collectsMetrics: (instances) =>
      instances.some(({ user }) => setOf(user, true, 'metrics', 'enabled')),
    readsPodLogs: (instances) => instances.some(({ user }) => setOf(user, true, 'logs', 'enabled')),
    sendsLogs: (instances) =>
      instances.some(({ user }) => setOf(user, false, 'databaseObservability', 'enabled')),
    build: (context, instances) =>
      instances.flatMap((instance) => buildInstance(database, context, instance)),
    podLogs: (_context, instances) => sqlPodLogs(type, database.logStages, instances),
    validate: (context, instances) => checkSql(context, database, instances),
  }
}

function dataSource<V extends SqlValues>(
  database: SqlDatabase<V>,
  holder: SecretHolder,
  values: V,
): Expression {
  const { dataSourceName, dataSourceNameFrom, dataSource: parts } = values.exporter
  if (dataSourceNameFrom !== '') return rawExpression(dataSourceNameFrom)
  if (dataSourceName !== '') return expression(dataSourceName)
  const [userField = '', passwordField = ''] = sqlSecretFields
  const fields = !usesSecret(holder, userField)
    ? []
    : usesSecret(holder, passwordField)
      ? [userField, passwordField]
      : [userField]
  const credentials = fields.flatMap((field) => {
    const read = readSecret(holder, field, { nonsensitive: true })
    return read ? [database.encode(read)] : []
  })
  const kinds = ['none', 'user', 'user and password'] as const
  return call(
    'string.format',
    quotedRaw(database.connection(values, kinds[fields.length] ?? 'none')),
    ...credentials,
    parts.host,
    Math.trunc(parts.port),
  )
}

function buildInstance<V extends SqlValues>(
  database: SqlDatabase<V>,
  context: IntegrationContext,
  instance: Instance<V>,
): Statement[] {
  const { type, system } = database
  const { values, user } = instance
  const unit = ['integrations', type].join('/')
  const label = alloyName(values.name)
  const observed = values.databaseObservability.enabled
  const jobLabel =
    observed && !Object.hasOwn(user, 'jobLabel') ? 'integrations/db-o11y' : values.jobLabel
  const { release, namespace } = context
  const holder = secretHolder(
    { name: '', values: { ...(values as object) }, user, release, namespace },
    sqlSecretFields,
    'integrations',
  )
  const source = dataSource(database, holder, values)
  const exporter = component(
    ['prometheus.exporter', system].join('.'),
    label,
    {},
    database.exporter(values, source),
  )
  const targets = ref(exporter, 'targets')
  const observability = observed
    ? observe(database, values, { label, jobLabel, source, targets })
    : undefined
  const secret = secretComponent(holder)
  return withOrigin(
    [
      ...(secret ? [secret] : []),
      ...(values.metrics.enabled ? [exporter] : []),
      ...withOrigin(observability?.components ?? [], {
        unit,
        path: [...instance.path, 'databaseObservability'],
      }),
      ...(values.metrics.enabled
        ? withOrigin(
            scrapeExporter(context, unit, instance, {
              label,
              jobLabel,
              targets: observability?.targets ?? targets,
            }),
            { unit, path: [...instance.path, 'metrics'] },
          )
        : []),
    ],
    { unit, path: instance.path },
  )
}

/** Database Observability: its component, and what puts its labels on its logs and on the targets. */
function observe<V extends SqlValues>(
  database: SqlDatabase<V>,
  values: V,
  from: {
    readonly label: string
    readonly jobLabel: string
    readonly source: Expression
    readonly targets: Expression
  },
): { readonly components: Block[]; readonly targets: Expression } {
  const { system } = database
  const label = ['database_observability', system, from.label].join('_')
  const rules = [
    setLabel('job', from.jobLabel),
    copyLabel('instance', 'dsn'),
    setLabel('instance', values.name),
    ...sortedEntries(values.databaseObservability.labels).map(([name, value]) =>
      setLabel(name, value),
    ),
  ]
  const logs = component(
    'loki.relabel',
    label,
    { forward_to: path('argument', 'logs_destinations', 'value') },
    rules,
  )
  const observer = component(
    ['database_observability', system].join('.'),
    from.label,
    { targets: from.targets },
    [database.observability(values, from.source), attribute('forward_to', [ref(logs, 'receiver')])],
  )
  const relabelled = component(
    'discovery.relabel',
    label,
    { targets: ref(observer, 'targets') },
    rules,
  )
  return { components: [observer, logs, relabelled], targets: ref(relabelled, 'output') }
}

function scrapeExporter(
  { global }: UnitContext,
  unit: string,
  instance: Instance<SqlValues>,
  from: { readonly label: string; readonly jobLabel: string; readonly targets: Expression },
): Statement[] {
  const { label, jobLabel, targets } = from
  const { name, metrics, databaseObservability } = instance.values
  const observed = databaseObservability.enabled
  const destinations = path('argument', 'metrics_destinations', 'value')
  const rules: Statement[] = [
    ...(observed ? [] : [setLabel('instance', name), setLabel('job', jobLabel)]),
    ...tune(metrics.tuning),
    ...userRules(metrics.extraMetricProcessingRules, unit, [
      ...instance.path,
      'metrics',
      'extraMetricProcessingRules',
    ]),
  ]
  const relabel =
    !observed || rules.length > 0 || metrics.extraMetricProcessingRules !== ''
      ? metricsRelabel(label, global, metrics, destinations, rules)
      : undefined
  const scraping = scrape({
    label,
    global,
    targets,
    interval: metrics.scrapeInterval,
    timeout: metrics.scrapeTimeout,
    forwardTo: relabel ? [ref(relabel, 'receiver')] : destinations,
    without: ['nhcb'],
  })
  return relabel ? [scraping, relabel] : [scraping]
}

/** `cloud_provider`, with the clouds of which enough is known. */
export function cloudProviderBlock({
  aws,
  azure,
  gcp,
}: SqlValues['databaseObservability']['cloudProvider']): Block | undefined {
  const clouds = [
    aws.arn !== '' && block('aws', { arn: aws.arn }),
    azure.subscriptionId !== '' &&
      azure.resourceGroup !== '' &&
      block('azure', {
        subscription_id: azure.subscriptionId,
        resource_group: azure.resourceGroup,
        server_name: azure.serverName || undefined,
      }),
    gcp.connectionName !== '' && block('gcp', { connection_name: gcp.connectionName }),
  ]
  return clouds.some(Boolean) ? block('cloud_provider', {}, clouds) : undefined
}

/** A collector of Database Observability, if it is on, and its settings. */
interface ObservabilityCollector {
  readonly name: string
  readonly enabled: boolean
  readonly settings: Attributes
}

/** A block for each collector that is on, and both lists of names. */
export function observabilityCollectorBlocks(
  collectors: readonly ObservabilityCollector[],
): Children {
  const names = (on: boolean) =>
    collectors.filter(({ enabled }) => enabled === on).map(({ name }) => name)
  const off = names(false)
  return [
    collectors.map(({ name, enabled, settings }) => enabled && block(name, settings)),
    attribute('enable_collectors', names(true)),
    off.length > 0 && attribute('disable_collectors', off),
  ]
}
