import { valueAt } from '../base/record'
import { featureValues } from '../collectors/assignment'
import { controllerType, replicasOf } from '../collectors/compose'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** Whether a collector may have more than one instance. */
export function mayHaveMany(spec: Readonly<Record<string, unknown>>): boolean {
  return (
    controllerType(spec) === 'daemonset' ||
    replicasOf(spec) > 1 ||
    !isEmpty(valueAt(spec, ['controller', 'autoscaling', 'enabled'])) ||
    !isEmpty(valueAt(spec, ['controller', 'autoscaling', 'horizontal', 'enabled']))
  )
}

/** Whether a collector may have several instances that do not share their work. */
export function lacksClustering(spec: Readonly<Record<string, unknown>>): boolean {
  return mayHaveMany(spec) && isEmpty(valueAt(spec, ['alloy', 'clustering', 'enabled']))
}

/** Scrapers with several instances share the work, or everything arrives once for each. */
export const clustering: Rule = ({ model, assignments, collectors }) => {
  for (const { feature, collector } of assignments) {
    const made = collectors.find(({ view }) => view.name === collector)
    if (!made || !feature.needsClustering(featureValues(model, feature), model.root)) continue
    const { spec, presets } = made.view
    if (!lacksClustering(spec)) continue
    const path = ['collectors', collector]
    const forbidden =
      valueAt(model.root.user, [...path, 'alloy', 'clustering', 'enabled']) !== undefined
    model.report({
      code: 'collectors.not-clustered',
      path: forbidden ? [...path, 'alloy', 'clustering', 'enabled'] : [...path, 'presets'],
      message: `${feature.title} would be collected once by each instance of ${collector}. Instances share the work when they are clustered.`,
      fixes: [
        forbidden
          ? {
              title: 'Turn on clustering',
              edits: [{ path: [...path, 'alloy', 'clustering', 'enabled'], value: true }],
              safe: true,
            }
          : {
              title: 'Add the preset clustered',
              edits: [{ path: [...path, 'presets'], value: [...presets, 'clustered'] }],
              safe: true,
            },
      ],
    })
  }
}
