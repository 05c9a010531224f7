import type { Severity } from '../diagnostic'

/** What is fixed about a code: its weight and its page of help. */
export interface CodeFacts {
  readonly severity: Severity
  /** A few words, as a heading. */
  readonly title: string
  /** What it means, why it matters and how to get out of it: two to five plain sentences. */
  readonly help: string
}

export type CodeTable = Readonly<Record<string, CodeFacts>>
