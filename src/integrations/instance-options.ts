import { plainTuning, ruleFields, timingFields } from '../pipelines/metrics-source'
import { anything, type Fields, flag, group, map, text, texts } from '../values/options'

/** What an instance is called. */
export const nameField = text(
  '',
  'What to call this instance. It becomes part of component names, and the instance label of what is sent, so each needs one of its own: letters, digits, hyphens, underscores.',
  { common: true, example: 'orders' },
)

/** `labelSelectors` of pods; the chart keeps its default keys beside the user's. */
export function selectorField(what: string, initial: Readonly<Record<string, unknown>> = {}) {
  return map(
    anything('', ''),
    [
      'Labels of',
      what,
      'to look for; a list allows several values.',
      ...(Object.keys(initial).length > 0
        ? ['Default keys stay beside yours, so override a default by its own key.']
        : ['At least one is needed.']),
    ].join(' '),
    { common: true, initial },
  )
}

/** Where the pods of a service are looked for. */
export function discoveryFields(what: string, selectors: Readonly<Record<string, unknown>> = {}) {
  return {
    namespaces: texts('Look in these namespaces only, by their exact names. Empty means all.', {
      common: true,
    }),
    fieldSelectors: texts(
      'Field selectors, such as spec.nodeName=worker-1, that the pods have to meet too.',
    ),
    labelSelectors: selectorField(what, selectors),
    extraDiscoveryRules: text(
      '',
      'Your own rule blocks on the targets, before the scrape: they see the __meta labels of discovery.',
      { format: 'alloy' },
    ),
  } as const satisfies Fields
}

/** Timing that holds where `metrics` has none of its own. */
export const instanceTimingFields = {
  scrapeInterval: text('', 'How often to scrape, unless metrics.scrapeInterval says.', {
    format: 'duration',
    loose: true,
  }),
  scrapeTimeout: text('', 'How long one scrape may take, unless metrics.scrapeTimeout says.', {
    format: 'duration',
    loose: true,
  }),
} as const satisfies Fields

/** Timing and cache of an instance's metrics. */
export const metricsFields = {
  scrapeInterval: { ...timingFields.scrapeInterval, loose: true },
  scrapeTimeout: { ...timingFields.scrapeTimeout, loose: true },
  maxCacheSize: ruleFields.maxCacheSize,
} as const satisfies Fields

/** Which metrics are sent, for an integration with a default list. */
export const defaultListTuning = group(
  {
    useDefaultAllowList: flag(
      true,
      'Keep only what the dashboards and alerts of this integration need. Turn off to keep all.',
      { common: true },
    ),
    includeMetrics: texts(
      'Metrics to keep besides the default list (regular expressions). With the default list off, these are all that is kept.',
    ),
    excludeMetrics: texts('Drop these metrics (regular expressions), whatever keeps them.'),
  },
  'Which metrics are sent.',
)

/** Timing, cache and tuning of an instance whose metrics have no default list. */
export const plainMetricsFields = { ...metricsFields, tuning: plainTuning } as const
