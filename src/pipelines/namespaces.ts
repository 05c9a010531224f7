import type { Block } from '../alloy/ast'
import { block, quotedRaw } from '../alloy/build'
import { rule } from './rules'

const exactName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/

/**
 * Whether any entry can only be a regular expression, because no namespace may be called that
 * (the feature charts' `namespaces.hasRegex`).
 */
export function hasNamespaceRegex(namespaces: readonly string[]): boolean {
  return namespaces.some((name) => !exactName.test(name) || name.length > 63)
}

/** A `namespaces` block of `discovery.kubernetes`; without names there is none. */
export function namespacesBlock(names: readonly string[]): Block | undefined {
  return names.length > 0 ? block('namespaces', { names }) : undefined
}

/** The filter for discovery, which knows exact names only: with a regular expression there is none. */
export function discoveredNamespaces(namespaces: readonly string[]): Block | undefined {
  return hasNamespaceRegex(namespaces) ? undefined : namespacesBlock(namespaces)
}

/**
 * A list as an alternation, between quotes as the user wrote it: the chart does not escape it, so
 * that a backslash has to be doubled in the values.
 */
function alternation(namespaces: readonly string[]) {
  return quotedRaw(namespaces.join('|'))
}

/** The keep rule that stands in for discovery's filter when there is a regular expression. */
export function keepNamespaces(
  namespaces: readonly string[],
  source = 'namespace',
): Block | undefined {
  return hasNamespaceRegex(namespaces)
    ? rule({ source_labels: [source], regex: alternation(namespaces), action: 'keep' })
    : undefined
}

/** The drop rule for namespaces that are left out. */
export function dropNamespaces(
  namespaces: readonly string[],
  source = 'namespace',
): Block | undefined {
  return namespaces.length > 0
    ? rule({ source_labels: [source], regex: alternation(namespaces), action: 'drop' })
    : undefined
}
