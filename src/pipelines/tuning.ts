import type { Block } from '../alloy/ast'
import { quotedRaw } from '../alloy/build'
import { drop, keep } from './rules'

/** What every keep list lets through, so that a scrape's own health stays visible. */
export const scrapeHealth: readonly string[] = ['up', 'scrape_samples_scraped']

/** `metricsTuning` as far as its lists go. */
export interface MetricsTuning {
  readonly useDefaultAllowList?: boolean
  readonly includeMetrics: readonly string[]
  readonly excludeMetrics: readonly string[]
}

/**
 * Keep and drop rules of the sources that come with a default list: the defaults (if wanted) and
 * the user's own names make one keep rule; without either, everything is kept. Turning the default
 * list off makes the user's own names the whole list.
 */
export function tuneWithDefaults(tuning: MetricsTuning, defaults: readonly string[]): Block[] {
  const kept = new Set<string>()
  if (tuning.useDefaultAllowList) for (const name of [...scrapeHealth, ...defaults]) kept.add(name)
  if (tuning.includeMetrics.length > 0) {
    for (const name of [...scrapeHealth, ...tuning.includeMetrics]) kept.add(name)
  }
  return [
    ...(kept.size > 0 ? [keep(['__name__'], [...kept].join('|'))] : []),
    ...dropListed(tuning.excludeMetrics),
  ]
}

/**
 * Keep and drop rules of the sources without a default list. What the chart adds a prefix to, it puts
 * between quotes unescaped, so that there a backslash has to be doubled in the values; without a
 * prefix (`always` empty) it escapes.
 */
export function tune(tuning: MetricsTuning, always: readonly string[] = scrapeHealth): Block[] {
  const { includeMetrics, excludeMetrics } = tuning
  const kept = [...always, ...includeMetrics].join('|')
  return [
    ...(includeMetrics.length > 0
      ? [keep(['__name__'], always.length > 0 ? quotedRaw(kept) : kept)]
      : []),
    ...dropListed(excludeMetrics),
  ]
}

function dropListed(names: readonly string[]): Block[] {
  return names.length > 0 ? [drop(['__name__'], names.join('|'))] : []
}
