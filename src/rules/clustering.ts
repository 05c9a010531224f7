import { valueAt } from '../base/record'
import { featureValues } from '../collectors/assignment'
import { controllerType, replicasOf } from '../collectors/compose'
import type { Fix, Path } from '../diagnostics/diagnostic'
import type { CollectorView } from '../features/types'
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

/** Where clustering is forbidden or missing, and the way to turn it on. */
export function clusteringCure(
  user: unknown,
  { name, presets }: CollectorView,
): { readonly path: Path; readonly fixes: readonly Fix[] } {
  const own = ['collectors', name, 'alloy', 'clustering', 'enabled']
  if (valueAt(user, own) !== undefined || presets.includes('clustered')) {
    const edits = [{ path: own, value: true }]
    return { path: own, fixes: [{ title: 'Turn on clustering', edits, safe: true }] }
  }
  const path = ['collectors', name, 'presets']
  const edits = [{ path, value: [...presets, 'clustered'] }]
  return { path, fixes: [{ title: 'Add the preset clustered', edits, safe: true }] }
}

/** Scrapers with several instances share the work, or everything arrives once for each. */
export const clustering: Rule = ({ model, assignments, collectors }) => {
  for (const { feature, collector } of assignments) {
    const made = collectors.find(({ view }) => view.name === collector)
    if (!made || !feature.needsClustering(featureValues(model, feature), model.root)) continue
    if (!lacksClustering(made.view.spec)) continue
    model.report({
      code: 'collectors.not-clustered',
      message: `${feature.title} would be collected once by each instance of ${collector}. Instances share the work when they are clustered.`,
      ...clusteringCure(model.root.user, made.view),
    })
  }
}
