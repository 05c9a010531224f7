import type { Statement } from '../../alloy/ast'
import { component } from '../../alloy/build'
import { alloyName } from '../../base/names'
import { isRecord, valueAt } from '../../base/record'
import type { Path } from '../../diagnostics/diagnostic'
import { integrations } from '../../integrations'
import type { Integration, IntegrationInstance } from '../../integrations/types'
import type { RootValues, UnitContext } from '../../values/context'
import type { Feature } from '../types'
import { type IntegrationsValues, integrationsOptions } from './options'

type Instance = IntegrationInstance<Readonly<Record<string, unknown>>>

interface Configured {
  readonly unit: Integration
  readonly instances: readonly Instance[]
  readonly metrics: boolean
  readonly readsPodLogs: boolean
  readonly sendsLogs: boolean
}

/** The integrations that have instances, with what they do. */
export function configuredIntegrations(root: RootValues): readonly Configured[] {
  return integrations.flatMap((unit) => {
    const path: Path = ['integrations', unit.type, 'instances']
    const found = valueAt(root, path)
    const written = valueAt(root.user, path)
    if (!Array.isArray(found) || found.length === 0) return []
    const instances = found.flatMap((values: unknown, index): Instance[] => {
      if (!isRecord(values)) return []
      const user = Array.isArray(written) ? written[index] : undefined
      return [{ values, user: isRecord(user) ? user : {}, path: [...path, index] }]
    })
    const any = (does: (values: Instance['values']) => boolean) =>
      instances.some(({ values }) => does(values))
    return [
      {
        unit,
        instances,
        metrics: any((values) => unit.collectsMetrics(values)),
        readsPodLogs: any((values) => unit.readsPodLogs(values)),
        sendsLogs: any((values) => unit.sendsLogs(values)),
      },
    ]
  })
}

/** What integrations add to Pod Logs via Loki, in the order of their types. */
export function podLogRules(
  root: RootValues,
  context: UnitContext,
): { readonly discoveryRules: readonly Statement[]; readonly stages: readonly Statement[] } {
  const added = configuredIntegrations(root).flatMap(({ unit, instances, readsPodLogs }) => {
    const found = readsPodLogs ? unit.podLogs?.(context, instances) : undefined
    return found ? [found] : []
  })
  return {
    discoveryRules: added.flatMap(({ discoveryRules }) => discoveryRules),
    stages: added.flatMap(({ stages }) => stages),
  }
}

/**
 * All integrations as one feature (templates/features/_feature_integrations.tpl): a module for each
 * type that collects metrics, its instance labelled `integration`.
 */
export const serviceIntegrations = {
  key: 'integrations',
  path: ['integrations'],
  title: 'Service Integrations',
  name: 'Service Integrations',
  module: 'integrations',
  group: 'applications',
  help: 'Metrics and logs of services that are known by name, such as MySQL, Istio or Loki itself.',
  costs: 'Scrapes on the metrics collector; databases are read with an account of yours.',
  pipelines: [
    { signal: 'metrics', ecosystem: 'prometheus' },
    { signal: 'logs', ecosystem: 'loki' },
  ],
  options: integrationsOptions,
  home: 'alloy-metrics',
  needsClustering: (values, root) =>
    values.collector !== '' && configuredIntegrations(root).some(({ metrics }) => metrics),
  needs: (_values, root) => ({
    values: configuredIntegrations(root).some(({ readsPodLogs }) => readsPodLogs)
      ? [
          {
            path: ['podLogsViaLoki', 'enabled'],
            value: true,
            why: 'An integration labels and parses the logs that Pod Logs via Loki reads.',
          },
        ]
      : [],
  }),
  isEnabled: (root) =>
    configuredIntegrations(root).some(({ metrics, readsPodLogs }) => metrics || readsPodLogs),
  usesPipeline: (root, { signal }) =>
    configuredIntegrations(root).some(({ metrics, sendsLogs }) =>
      signal === 'metrics' ? metrics : sendsLogs,
    ),
  summary: (_values, root) => ({
    sources: configuredIntegrations(root)
      .map(({ unit }) => unit.type)
      .join(','),
  }),
  build: () => [],
  include(context, targets) {
    return configuredIntegrations(context.root)
      .filter(({ metrics }) => metrics)
      .flatMap(({ unit, instances, sendsLogs }) => {
        const module = `${alloyName(unit.type)}_integration`
        const argument = (name: string) => component('argument', name)
        return [
          component('declare', module, {}, [
            argument('metrics_destinations'),
            sendsLogs && argument('logs_destinations'),
            unit.build(context, instances),
          ]),
          component(module, 'integration', {
            metrics_destinations: targets({ signal: 'metrics', ecosystem: 'prometheus' }),
            logs_destinations: sendsLogs
              ? targets({ signal: 'logs', ecosystem: 'loki' })
              : undefined,
          }),
        ]
      })
  },
  validate(context) {
    const configured = configuredIntegrations(context.root)
    for (const { unit, instances } of configured) unit.validate?.(context, instances)
    const reader = configured.find(({ readsPodLogs }) => readsPodLogs)
    if (reader && valueAt(context.root, ['podLogsViaLoki', 'enabled']) !== true) {
      context.report({
        code: 'integrations.pod-logs-off',
        path: ['podLogsViaLoki', 'enabled'],
        message: `The ${reader.unit.title} integration parses pod logs, so Pod Logs via Loki has to be on.`,
        fixes: [
          {
            title: 'Turn on Pod Logs via Loki',
            edits: [{ path: ['podLogsViaLoki', 'enabled'], value: true }],
            safe: false,
          },
        ],
      })
    }
  },
} satisfies Feature<IntegrationsValues>
