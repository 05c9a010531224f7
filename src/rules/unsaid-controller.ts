import { valueAt } from '../base/record'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** Collectors that do not say what kind of workload they are. */
export const unsaidController: Rule = ({ model, collectors }) => {
  for (const { view } of collectors) {
    const type = valueAt(view.spec, ['controller', 'type'])
    if (!isEmpty(type)) continue
    const path = ['collectors', view.name, 'controller', 'type']
    model.report({
      code: 'collectors.no-controller',
      path,
      message: `${view.name} does not say how it runs, so the operator makes a DaemonSet of it: one pod on every node. Say so, or choose the preset deployment, statefulset or singleton.`,
      fixes: [
        {
          title: 'Say that it is a DaemonSet',
          edits: [{ path, value: 'daemonset' }],
          safe: true,
        },
      ],
    })
  }
}
