import { relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Log, ReportingDescriptor, Result } from 'sarif'
import { catalog } from '../src/index'
import type { Finding } from './findings'
import { packageVersion } from './version'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** The file as SARIF names it: from here where it is below, else in full. */
function artifactUri(input: string): string {
  if (input === '-') return 'stdin'
  const way = relative(process.cwd(), input)
  if (way === '' || way.startsWith('..') || way.includes(':')) return pathToFileURL(input).href
  return way.split(sep).map(encodeURIComponent).join('/')
}

/** What is wrong with the text itself has no page of help; its first message says it. */
function ruleOf(code: string, findings: readonly Finding[]): ReportingDescriptor {
  const codes: Readonly<Record<string, { title: string; help: string; severity: string }>> =
    catalog().codes
  const facts = Object.hasOwn(codes, code) ? codes[code] : undefined
  if (!facts) {
    const text = findings.find((finding) => finding.code === code)?.message ?? code
    return { id: code, shortDescription: { text } }
  }
  return {
    id: code,
    shortDescription: { text: facts.title },
    fullDescription: { text: facts.help },
    help: { text: facts.help },
  }
}

/** Findings as a log in the Static Analysis Results Interchange Format, version 2.1.0. */
export function sarifReport(input: string, findings: readonly Finding[]): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort()
  const uri = artifactUri(input)
  const results = findings.map(
    ({ code, severity, message, line, column, path }): Result => ({
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: levels[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri },
            region: { startLine: line, startColumn: column },
          },
          ...(path.length > 0 && { logicalLocations: [{ fullyQualifiedName: path.join('.') }] }),
        },
      ],
    }),
  )
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'k8s-monitoring-wizard',
            version: packageVersion,
            rules: codes.map((code) => ruleOf(code, findings)),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: [{ location: { uri } }],
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}
