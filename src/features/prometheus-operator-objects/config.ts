import type { Block, Statement } from '../../alloy/ast'
import { attribute, block, component, quotedRaw, ref, withOrigin } from '../../alloy/build'
import { sortedEntries } from '../../base/record'
import { metricsRelabel, userRules } from '../../pipelines/metrics-source'
import { rule } from '../../pipelines/rules'
import { tune } from '../../pipelines/tuning'
import { printAsText, printValue } from '../../values/helm'
import type { ValueOf } from '../../values/options'
import type { FeatureContext } from '../types'
import type { options } from './options'

export type Values = ValueOf<typeof options>
export type Context = FeatureContext<Values>

const unit = 'features/prometheusOperatorObjects'

/** The kinds of objects, in the module's order (templates/_module.alloy.tpl). */
export const kinds = [
  { key: 'podMonitors', name: 'podmonitors', label: 'pod_monitors', job: 'podMonitor' },
  { key: 'probes', name: 'probes', label: 'probes', job: 'probe' },
  {
    key: 'scrapeConfigs',
    name: 'scrapeconfigs',
    label: 'scrapeConfigs',
    // Not what these jobs are called: the chart took the rule over from the probes.
    job: 'probe',
  },
  {
    key: 'serviceMonitors',
    name: 'servicemonitors',
    label: 'service_monitors',
    job: 'serviceMonitor',
  },
] as const

type Kind = (typeof kinds)[number]
type KindValues = Values[Kind['key']]

/** A value between quotes, as sprig's `quote` prints it. */
const printQuoted = (value: unknown) =>
  Array.isArray(value) ? printAsText(value) : printValue(value)

/** Which objects count: by labels, by conditions, or both. */
function selector({ labelSelectors, labelExpressions }: KindValues): Block | undefined {
  const labels = sortedEntries(labelSelectors)
  if (labels.length === 0 && labelExpressions.length === 0) return undefined
  return block(
    'selector',
    {
      match_labels:
        labels.length > 0
          ? Object.fromEntries(labels.map(([label, value]) => [label, printQuoted(value)]))
          : undefined,
    },
    labelExpressions.map(({ key, operator, values }) =>
      block('match_expression', {
        key,
        operator,
        values: values.length > 0 ? values : undefined,
      }),
    ),
  )
}

/** One component, and the relabelling behind it where there is anything to change. */
function buildKind(context: Context, { key, name, label, job }: Kind): Statement[] {
  const { global } = context
  const values = context.values[key]
  const path = [...context.path, key]
  const tuning = tune(values.metricsTuning)
  const relabel =
    tuning.length > 0 || values.extraMetricProcessingRules !== ''
      ? metricsRelabel(
          key === 'scrapeConfigs' ? key : name,
          global,
          values,
          context.destinations('metrics'),
          [
            ...tuning,
            ...userRules(values.extraMetricProcessingRules, unit, [
              ...path,
              'extraMetricProcessingRules',
            ]),
          ],
        )
      : undefined
  const { namespaces, excludeNamespaces } = values
  const objects = component(
    ['prometheus', 'operator', name].join('.'),
    label,
    {
      kubernetes_role: key === 'serviceMonitors' ? 'endpointslice' : undefined,
      namespaces: namespaces.length > 0 ? namespaces : undefined,
    },
    [
      selector(values),
      block('clustering', { enabled: true }),
      block('scrape', {
        default_scrape_interval: values.scrapeInterval || global.scrapeInterval,
        default_scrape_timeout: values.scrapeTimeout || global.scrapeTimeout,
        scrape_native_histograms: global.scrapeNativeHistograms,
      }),
      excludeNamespaces.length > 0 &&
        rule({
          source_labels: ['job'],
          regex: quotedRaw(`${job}/(${excludeNamespaces.join('|')})/.*`),
          action: 'drop',
        }),
      userRules(values.extraDiscoveryRules, unit, [...path, 'extraDiscoveryRules']),
      attribute(
        'forward_to',
        relabel ? [ref(relabel, 'receiver')] : context.destinations('metrics'),
      ),
    ],
  )
  return withOrigin(relabel ? [objects, relabel] : [objects], { unit, path })
}

/** The module's body. */
export function build(context: Context): readonly Statement[] {
  return kinds
    .filter(({ key }) => context.values[key].enabled)
    .flatMap((kind) => buildKind(context, kind))
}
