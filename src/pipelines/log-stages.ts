import type { Block } from '../alloy/ast'
import {
  type Attributes,
  block,
  type Children,
  object,
  quotedRaw,
  type Value,
} from '../alloy/build'
import { escapeLabel } from '../base/names'
import { sortedEntries } from '../base/record'

/** Runs stages on the lines whose labels match. */
export function matchLines(selector: Value, stages: Children, attributes: Attributes = {}): Block {
  return block('stage.match', { selector, ...attributes }, stages)
}

/** Drops the lines whose labels match. */
export function dropMatching(selector: Value, reason?: string): Block {
  return matchLines(selector, [], { action: 'drop', drop_counter_reason: reason })
}

/** A selector for one of several values, between quotes as the user wrote them: the chart escapes nothing. */
export function labelMatching(label: string, values: readonly string[]): Value {
  return quotedRaw(['{', label, '=~\\"', values.join('|'), '\\"}'].join(''))
}

/** Sets labels to fixed values. */
export function staticLabels(values: { readonly [label: string]: Value }): Block {
  return block('stage.static_labels', { values })
}

/** Makes labels of extracted values; an empty name means the label's own. */
export function labelsFrom(
  ...values: readonly (readonly [label: string, extracted: string])[]
): Block {
  return block('stage.labels', { values: object(values) })
}

/** Takes labels off. */
export function dropLabels(...labels: readonly string[]): Block {
  return block('stage.label_drop', { values: labels })
}

/** Rewrites an extracted value where it matches. */
export function replaceIn(source: string, expression: string, replace: string): Block {
  return block('stage.replace', { source, expression, replace })
}

/**
 * Structured metadata from extracted values, the key's own where the user named none. Without
 * entries there is no stage, because Loki refuses even an empty one where a tenant has it turned off.
 */
export function structuredMetadata(values: Readonly<Record<string, string>>): Block | undefined {
  const entries = sortedEntries(values).map(([key, value]) => [key, value || key] as const)
  return entries.length > 0
    ? block('stage.structured_metadata', { values: object(entries) })
    : undefined
}

/** The same with both names made fit for Prometheus labels; what has no value is left out. */
export function escapedMetadata(values: Readonly<Record<string, string>>): Block | undefined {
  if (Object.keys(values).length === 0) return undefined
  return block('stage.structured_metadata', {
    values: object(
      sortedEntries(values).flatMap(([key, value]) =>
        value ? [[escapeLabel(key), escapeLabel(value)] as const] : [],
      ),
    ),
  })
}
