import type { Statement } from '../alloy/ast'
import { type Children, withOrigin } from '../alloy/build'
import { isRecord, valueAt } from '../base/record'
import { matchLines } from '../pipelines/log-stages'
import { rule } from '../pipelines/rules'
import { isEmpty, printValue } from '../values/helm'
import { podMatch } from './instances'
import type { IntegrationInstance } from './types'

/**
 * Rules that tell the databases' pods, and one stage for all of their lines
 * (templates/_integration_mysql_logs.tpl, _integration_postgresql_logs.tpl).
 */
export function sqlPodLogs(
  type: string,
  stages: Children,
  instances: readonly IntegrationInstance<unknown>[],
) {
  const unit = ['integrations', type].join('/')
  const discoveryRules = instances.flatMap(({ user, path }): Statement[] => {
    const enabled = valueAt(user, ['logs', 'enabled'])
    if (enabled !== undefined && isEmpty(enabled)) return []
    const namespaces = valueAt(user, ['logs', 'namespaces'])
    const selectors = valueAt(user, ['logs', 'labelSelectors'])
    const { source_labels, values } = podMatch(
      Array.isArray(namespaces) ? namespaces : [],
      isRecord(selectors) ? selectors : {},
    )
    const tag = (target: string, replacement: string) =>
      rule({
        source_labels,
        separator: ';',
        regex: values.join(';'),
        target_label: target,
        replacement,
      })
    return withOrigin([tag('integration', type), tag('instance', printValue(user.name))], {
      unit,
      path: [...path, 'logs'],
    })
  })
  const selector = ['{integration="', type, '"}'].join('')
  return {
    discoveryRules,
    stages: withOrigin([matchLines(selector, stages)], {
      unit,
      path: ['integrations', type, 'instances'],
    }),
  }
}
