import type { Statement } from '../alloy/ast'

export type Stability = 'generally-available' | 'public-preview' | 'experimental'

/** Components that need `experimental` (collectors/alloy-experimental.yaml). */
const experimental = [
  'database_observability.sql_server',
  'loki.enrich',
  'loki.secretfilter',
  'mimir.alerts.kubernetes',
  'otelcol.connector.count',
  'otelcol.connector.signaltometrics',
  'otelcol.exporter.awss3',
  'otelcol.exporter.debug',
  'otelcol.exporter.faro',
  'otelcol.processor.deltatocumulative',
  'otelcol.processor.interval',
  'otelcol.receiver.awscloudwatch',
  'otelcol.receiver.awsecscontainermetrics',
  'otelcol.receiver.awss3',
  'otelcol.receiver.cloudflare',
  'otelcol.receiver.datadog',
  'otelcol.receiver.faro',
  'otelcol.receiver.fluentforward',
  'otelcol.receiver.tcplog',
  'otelcol.receiver.vcenter',
  'prometheus.enrich',
  'prometheus.exporter.catchpoint',
  'prometheus.exporter.static',
  'prometheus.operator.scrapeconfigs',
  'prometheus.write.queue',
  'pyroscope.enrich',
] as const

/** Components that need `public-preview` (collectors/alloy-public-preview.yaml). */
const publicPreview = [
  'otelcol.auth.google',
  'otelcol.exporter.file',
  'otelcol.exporter.syslog',
  'otelcol.processor.cumulativetodelta',
  'otelcol.receiver.filelog',
  'otelcol.receiver.nginx',
  'otelcol.receiver.splunkhec',
  'otelcol.receiver.syslog',
  'otelcol.storage.file',
] as const

const needed = new Map<string, Stability>([
  ...experimental.map((name) => [name, 'experimental'] as const),
  ...publicPreview.map((name) => [name, 'public-preview'] as const),
])

/** The components of a config that need a raised stability level, each once, sorted. */
export function unstableComponents(
  statements: readonly Statement[],
): readonly { readonly name: string; readonly level: Stability }[] {
  const found = new Map<string, Stability>()
  const note = (name: string | undefined) => {
    const level = name === undefined ? undefined : needed.get(name)
    if (name !== undefined && level) found.set(name, level)
  }
  const walk = (list: readonly Statement[]) => {
    for (const statement of list) {
      if (statement.kind === 'block') {
        note(statement.name)
        walk(statement.body)
      } else if (statement.kind === 'rawStatements') {
        for (const line of statement.text.split('\n')) note(/^\s*([\w.]+)\s/.exec(line)?.[1])
      }
    }
  }
  walk(statements)
  return [...found]
    .map(([name, level]) => ({ name, level }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Whether components of one level may run at another. */
export function allows(configured: unknown, level: Stability): boolean {
  if (configured === 'experimental') return true
  return level === 'public-preview'
    ? configured === 'public-preview'
    : level === 'generally-available'
}
