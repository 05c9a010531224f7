import type { Block } from '../alloy/ast'
import { plainTuning } from '../pipelines/metrics-source'
import type { NodeLabels } from '../pipelines/node-labels'
import { flag, type Group, group, text, type ValueOf } from '../values/options'
import { type LogRow, logOptions } from './exposed-service-logs'
import {
  defaultListTuning,
  discoveryFields,
  instanceTimingFields,
  metricsFields,
  nameField,
} from './instance-options'
import { carriedOver } from './instances'
import type { IntegrationInstance } from './types'

/** In what one such service differs from the others. */
export interface ExposedService {
  readonly type: string
  readonly title: string
  readonly help: string
  /** Name of the pods' port with the metrics. */
  readonly portName: string
  /** `labelSelectors` by default; without any, the user has to name some. */
  readonly selectors: Readonly<Record<string, unknown>>
  /** An example of a label that such pods carry. */
  readonly selectorKey: string
  /** What the module itself falls back to, where an instance says nothing. */
  readonly fallback: {
    readonly selector: string
    readonly port: string
    readonly keep: '.*' | '(.+)'
  }
  /**
   * Whether an instance names its job. Otherwise the job is fixed, an empty list of namespaces is
   * written out, and `metrics.enabled` counts, if only for all instances together.
   */
  readonly ownJob: boolean
  /** Has a `metrics.enabled` that nobody reads. */
  readonly idleSwitch?: boolean
  readonly allowList?: readonly string[]
  /** Rules on the targets. */
  readonly targetRules: (nodeLabels: NodeLabels) => readonly Block[]
  /** Rules on the metrics, after the lists. */
  readonly metricRules: readonly Block[]
  readonly logs?: LogRow
}

const metricsOptions = group({ ...metricsFields, portName: text('', ''), tuning: plainTuning })

/** An instance's values, as far as all such services have them. */
export interface ExposedValues {
  readonly name: string
  readonly jobLabel?: string
  readonly namespaces: readonly string[]
  readonly fieldSelectors: readonly string[]
  readonly labelSelectors: Readonly<Record<string, unknown>>
  readonly extraDiscoveryRules: string
  readonly scrapeInterval: string
  readonly scrapeTimeout: string
  readonly metrics: ValueOf<typeof metricsOptions> & { readonly enabled?: boolean }
  readonly logs?: ValueOf<typeof logOptions>
}

/** The options of an instance. */
export function optionsOf(service: ExposedService) {
  const { title, type, selectors } = service
  return group({
    name: nameField,
    ...(service.ownJob && {
      jobLabel: text(
        ['integrations', type].join('/'),
        'The job label of these metrics; dashboards look for the default.',
      ),
    }),
    ...discoveryFields([title, 'pods'].join(' '), selectors),
    ...instanceTimingFields,
    metrics: group(
      {
        ...(!service.ownJob && {
          enabled: flag(
            true,
            'Collect metrics. The chart asks all instances of a type together: it collects from all or from none.',
            { common: true },
          ),
        }),
        ...(service.idleSwitch && {
          enabled: flag(true, 'Has no effect: the chart collects either way.', {
            deprecated: 'Leave the instance out to collect nothing.',
          }),
        }),
        portName: text(service.portName, 'Name of the container port with the metrics.', {
          common: true,
        }),
        ...metricsFields,
        tuning: service.allowList ? defaultListTuning : plainTuning,
      },
      'What is scraped.',
    ),
    ...(service.logs && { logs: logOptions }),
  })
}

/** Whether any instance wants metrics, settings carried over from one to the next. */
export function scrapes(
  { ownJob }: Pick<ExposedService, 'ownJob'>,
  options: Group,
  instances: readonly IntegrationInstance<ExposedValues>[],
): boolean {
  return (
    ownJob || carriedOver(options, instances).some(({ values }) => values.metrics.enabled === true)
  )
}
