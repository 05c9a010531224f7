import { valueAt } from '../base/record'
import { controllerType } from '../collectors/compose'
import type { Rule } from './types'

/**
 * Profiling looks at the pods of the node that it runs on and nowhere else, and the chart does not ask
 * for a collector on every node.
 */
export const ownNode: Rule = ({ model, assignments, collectors }) => {
  for (const { feature, collector } of assignments) {
    if (feature.key !== 'profiling') continue
    const made = collectors.find(({ view }) => view.name === collector)
    const type = made && controllerType(made.view.spec)
    if (type === undefined || type === 'daemonset') continue
    const path = ['collectors', collector, 'controller', 'type']
    const edits = [
      { path, value: 'daemonset' },
      ...(valueAt(model.root.user, ['collectors', collector, 'controller', 'replicas']) ===
      undefined
        ? []
        : [{ path: ['collectors', collector, 'controller', 'replicas'], remove: true as const }]),
    ]
    model.report({
      code: 'features.some-nodes-only',
      path,
      message: `Profiling sees the processes of its own node only, and ${collector} runs as a ${type}: nodes without one of its pods are not profiled. Run it on every node.`,
      fixes: [{ title: `Make ${collector} a DaemonSet`, edits, safe: false }],
    })
  }
}
