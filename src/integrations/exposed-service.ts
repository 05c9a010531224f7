/**
 * Services whose pods expose metrics on a named port: Alloy, DCGM Exporter, Grafana, Loki, Mimir and
 * Tempo. The chart has a template for each (templates/_integration_alloy.tpl, …_loki_metrics.tpl and
 * so on); they are one skeleton, of which each service is a row.
 */
import { checkExposedService } from './exposed-service-checks'
import { discoveryModule, includeService, scrapeModule } from './exposed-service-config'
import { podLogRules, readsLogs } from './exposed-service-logs'
import { type ExposedService, type ExposedValues, optionsOf, scrapes } from './exposed-service-row'
import type { Integration } from './types'

/** The integration that a row makes. */
export function exposedService(service: ExposedService): Integration<ExposedValues> {
  const { type, title, help, logs } = service
  const options = optionsOf(service)
  return {
    type,
    title,
    help,
    options,
    secretFields: [],
    collectsMetrics: (instances) => scrapes(service, options, instances),
    readsPodLogs: (instances) => logs !== undefined && readsLogs(options, instances),
    sendsLogs: () => false,
    build: (context, instances) => [
      discoveryModule(service, context.nodeLabels),
      scrapeModule(service),
      ...instances.flatMap((instance) => includeService(service, context, instance)),
    ],
    ...(logs && {
      podLogs: (_context, instances) => podLogRules(logs, type, options, instances),
    }),
    validate: (context, instances) => checkExposedService(context, service, options, instances),
  }
}
