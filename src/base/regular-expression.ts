import { RE2JS } from 're2js'

/** What is wrong with a pattern in Go's dialect (RE2); `undefined` when nothing is. */
export function patternProblem(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern)
    return undefined
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem)
  }
}

/** A text as a pattern that matches nothing but it, with the escapes of Go's `regexp.QuoteMeta`. */
export function quotePattern(text: string): string {
  return text.replaceAll(/[\\.+*?()|[\]{}^$]/g, '\\$&')
}
