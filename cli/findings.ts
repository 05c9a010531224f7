import {
  type Diagnostic,
  type Fix,
  generate,
  isRecord,
  type Path,
  type ReleaseTarget,
  readValues,
  type Severity,
  sourceMap,
} from '../src/index'

/** Something wrong with a file or worth knowing, with its place. Lines and columns count from 1. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  /** Where in the values; empty for what is wrong with the text as such. */
  readonly path: Path
  readonly line: number
  readonly column: number
  readonly fixes: readonly Fix[]
}

export const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error'

function columnOf(text: string, offset: number): number {
  return offset - text.lastIndexOf('\n', offset - 1)
}

function placed(text: string, diagnostics: readonly Diagnostic[]): Finding[] {
  const map = sourceMap(text)
  return diagnostics.map(({ code, severity, message, path, fixes = [] }) => {
    const { start, line } = map.nearest(path).key
    return { code, severity, message, path, fixes, line, column: columnOf(text, start) }
  })
}

/** The findings about a text that is not YAML as Helm reads it, or hardly. */
export function textFindings(text: string): readonly Finding[] {
  return readValues(text).problems.map(({ code, severity, message, line, column }) => ({
    ...{ code, severity, message, line, column },
    path: [],
    fixes: [],
  }))
}

/** Values as read, unless the text has errors. */
export function valuesOf(text: string): unknown {
  const { values, problems } = readValues(text)
  return problems.some(isError) || !isRecord(values) ? undefined : values
}

/** Everything that there is to say about a text, in the order of its lines. */
export function findingsOf(text: string, target: ReleaseTarget): readonly Finding[] {
  const own = textFindings(text)
  if (own.some(isError)) return own
  const { diagnostics } = generate(readValues(text).values, target)
  return [...own, ...placed(text, diagnostics)].sort(
    (left, right) => left.line - right.line || left.column - right.column,
  )
}

/** How many findings there are of each weight. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}
