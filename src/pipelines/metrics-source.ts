import type { Block, Expression, Origin, Statement } from '../alloy/ast'
import {
  attribute,
  type Children,
  component,
  rawStatements,
  ref,
  type Value,
  withOrigin,
} from '../alloy/build'
import type { Path } from '../diagnostics/diagnostic'
import type { Global } from '../values/global'
import { count, flag, group, text, texts } from '../values/options'
import { type Scrape, scrape } from './scrape'

/** The options of one scraped source that all sources share. */
export function sourceFields<const J extends string>(job: J) {
  return {
    jobLabel: text(job, 'The job label of these metrics; dashboards look for the default.'),
    ...timingFields,
    ...ruleFields,
  } as const
}

/** How often and how long. */
export const timingFields = {
  scrapeInterval: text('', 'How often to scrape; empty means the interval for everything.', {
    format: 'duration',
  }),
  scrapeTimeout: text('', 'How long one scrape may take; empty means the timeout for everything.', {
    format: 'duration',
  }),
} as const

/** The user's own rules, before and after the scrape, and the cache of the second kind. */
export const ruleFields = {
  extraDiscoveryRules: text(
    '',
    'Your own rule blocks on the targets, before the scrape: they see the __meta labels of discovery.',
    { format: 'alloy' },
  ),
  extraMetricProcessingRules: text(
    '',
    'Your own rule blocks on the metrics, after the scrape and after the lists above.',
    { format: 'alloy' },
  ),
  maxCacheSize: count(
    null,
    'Size of the relabelling cache; empty means the size for everything. At least twice the samples of the largest target.',
    { integer: true, nullable: true },
  ),
} as const

/** `metricsTuning` of a source without a default list. */
export const plainTuningFields = {
  includeMetrics: texts('Keep only these metrics (regular expressions). Empty keeps all.'),
  excludeMetrics: texts('Drop these metrics (regular expressions).'),
} as const

/** `metricsTuning` of a source that comes with a default list. */
export const listTuningFields = {
  useDefaultAllowList: flag(
    true,
    'Keep only the metrics that the Kubernetes dashboards and alerts need. Turn off to keep all, which costs many times more series.',
    { common: true },
  ),
  includeMetrics: texts(
    'Metrics to keep besides the default list (regular expressions). With the default list off, these are all that is kept.',
  ),
  excludeMetrics: texts('Drop these metrics (regular expressions), whatever keeps them.'),
} as const

export const plainTuning = group(plainTuningFields, 'Which metrics are sent.')
export const listTuning = group(listTuningFields, 'Which metrics are sent.')

/** What {@link collect} reads of a source's values. */
export interface SourceValues {
  readonly jobLabel?: string
  readonly scrapeInterval: string
  readonly scrapeTimeout?: string
  readonly extraMetricProcessingRules: string
  readonly maxCacheSize: number | null
}

export interface Source extends Omit<Scrape, 'forwardTo' | 'interval' | 'timeout' | 'job'> {
  readonly values: SourceValues
  /** Where the values stand. */
  readonly path: Path
  readonly unit: string
  /** Where the metrics go in the end. */
  readonly destinations: Expression
  /** Rules on the metrics before the user's own. */
  readonly rules: readonly Block[]
  /** Whether there is a relabelling even without a rule. */
  readonly alwaysRelabel?: boolean
  /** The relabelling's label, where it differs from the scrape's. */
  readonly relabelLabel?: string
  /** `job_name`; the values' own by default. */
  readonly job?: string
}

/** The user's own rules of a source, told where they come from. */
export function userRules(text: string, unit: string, path: Path): readonly Statement[] {
  return rawStatements(text, { unit, path })
}

/** A `discovery.relabel`: rules on the targets, the user's own last. */
export function discover(
  label: string,
  targets: Value,
  rules: Children,
  source: {
    readonly values: { readonly extraDiscoveryRules: string }
    readonly path: Path
    readonly unit: string
  },
) {
  const { values, path, unit } = source
  return component('discovery.relabel', label, { targets }, [
    rules,
    userRules(values.extraDiscoveryRules, unit, [...path, 'extraDiscoveryRules']),
  ])
}

/** A scrape and, where there is anything to keep, drop or change, the relabelling behind it. */
export function collect(source: Source): Statement[] {
  const { values, path, unit, global, destinations, rules } = source
  const origin: Origin = { unit, path }
  const own = userRules(values.extraMetricProcessingRules, unit, [
    ...path,
    'extraMetricProcessingRules',
  ])
  const relabel =
    source.alwaysRelabel || rules.length > 0 || values.extraMetricProcessingRules !== ''
      ? metricsRelabel(source.relabelLabel ?? source.label, global, values, destinations, [
          ...rules,
          ...own,
        ])
      : undefined
  const scraped = scrape({
    ...source,
    job: source.job ?? values.jobLabel,
    interval: values.scrapeInterval,
    timeout: values.scrapeTimeout,
    forwardTo: relabel ? [ref(relabel, 'receiver')] : destinations,
  })
  return withOrigin(relabel ? [scraped, relabel] : [scraped], origin)
}

/** A `prometheus.relabel` with the cache size that the source, or all, asked for. */
export function metricsRelabel(
  label: string,
  global: Global,
  values: { readonly maxCacheSize: number | null },
  forwardTo: Expression,
  rules: readonly Statement[],
) {
  return component(
    'prometheus.relabel',
    label,
    { max_cache_size: Math.trunc(values.maxCacheSize || global.maxCacheSize) },
    [...rules, attribute('forward_to', forwardTo)],
  )
}
