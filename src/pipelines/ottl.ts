/**
 * Statements of OTTL, the language inside OpenTelemetry's transform and filter processors. They are
 * texts to Alloy; here is the one place that puts them together.
 */
import { quote } from '../alloy/quote'
import type { Pipeline, Signal } from '../values/signals'

/** `attributes["key"]`, or `resource.attributes["key"]` from below the resource. */
export function ottlAttribute(
  key: string,
  of: 'attributes' | 'resource.attributes' = 'attributes',
) {
  return `${of}[${quote(key)}]`
}

/** `set(target, value)`, where a condition may limit it. Both are OTTL expressions. */
export function ottlSet(target: string, value: string, where?: string): string {
  return withWhere(`set(${target}, ${value})`, where)
}

/** `delete_key(attributes, "key")`, where a condition may limit it. */
export function ottlDelete(
  key: string,
  where?: string,
  of: 'attributes' | 'resource.attributes' = 'attributes',
): string {
  return withWhere(`delete_key(${of}, ${quote(key)})`, where)
}

/** A text as an OTTL literal, where the chart escapes backslashes and quotes and nothing else. */
export function ottlText(text: string): string {
  return ottlVerbatim(text.replaceAll('\\', '\\\\').replaceAll('"', '\\"'))
}

/** A text between quotes as it stands: the chart splices some in without escaping. */
export function ottlVerbatim(text: string): string {
  return `"${text}"`
}

/** `IsMatch(target, pattern)`; the pattern is an OTTL literal. */
export function ottlIsMatch(target: string, pattern: string): string {
  return `IsMatch(${target}, ${pattern})`
}

/** `not condition`. */
export function ottlNot(condition: string): string {
  return `not ${condition}`
}

function withWhere(statement: string, where: string | undefined): string {
  return where === undefined ? statement : `${statement} where ${where}`
}

/** The blocks that hold a signal's statements and conditions. */
export function ottlBlocks(signal: Signal): { statements: string; conditions: string } {
  const singular = { metrics: 'metric', logs: 'log', traces: 'trace', profiles: 'profile' }[signal]
  return { statements: `${singular}_statements`, conditions: `${singular}_conditions` }
}

/** The end of the names of what belongs to one pipeline: `metrics_prometheus`. */
export function pipelineSuffix({ signal, ecosystem }: Pipeline): string {
  return `${signal}_${ecosystem}`
}
