import { type Code, codes } from './codes'
import type { Diagnostic, Fix, Path, Severity } from './diagnostic'

/** What a unit says of a finding; the severity is the code's own unless it differs here. */
export interface Report {
  readonly code: Code
  readonly path: Path
  readonly message: string
  readonly fixes?: readonly Fix[]
  readonly severity?: Severity
}

/** Collects findings in the order in which they are met; the same finding is kept once. */
export class Findings {
  readonly #all: Diagnostic[] = []
  readonly #seen = new Set<string>()

  report({ code, path, message, fixes, severity }: Report): void {
    const key = JSON.stringify([code, path, message])
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.#all.push({
      code,
      severity: severity ?? codes[code].severity,
      path,
      message,
      ...(fixes && fixes.length > 0 && { fixes }),
    })
  }

  get all(): readonly Diagnostic[] {
    return this.#all
  }
}
