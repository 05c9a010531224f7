import type { Statement } from '../../alloy/ast'
import { block, component, ref, withOrigin } from '../../alloy/build'
import { collect, discover } from '../../pipelines/metrics-source'
import { namespacesBlock } from '../../pipelines/namespaces'
import { podMeta } from '../../pipelines/pod-labels'
import { rule } from '../../pipelines/rules'
import { matcherTerms } from '../../pipelines/selectors'
import { tuneWithDefaults } from '../../pipelines/tuning'
import type { ValueOf } from '../../values/options'
import { deployedNamespace } from '../telemetry-service'
import type { FeatureContext } from '../types'
import { opencostMetrics } from './allow-lists'
import type { options } from './options'

export type Values = ValueOf<typeof options>
export type Context = FeatureContext<Values>

const unit = 'features/costMetrics'
const label = 'opencost'

/** Selector of the deployed one; the user's own labels replace it. */
function selectorTerms(context: Context, deployed: boolean): string[] {
  const own = matcherTerms(context.values.opencost.labelMatchers)
  return own.length > 0 || !deployed
    ? own
    : [`app.kubernetes.io/instance=${context.release.name}`, `app.kubernetes.io/name=${label}`]
}

/** The module's body (templates/_opencost.alloy.tpl). */
export function build(context: Context): readonly Statement[] {
  const values = context.values.opencost
  const deployed = context.telemetryService(label).deploy
  const namespace = deployed ? deployedNamespace(context, label) : values.namespace
  const place = { values, path: [...context.path, label], unit }
  const found = component('discovery.kubernetes', label, { role: 'pod' }, [
    block('selectors', { role: 'pod', label: selectorTerms(context, deployed).join(',') }),
    namespacesBlock(namespace === '' ? [] : [namespace]),
  ])
  const targets = discover(
    label,
    ref(found, 'targets'),
    [rule({ source_labels: [podMeta('node_name')], action: 'replace', target_label: 'instance' })],
    place,
  )
  return [
    ...withOrigin([found, targets], { unit, path: place.path }),
    ...collect({
      ...place,
      label,
      global: context.global,
      targets: ref(targets, 'output'),
      attributes: { honor_labels: true },
      destinations: context.destinations('metrics'),
      rules: tuneWithDefaults(values.metricsTuning, opencostMetrics),
    }),
  ]
}
