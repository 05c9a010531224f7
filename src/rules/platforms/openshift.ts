import { isRecord, listAt, valueAt } from '../../base/record'
import type { Edit, Path } from '../../diagnostics/diagnostic'
import { securityContextConstraints } from '../../manifests/openshift'
import { isEmpty, printValue } from '../../values/helm'
import type { Rule } from '../types'

/** The kind of a volume: the one key besides its name. */
function volumeKind(volume: unknown): string {
  return isRecord(volume) ? (Object.keys(volume).find((key) => key !== 'name') ?? '') : ''
}

/**
 * What the security context constraints that the chart makes on OpenShift do not allow their own
 * collector: they are made of a few of its settings only (templates/platform_specific/openshift).
 */
export const openShift: Rule = ({ model, collectors }) => {
  if (model.global.platform !== 'openshift') return
  for (const { view, objectName } of collectors) {
    const { name, spec } = view
    const [constraints] = securityContextConstraints(objectName, model.namespace, spec)
    const tell = (path: readonly string[], message: string, title?: string, edit?: Edit) =>
      model.report({
        code: 'platforms.openshift-constraints',
        path: ['collectors', name, ...path],
        message,
        ...(title !== undefined && edit && { fixes: [{ title, edits: [edit], safe: false }] }),
      })
    const at = (...path: string[]): Path => ['collectors', name, ...path]

    const kinds = [
      ...listAt(spec, ['controller', 'volumes', 'extra']).map(volumeKind),
      ...(isEmpty(valueAt(spec, ['alloy', 'mounts', 'dockercontainers'])) ? [] : ['hostPath']),
    ]
    const allowed = listAt(constraints, ['volumes'])
    const refused = [...new Set(kinds)].filter((kind) => kind !== '' && !allowed.includes(kind))
    if (refused.includes('hostPath')) {
      tell(
        ['alloy', 'mounts', 'varlog'],
        `${name} mounts folders of the node, and the constraints that the chart makes for it allow that only if it mounts /var/log as well. OpenShift would refuse its pods.`,
        'Mount /var/log as well',
        { path: at('alloy', 'mounts', 'varlog'), value: true },
      )
    }
    for (const kind of refused.filter((one) => one !== 'hostPath')) {
      tell(
        ['controller', 'volumes', 'extra'],
        `${name} has a volume of the kind ${kind}, which the constraints that the chart makes for it do not list. OpenShift would refuse its pods. Bind another SecurityContextConstraints to its service account.`,
      )
    }

    const capabilities = listAt(spec, ['alloy', 'securityContext', 'capabilities', 'add'])
    const granted = listAt(constraints, ['allowedCapabilities'])
    const missing = capabilities.filter((capability) => !granted.includes(capability))
    if (missing.length > 0) {
      tell(
        ['alloy', 'securityContext', 'capabilities', 'add'],
        `${name} asks for ${missing.map(printValue).join(', ')}, which the constraints that the chart makes for it do not grant. OpenShift would refuse its pods. Do without, or bind another SecurityContextConstraints to its service account.`,
      )
    }

    const account = valueAt(spec, ['serviceAccount', 'name'])
    if (!isEmpty(account) && account !== objectName) {
      tell(
        ['serviceAccount', 'name'],
        `The constraints are bound to the service account ${objectName}, but ${name} runs as ${printValue(account)}, which is not allowed to use them. Leave the name out, or bind them yourself.`,
        'Leave the name out',
        { path: at('serviceAccount', 'name'), remove: true },
      )
    }
  }
}
