import type { Statement } from '../../alloy/ast'
import { component } from '../../alloy/build'
import { alloyName } from '../../base/names'
import { isRecord, valueAt } from '../../base/record'
import type { Path } from '../../diagnostics/diagnostic'
import { integrations } from '../../integrations'
import { checkNames } from '../../integrations/checks'
import type { Integration, IntegrationInstance } from '../../integrations/types'
import { makesSecret, secretHolder, secretName, secretNamespace } from '../../pipelines/secrets'
import type { RootValues, UnitContext } from '../../values/context'
import type { Feature } from '../types'
import { type IntegrationsValues, integrationsOptions } from './options'

type Instance = IntegrationInstance<Readonly<Record<string, unknown>>>

interface Configured {
  readonly unit: Integration
  readonly instances: readonly Instance[]
  /** Whether there is a module. */
  readonly metrics: boolean
  readonly readsPodLogs: boolean
  readonly sendsLogs: boolean
}

const known = new WeakMap<RootValues, readonly Configured[]>()

/** The integrations that have instances, with what they do. */
export function configuredIntegrations(root: RootValues): readonly Configured[] {
  const earlier = known.get(root)
  if (earlier) return earlier
  const configured = readConfigured(root)
  known.set(root, configured)
  return configured
}

function readConfigured(root: RootValues): readonly Configured[] {
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
    return [
      {
        unit,
        instances,
        metrics: unit.collectsMetrics(instances),
        readsPodLogs: unit.readsPodLogs(instances),
        sendsLogs: unit.sendsLogs(instances),
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

type Place = Pick<UnitContext, 'release' | 'namespace'>

/** The credentials of every instance that has any, used or not. */
export function integrationCredentials(root: RootValues, { release, namespace }: Place) {
  return configuredIntegrations(root).flatMap(({ unit, instances }) =>
    unit.secretFields.length === 0
      ? []
      : instances.map(({ values, user, path }) => ({
          path,
          holder: secretHolder(
            { name: '', values, user, release, namespace },
            unit.secretFields,
            'integrations',
          ),
        })),
  )
}

/** Reports instances whose Secrets are one and the same. */
function checkSecretNames(root: RootValues, context: Place & Pick<UnitContext, 'report'>): void {
  const seen = new Set<string>()
  for (const { path, holder } of integrationCredentials(root, context)) {
    if (!makesSecret(holder)) continue
    const name = secretName(holder)
    const place = [secretNamespace(holder), name].join('/')
    if (seen.has(place)) {
      context.report({
        code: 'integrations.same-secret',
        path: [...path, 'name'],
        message: `Another instance makes the Secret ${name} too, so one of them gets the other’s credentials. Rename one, or give it a secret.name of its own.`,
      })
    }
    seen.add(place)
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
            unit.build({ ...context, nodeLabels: context.values.nodeLabels }, instances),
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
    for (const { unit, instances } of configured) {
      checkNames(context, unit, instances)
      unit.validate?.(context, instances)
    }
    checkSecretNames(context.root, context)
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
