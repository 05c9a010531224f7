import { valueAt } from '../base/record'
import type { UnitContext } from '../values/context'
import { isEmpty } from '../values/helm'
import { defaultOf, type Group } from '../values/options'
import { checkCarriedOver, checkSelectors, reportIgnored } from './checks'
import { filledSettings, readsLogs } from './exposed-service-logs'
import { type ExposedService, type ExposedValues, scrapes } from './exposed-service-row'
import { carriedOver } from './instances'
import type { IntegrationInstance } from './types'

/**
 * What the chart refuses of such a service's instances, and where it does not do what they say
 * (templates/_integration_alloy.tpl and its like).
 */
export function checkExposedService(
  context: UnitContext,
  service: ExposedService,
  options: Group,
  instances: readonly IntegrationInstance<ExposedValues>[],
): void {
  const { title, selectors: defaults, selectorKey: key, logs } = service
  const metrics = scrapes(service, options, instances)
  const podLogs = logs !== undefined && readsLogs(options, instances)
  for (const instance of instances) {
    checkSelectors(context, instance, { title, key, defaults })
    if (metrics && instance.values.metrics.enabled === false) {
      reportIgnored(
        context,
        [...instance.path, 'metrics', 'enabled'],
        service.ownJob
          ? `The chart collects the metrics of ${title} whatever this says. Leave the instance out to collect none.`
          : `The chart asks whether any ${title} instance wants metrics and then collects from all, so this one is collected too.`,
      )
    }
    if (!logs || logs.carriesOver || !podLogs) continue
    if (instance.values.logs?.enabled === false) {
      reportIgnored(
        context,
        [...instance.path, 'logs', 'enabled'],
        `The chart takes false for the default here, so the logs of this ${title} instance are parsed like those of the others.`,
      )
    }
    for (const setting of filledSettings) {
      const written = valueAt(instance.user, setting)
      if (written === undefined || !isEmpty(written)) continue
      const standard = valueAt(defaultOf(options), setting)
      reportIgnored(
        context,
        [...instance.path, ...setting],
        `The chart takes an empty or false value for the default here (${String(standard)}), so this setting changes nothing for ${title}.`,
      )
    }
  }
  const carried = carriedOver(options, instances)
  const wanted = (part: 'metrics' | 'logs') =>
    instances.some(({ values }) => values[part]?.enabled === true)
  if (!service.ownJob && metrics !== wanted('metrics')) {
    checkCarriedOver(context, title, instances, carried, [['metrics', 'enabled']])
  }
  if (!logs) return
  if (logs.carriesOver) {
    checkCarriedOver(context, title, instances, carried, [
      ['namespaces'],
      ['labelSelectors'],
      ['logs'],
    ])
  } else if (podLogs !== wanted('logs')) {
    checkCarriedOver(context, title, instances, carried, [['logs', 'enabled']])
  }
}
