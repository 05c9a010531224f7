import type { Statement } from '../../alloy/ast'
import { block, component, ref, withOrigin } from '../../alloy/build'
import { discover, metricsRelabel, userRules } from '../../pipelines/metrics-source'
import { podMeta } from '../../pipelines/pod-labels'
import { rule } from '../../pipelines/rules'
import { scrape } from '../../pipelines/scrape'
import { matcherTerms } from '../../pipelines/selectors'
import { tune } from '../../pipelines/tuning'
import type { ValueOf } from '../../values/options'
import type { FeatureContext } from '../types'
import type { options } from './options'

export type Values = ValueOf<typeof options>
export type Context = FeatureContext<Values>

const unit = 'features/autoInstrumentation'

/** The module's body: Beyla's pods, scraped for their applications' metrics and for their own (templates/_module.alloy.tpl). */
export function build(context: Context): readonly Statement[] {
  const values = context.values.beyla
  const { global } = context
  const path = [...context.path, 'beyla']
  const found = component('discovery.kubernetes', 'beyla_pods', { role: 'pod' }, [
    block('namespaces', { own_namespace: true }),
    block('selectors', { role: 'pod', label: matcherTerms(values.labelMatchers).join(',') }),
  ])
  const targets = discover(
    'beyla_pods',
    ref(found, 'targets'),
    [rule({ source_labels: [podMeta('node_name')], action: 'replace', target_label: 'instance' })],
    { values, path, unit },
  )
  const tuning = tune(values.metricsTuning)
  const relabel =
    tuning.length > 0 || values.extraMetricProcessingRules !== ''
      ? metricsRelabel('beyla', global, values, context.destinations('metrics'), [
          ...tuning,
          ...userRules(values.extraMetricProcessingRules, unit, [
            ...path,
            'extraMetricProcessingRules',
          ]),
        ])
      : undefined
  const shared = {
    global,
    targets: ref(targets, 'output'),
    interval: values.scrapeInterval,
    without: ['timeout'],
    forwardTo: relabel ? [ref(relabel, 'receiver')] : context.destinations('metrics'),
  } as const
  return withOrigin(
    [
      found,
      targets,
      scrape({ ...shared, label: 'beyla_applications', attributes: { honor_labels: true } }),
      scrape({
        ...shared,
        label: 'beyla_internal',
        job: 'integrations/beyla',
        attributes: { honor_labels: true, metrics_path: '/internal/metrics' },
      }),
      ...(relabel ? [relabel] : []),
    ],
    { unit, path },
  )
}
