/**
 * Instances as the chart's templates merge them over their defaults (charts/feature-integrations).
 *
 * Most templates load the defaults anew for each instance. Some do not, or merge the other way round;
 * what those see is made here, of what the user wrote.
 */

import { podLabel } from '../base/names'
import { isRecord, setOwn, sortedEntries, valueAt } from '../base/record'
import { Findings } from '../diagnostics/findings'
import { conform } from '../values/conform'
import { mergeMissing, mergeOverwrite, printAsText, printValue } from '../values/helm'
import { defaultOf, type Group } from '../values/options'
import type { IntegrationInstance } from './types'

type Tree = Readonly<Record<string, unknown>>

function reread<V>(options: Group, user: Tree, instance: IntegrationInstance<V>) {
  return { ...instance, user, values: conform(options, user, instance.path, new Findings()) as V }
}

/**
 * Instances where the defaults are loaded once and each instance is merged into them: what one says
 * holds for the next too, unless that says otherwise.
 */
export function carriedOver<V>(
  options: Group,
  instances: readonly IntegrationInstance<V>[],
): IntegrationInstance<V>[] {
  if (instances.length < 2) return [...instances]
  let earlier: Tree = {}
  return instances.map((instance) => {
    earlier = mergeOverwrite(earlier, instance.user)
    return reread(options, earlier, instance)
  })
}

/**
 * Instances where the defaults fill whatever is empty: false, an empty text or an empty list come
 * out as the default.
 */
export function filledUp<V>(
  options: Group,
  instances: readonly IntegrationInstance<V>[],
): IntegrationInstance<V>[] {
  const defaults = defaultOf(options)
  return instances.map((instance) =>
    reread(options, mergeMissing(instance.user, defaults), instance),
  )
}

/**
 * A map of label selectors, its nulls included: Go's merge keeps them, where Helm's would take the
 * default away.
 *
 * @param path where the map stands in an instance
 */
export function selectorsOf(
  instance: IntegrationInstance<unknown>,
  path: readonly string[] = ['labelSelectors'],
): Tree {
  const found = valueAt(instance.values, path)
  const written = valueAt(instance.user, path)
  const out: Record<string, unknown> = isRecord(found) ? { ...found } : {}
  if (isRecord(written)) {
    for (const [key, value] of Object.entries(written)) {
      if (value === null) setOwn(out, key, null)
    }
  }
  return out
}

/** What a discovery rule compares to find an instance's pods. */
interface PodMatch {
  readonly source_labels: string[]
  readonly values: string[]
}

/** Namespaces and label selectors as source labels, with a regular expression for each. */
export function podMatch(namespaces: readonly unknown[], selectors: Tree): PodMatch {
  const oneOf = (text: string) => ['(?:', text, ')'].join('')
  const entries = sortedEntries(selectors).map(
    ([label, value]) =>
      [
        podLabel(label),
        oneOf(Array.isArray(value) ? value.map(printValue).join('|') : printAsText(value)),
      ] as const,
  )
  const all = [
    ...(namespaces.length > 0
      ? [['__meta_kubernetes_namespace', oneOf(namespaces.map(printValue).join('|'))] as const]
      : []),
    ...entries,
  ]
  return { source_labels: all.map(([label]) => label), values: all.map(([, value]) => value) }
}
