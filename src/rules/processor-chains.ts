import { activePipelines, flowOf } from '../collectors/assignment'
import {
  checkAcceptance,
  checkChain,
  checkSharedProcessors,
  checkStability,
  type FlowOwner,
} from '../collectors/pipeline'
import type { Feature } from '../features/types'
import type { Pipeline } from '../values/signals'
import type { Rule, RuleInput } from './types'

function owners(
  { model }: RuleInput,
  feature: Feature,
  pipelines: readonly Pipeline[] = activePipelines(model, feature),
): FlowOwner[] {
  return pipelines.map((pipeline) => ({
    flow: flowOf(model, feature, pipeline),
    sender: { name: feature.title, path: [feature.path[0]] },
  }))
}

/** What features send can pass the processors and routers that it is sent through. */
export const processorChains: Rule = (input) => {
  const { model, assignments, collectors } = input
  const sent = assignments.map(({ feature, collector }) => ({
    feature,
    collector,
    flows: owners(input, feature),
  }))
  for (const { feature, collector, flows } of sent) {
    const made = collectors.find(({ view }) => view.name === collector)
    for (const owner of flows) {
      if (feature.key !== 'selfReporting') {
        checkChain(owner, model.report)
        if (made) checkStability(owner, made.view, model.report)
      }
    }
    // A module has an argument for each of its signals, switched off or not, and routers look at all.
    const pipelines = feature.include ? activePipelines(model, feature) : feature.pipelines
    for (const owner of owners(input, feature, pipelines)) checkAcceptance(owner)
  }
  for (const { view } of collectors) {
    const own = sent.filter(({ collector }) => collector === view.name)
    checkSharedProcessors(
      own.flatMap(({ flows }) => flows),
      model.report,
    )
  }
}
