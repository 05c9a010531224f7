import { countsOf, type Finding } from './findings'
import type { Colour, Paint } from './terminal'
import { harmless } from './terminal'

const colours: Readonly<Record<Finding['severity'], Colour>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
}

const counted = (count: number, one: string, several: string) =>
  `${count} ${count === 1 ? one : several}`

/** How many findings there are, in words. */
export function summary(findings: readonly Finding[]): string {
  const { error, warning, info } = countsOf(findings)
  if (findings.length === 0) return 'No problems found.'
  return [
    counted(error, 'error', 'errors'),
    counted(warning, 'warning', 'warnings'),
    counted(info, 'note', 'notes'),
  ].join(', ')
}

/** Findings for people: a line each, as compilers have it, and the cures below. */
export function textReport(name: string, findings: readonly Finding[], paint: Paint): string {
  const lines = findings.flatMap(({ line, column, severity, message, code, fixes }) => [
    [
      paint('bold', `${harmless(name)}:${line}:${column}:`),
      paint(colours[severity], `${severity}:`),
      harmless(message),
      paint('dim', `[${code}]`),
    ].join(' '),
    ...fixes.map(({ title }) => `    ${paint('dim', 'fix:')} ${harmless(title)}`),
  ])
  return [...lines, summary(findings), ''].join('\n')
}

/** Findings for programs. */
export function jsonReport(name: string, findings: readonly Finding[]): string {
  return `${JSON.stringify({ file: name, counts: countsOf(findings), findings }, null, 2)}\n`
}
