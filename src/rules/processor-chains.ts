import { isEnabled, sectionValues } from '../collectors/assignment'
import { features } from '../features'
import { activePipelines } from './feature-destinations'
import type { Rule } from './types'

/** Every processor that a feature names exists and takes each of the feature's pipelines. */
export const processorChains: Rule = (input) => {
  const { model } = input
  for (const feature of features) {
    if (feature.key === 'selfReporting' || !isEnabled(model, feature)) continue
    const section = feature.path[0]
    const chain = sectionValues(model, feature).dataProcessors
    if (!Array.isArray(chain)) continue
    chain.forEach((name: unknown, index) => {
      const path = [section, 'dataProcessors', index]
      const remove = {
        title: 'Remove it from the feature',
        edits: [
          { path: [section, 'dataProcessors'], value: chain.filter((other) => other !== name) },
        ],
        safe: false,
      }
      const processor = typeof name === 'string' ? model.processors.get(name) : undefined
      if (!processor) {
        model.report({
          code: 'processors.undefined',
          path,
          message: `${feature.title} names the data processor ${String(name)}, which is not defined.`,
          fixes: [remove],
        })
        return
      }
      for (const pipeline of activePipelines(input, feature)) {
        if (processor.unit.supports(processor.context.values, pipeline)) continue
        model.report({
          code: 'processors.unsupported',
          path,
          message: `The data processor ${processor.name} cannot process ${pipeline.signal} of ${feature.title} (${pipeline.ecosystem}).`,
          fixes: [remove],
        })
      }
    })
  }
}
