import { kubernetesName } from '../base/names'
import { isRecord } from '../base/record'
import { enabledCollectors } from '../collectors/assignment'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** Names that become the same Kubernetes name, each group once. */
export function clashingNames(names: readonly string[]): string[][] {
  const groups = new Map<string, string[]>()
  for (const name of [...names].sort()) {
    const key = kubernetesName(name)
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** At least one collector, and none that share an object's name (templates/collectors/_collector_validations.tpl). */
export const collectorNames: Rule = ({ model, collectors }) => {
  if (enabledCollectors(model).length === 0) {
    model.report({
      code: 'collectors.none',
      path: ['collectors'],
      message:
        'Nothing runs without a collector. Add one, or let the wizard add those that the features need.',
    })
  }
  const { collectors: written } = model.root.user
  for (const group of clashingNames(isRecord(written) ? Object.keys(written) : [])) {
    for (const name of group.slice(1)) {
      model.report({
        code: 'collectors.same-name',
        path: ['collectors', name],
        message: `The collectors ${group.join(', ')} all become ${kubernetesName(name)} in Kubernetes. Rename all but one.`,
      })
    }
  }
  const seen = new Map<string, string>()
  for (const { view, objectName } of collectors) {
    const other = seen.get(objectName)
    if (other === undefined) seen.set(objectName, view.name)
    else {
      const overridden = !isEmpty(model.root.user.nameOverride)
      model.report({
        code: 'collectors.same-object',
        path: overridden ? ['nameOverride'] : ['collectors', view.name],
        message: `The collectors ${other} and ${view.name} both become the object ${objectName}, so one overwrites the other. ${overridden ? 'Remove nameOverride, which gives all collectors one name.' : 'Rename one, or give it a fullnameOverride.'}`,
        fixes: overridden
          ? [
              {
                title: 'Remove nameOverride',
                edits: [{ path: ['nameOverride'], remove: true }],
                safe: true,
              },
            ]
          : [],
      })
    }
  }
}
