import type { Expression } from '../alloy/ast'
import { object, rawExpression, type Value } from '../alloy/build'
import { escapeLabel } from '../base/names'
import { sortedEntries } from '../base/record'
import type { Cluster } from '../values/global'
import type { labelFields, ValuesOf } from './http-options'

/** The cluster's name as a config says it: the user's expression, else the text. */
export function clusterName(cluster: Cluster): Expression | string {
  return cluster.nameFrom === '' ? cluster.name : rawExpression(cluster.nameFrom)
}

/** A user's map of texts, and one of expressions, as the fields of an object, each sorted as Go does. */
export function textsAndExpressions(
  texts: Readonly<Record<string, string>>,
  expressions: Readonly<Record<string, string>>,
): [string, Exclude<Value, undefined>][] {
  return [
    ...sortedEntries(texts),
    ...sortedEntries(expressions).map(([key, text]): [string, Expression] => [
      key,
      rawExpression(text),
    ]),
  ]
}

/** Cluster labels, the user's labels, and labels from expressions; later ones override earlier ones. */
export function externalLabels(cluster: Cluster, values: ValuesOf<typeof labelFields>): Expression {
  return object([
    ...values.clusterLabels.map((label): [string, Expression | string] => [
      escapeLabel(label),
      clusterName(cluster),
    ]),
    ...textsAndExpressions(values.extraLabels, values.extraLabelsFrom),
  ])
}

/** Whether there is any label to add. */
export function hasExternalLabels(values: ValuesOf<typeof labelFields>): boolean {
  const { clusterLabels, extraLabels, extraLabelsFrom } = values
  return (
    clusterLabels.length > 0 ||
    Object.keys(extraLabels).length > 0 ||
    Object.keys(extraLabelsFrom).length > 0
  )
}
