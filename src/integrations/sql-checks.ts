import { valueAt } from '../base/record'
import type { UnitContext } from '../values/context'
import { isEmpty } from '../values/helm'
import { checkSelectors, instanceName, reportIgnored } from './checks'
import type { SqlDatabase, SqlValues } from './sql'
import type { IntegrationInstance } from './types'

const reserved = ['job', 'instance', 'dsn']

/**
 * What the chart refuses of a database's instances (templates/_integration_mysql.tpl,
 * _integration_postgresql.tpl), and settings that it does not heed.
 */
export function checkSql<V extends SqlValues>(
  context: UnitContext,
  database: Pick<SqlDatabase<V>, 'title' | 'withUserOnly'>,
  instances: readonly IntegrationInstance<V>[],
): void {
  for (const instance of instances) {
    checkDataSource(context, database, instance)
    checkObservability(context, database.title, instance)
    const { values, path } = instance
    if (values.logs.enabled) {
      checkSelectors(context, instance, {
        title: database.title,
        key: 'app.kubernetes.io/name',
        path: ['logs', 'labelSelectors'],
      })
    }
    const source = valueAt(values, ['exporter', 'dataSource'])
    const byParts = isEmpty(values.exporter.dataSourceName || values.exporter.dataSourceNameFrom)
    const external = values.secret.create === false && !values.secret.embed
    const named = ['username', 'usernameFrom'].some(
      (field) => !isEmpty(valueAt(source, ['auth', field])),
    )
    if (!byParts || external || named || !values.metrics.enabled) continue
    for (const setting of [...database.withUserOnly, 'auth.password', 'auth.passwordFrom']) {
      const where = setting.split('.')
      if (isEmpty(valueAt(instance.user, ['exporter', 'dataSource', ...where]))) continue
      reportIgnored(
        context,
        [...path, 'exporter', 'dataSource', ...where],
        `The chart heeds ${setting} only beside a user name, and ${instanceName(instance)} has none.`,
      )
    }
  }
}

function checkDataSource(
  context: UnitContext,
  { title }: { readonly title: string },
  { values, path, ...rest }: IntegrationInstance<SqlValues>,
): void {
  const { dataSourceName, dataSourceNameFrom, dataSource } = values.exporter
  if (!values.metrics.enabled || dataSourceName !== '' || dataSource.host !== '') return
  const host = [...path, 'exporter', 'dataSource', 'host']
  const name = instanceName({ values, path, ...rest })
  context.report({
    code: 'integrations.no-data-source',
    path: host,
    message:
      dataSourceNameFrom === ''
        ? `Say where the ${title} database ${name} is: its host, or a whole data source name.`
        : `The chart wants a host for the ${title} database ${name} even though dataSourceNameFrom says everything. Any host will do: nothing reads it.`,
    ...(dataSourceNameFrom !== '' && {
      fixes: [
        {
          title: 'Set a host that nothing reads',
          edits: [{ path: host, value: 'see-dataSourceNameFrom' }],
          safe: true,
        },
      ],
    }),
  })
}

function checkObservability(
  context: UnitContext,
  title: string,
  instance: IntegrationInstance<SqlValues>,
): void {
  const { values, path } = instance
  if (!values.databaseObservability.enabled) return
  if (!values.metrics.enabled) {
    context.report({
      code: 'integrations.observability-without-metrics',
      path: [...path, 'metrics', 'enabled'],
      message: `Database Observability of the ${title} database ${instanceName(instance)} needs its metrics to be on.`,
      fixes: [
        {
          title: 'Turn metrics on',
          edits: [{ path: [...path, 'metrics', 'enabled'], value: true }],
          safe: true,
        },
        {
          title: 'Turn Database Observability off',
          edits: [{ path: [...path, 'databaseObservability', 'enabled'], value: false }],
          safe: false,
        },
      ],
    })
  }
  for (const label of Object.keys(values.databaseObservability.labels)) {
    if (!reserved.includes(label)) continue
    const place = [...path, 'databaseObservability', 'labels', label]
    context.report({
      code: 'integrations.reserved-label',
      path: place,
      message: `Database Observability sets the label ${label} itself, so it cannot be set here.${label === 'job' ? ' Use jobLabel instead.' : ''}`,
      fixes: [{ title: 'Remove the label', edits: [{ path: place, remove: true }], safe: true }],
    })
  }
}
