import type { Block, Statement } from '../alloy/ast'
import { rawStatements } from '../alloy/build'

/** One entry of `replaceComponent`. */
export interface Replacement {
  readonly type: string
  readonly name: string
  readonly module: string
  readonly optional: boolean
  readonly content: string
}

/** Modules in which the chart closes no component with a comment, but for those listed. */
const untaggedModules: Readonly<Record<string, readonly string[]>> = {
  cert_manager_integration: [],
  etcd_integration: [],
  istio_integration: [],
  mysql_integration: ['remote.kubernetes.secret'],
  postgresql_integration: ['remote.kubernetes.secret'],
}

/** Components without a closing comment in modules that have some otherwise, as `type` or `type "label"`. */
const untaggedComponents: Readonly<Record<string, readonly string[]>> = {
  application_observability: [
    'otelcol.connector.host_info',
    'otelcol.processor.batch',
    'otelcol.processor.filter',
    'otelcol.processor.k8sattributes',
    'otelcol.processor.resourcedetection',
    'otelcol.processor.transform',
  ],
  pod_logs_via_kubernetes_api: ['discovery.relabel "filtered_pods"'],
  pod_logs_via_loki: ['discovery.relabel "filtered_pods"'],
}

/** Whether a component ends with the comment by which the chart finds it. */
function isTagged(block: Block, module: string): boolean {
  const tag = `${block.name} "${block.label}"`
  // What the user wrote has a comment only if they wrote that too.
  if (block.range) return block.trailing?.text === `// ${tag}`
  if (block.untagged) return false
  if (block.name === 'declare') return !block.label?.includes('_integration')
  if (!block.name.includes('.')) return false
  if (Object.hasOwn(untaggedModules, module))
    return untaggedModules[module]?.includes(block.name) ?? false
  const exceptions = untaggedComponents[module] ?? []
  return !exceptions.includes(block.name) && !exceptions.includes(tag)
}

/**
 * The statements with the bodies of all matching components replaced (templates/_replace_component.tpl).
 * The chart finds a component by the comment that closes it, so one without (`untagged`) is never
 * found. With a module, only the inside of that `declare` is searched.
 */
export function replaceComponents(
  statements: readonly Statement[],
  replacement: Replacement,
  index: number,
): { readonly statements: readonly Statement[]; readonly found: boolean } {
  let found = false
  const replace = (
    list: readonly Statement[],
    inside: boolean,
    module: string,
  ): readonly Statement[] => {
    let changed = false
    const out = list.map((statement) => {
      if (statement.kind !== 'block') return statement
      const named = statement.name === replacement.type && statement.label === replacement.name
      if (inside && named && isTagged(statement, module)) {
        found = true
        changed = true
        const origin = { unit: 'replaceComponent', path: ['replaceComponent', index, 'content'] }
        return { ...statement, origin, body: rawStatements(replacement.content, origin) }
      }
      const declares = statement.name === 'declare'
      const enters =
        declares && statement.label === replacement.module && isTagged(statement, module)
      // A module inside a module counts to the outer one.
      const within = declares && module === '' ? (statement.label ?? '') : module
      const body = replace(statement.body, inside || enters, within)
      if (body === statement.body) return statement
      changed = true
      return { ...statement, body }
    })
    return changed ? out : list
  }
  return { statements: replace(statements, replacement.module === '', ''), found }
}
