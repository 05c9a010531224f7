import type { Block } from '../alloy/ast'
import { block } from '../alloy/build'
import { sortedEntries } from '../base/record'
import { printAsText, printValue } from '../values/helm'

/**
 * A map of labels as a Kubernetes label selector's terms, in the order of the keys: `key=value`, or
 * `key in (a,b)` for a list. Some dozen templates of the chart do it this way.
 */
export function selectorTerms(labels: Readonly<Record<string, unknown>>): string[] {
  return sortedEntries(labels).map(([label, value]) =>
    Array.isArray(value)
      ? `${label} in (${value.map(printValue).join(',')})`
      : `${label}=${printAsText(value)}`,
  )
}

/** The same where the chart knows texts only: a list prints as Go prints one, and selects nothing. */
export function matcherTerms(labels: Readonly<Record<string, unknown>>): string[] {
  return sortedEntries(labels).map(([label, value]) => `${label}=${printAsText(value)}`)
}

/** A `selectors` block of `discovery.kubernetes`; without terms there is none. */
export function labelSelector(role: string, terms: readonly string[]): Block | undefined {
  return terms.length > 0 ? block('selectors', { role, label: terms.join(',') }) : undefined
}
