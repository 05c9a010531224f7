import type { Code } from './codes'

export type Severity = 'error' | 'warning' | 'info'

/** A way into the values: keys of maps and indexes of lists. */
export type Path = readonly (string | number)[]

/** One change of the values: set a value at a path (making what is missing), or take it away. */
export type Edit =
  | { readonly path: Path; readonly value: unknown }
  | { readonly path: Path; readonly remove: true }

/** A cure: what a button would say, and the edits that it would make. */
export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
  /** Whether it may be applied together with others without asking; a guess is not safe. */
  readonly safe: boolean
}

/** Something wrong or worth knowing, as data. */
export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  readonly path: Path
  /** What is wrong, why it matters and what to do: plain sentences, no markup. */
  readonly message: string
  readonly fixes?: readonly Fix[]
}
