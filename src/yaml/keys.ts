import { type Alias, isAlias, isScalar, type Scalar as ScalarNode } from 'yaml'
import { keyText, resolvePlain } from './scalar'

/** What `!!` stands for. */
export const tagPrefix = 'tag:yaml.org,2002:'

/** A scalar's text, quotes and folding undone. */
export function scalarSource(node: ScalarNode): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? '')
}

/** Whether a pair's key merges maps into this one; in quotes it is a key like any other. */
export function isMergeKey(node: unknown): boolean {
  return (
    isScalar(node) && node.type === 'PLAIN' && node.value === '<<' && node.tag !== `${tagPrefix}str`
  )
}

/** A key's text as Helm has it, so that an unquoted `y` is `true`; `undefined` where it cannot be one. */
export function readKey(
  node: unknown,
  resolveAlias: (node: Alias) => unknown = () => null,
): string | undefined {
  if (isAlias(node)) {
    const value = resolveAlias(node)
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined
  }
  if (!isScalar(node)) return undefined
  const source = scalarSource(node)
  const typed = node.tag !== undefined && /:(?:int|float|bool|null)$/.test(node.tag)
  const plain = node.tag === undefined && (node.type === 'PLAIN' || node.type === undefined)
  const value = typed || plain ? resolvePlain(source) : source
  return value === null ? undefined : keyText(value, source)
}
