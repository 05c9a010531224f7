/** Every way in which text can fail as values. */
export type YamlProblemCode =
  | 'yaml.syntax'
  | 'yaml.tab'
  | 'yaml.control-character'
  | 'yaml.line-separator'
  | 'yaml.directive'
  | 'yaml.document-ignored'
  | 'yaml.document-not-a-map'
  | 'yaml.duplicate-key'
  | 'yaml.key-not-a-text'
  | 'yaml.merge'
  | 'yaml.alias'
  | 'yaml.tag'
  | 'yaml.number'
  | 'yaml.too-long'
  | 'yaml.too-deep'
  | 'yaml.too-much'

/** Something wrong with the text itself, before anyone asks what the values mean. */
export interface YamlProblem {
  readonly code: YamlProblemCode
  /** `error`: Helm refuses the file, or we cannot read it whole. */
  readonly severity: 'error' | 'warning'
  /** A plain sentence. */
  readonly message: string
  /** Offsets into the text, in UTF-16 units; `end` is not included. */
  readonly start: number
  readonly end: number
  /** Both count from 1; the column in UTF-16 units. */
  readonly line: number
  readonly column: number
}

/** Where lines begin, to tell an offset's line and column. */
export class Lines {
  readonly #starts: number[] = [0]

  constructor(text: string) {
    for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) {
      this.#starts.push(index + 1)
    }
  }

  /** Line and column of an offset, both from 1. */
  at(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 }
  }
}

/** More would only bury the first; a paste of another format makes one for each line. */
const mostProblems = 100

/** Gathers problems in the order of the text. */
export class YamlProblems {
  readonly #all: YamlProblem[] = []
  readonly #lines: Lines

  constructor(lines: Lines) {
    this.#lines = lines
  }

  error(code: YamlProblemCode, message: string, start: number, end = start + 1): void {
    this.#add('error', code, message, start, end)
  }

  warning(code: YamlProblemCode, message: string, start: number, end = start + 1): void {
    this.#add('warning', code, message, start, end)
  }

  #add(
    severity: 'error' | 'warning',
    code: YamlProblemCode,
    message: string,
    start: number,
    end: number,
  ): void {
    if (this.#all.length >= mostProblems) return
    const same = this.#all.some((problem) => problem.start === start && problem.code === code)
    if (same) return
    const place = { start, end: Math.max(end, start + 1), ...this.#lines.at(start) }
    this.#all.push({ code, severity, message, ...place })
  }

  get all(): YamlProblem[] {
    return this.#all.toSorted((left, right) => left.start - right.start)
  }
}
