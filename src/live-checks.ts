import type { Block, Expression, Node } from './alloy/ast'
import { parseFile } from './alloy/parse'
import { childrenOf } from './alloy/visit'
import { isRecord, listAt, valueAt } from './base/record'
import { shellQuote } from './base/shell'
import { chartSource } from './export/chart-source'
import { type Generated, generate } from './generate'
import { type LiveCheck, notChecked } from './rules/not-checked'
import { printValue } from './values/helm'

export type { LiveCheck } from './rules/not-checked'

/** Attributes that hold the address to send to, by the component's name. */
const addressOf: readonly (readonly [RegExp, string])[] = [
  [/^(?:prometheus\.remote_write|loki\.write|pyroscope\.write)$/, 'url'],
  [/^otelcol\.exporter\.otlphttp$/, 'endpoint'],
]

function isGenerated(input: unknown): input is Generated {
  return (
    isRecord(input) &&
    isRecord(input.configs) &&
    Array.isArray(input.objects) &&
    Array.isArray(input.workloads) &&
    Array.isArray(input.collectors) &&
    Array.isArray(input.diagnostics)
  )
}

/** Calls back for every block, those inside others included. */
function eachBlock(node: Node, visit: (block: Block) => void): void {
  if (node.kind === 'block') visit(node)
  for (const child of childrenOf(node)) eachBlock(child, visit)
}

function textAt(block: Block, name: string): string {
  const found = block.body.find((item) => item.kind === 'attribute' && item.name === name)
  const value: Expression | undefined = found?.kind === 'attribute' ? found.value : undefined
  return value?.kind === 'string' ? value.value : ''
}

/** What configs read and where they send, out of their text. */
function connections(configs: readonly string[]) {
  const secrets = new Map<string, { name: string; namespace: string }>()
  const addresses = new Set<string>()
  for (const text of configs) {
    eachBlock(parseFile(text).file, (block) => {
      if (block.name === 'remote.kubernetes.secret') {
        const secret = { name: textAt(block, 'name'), namespace: textAt(block, 'namespace') }
        if (secret.name !== '') secrets.set([secret.namespace, secret.name].join('/'), secret)
      }
      const attribute = addressOf.find(([component]) => component.test(block.name))?.[1]
      if (attribute === undefined) return
      eachBlock(block, (inner) => {
        const address = textAt(inner, attribute)
        if (/^https?:\/\//.test(address)) addresses.add(address)
      })
    })
  }
  return { secrets: [...secrets.values()], addresses: [...addresses].sort() }
}

/**
 * What only the cluster knows of these values, each with the commands that ask it: `kubectl` and, for
 * the chart's own look into the cluster, `helm`. Takes values, or what {@link generate} made of them.
 * Never throws.
 */
export function liveChecks(
  generatedOrValues: unknown,
  options: { readonly release?: string; readonly namespace?: string } = {},
): readonly LiveCheck[] {
  const { release = 'k8smon', namespace: home = 'default' } = options
  const made: Generated = isGenerated(generatedOrValues)
    ? generatedOrValues
    : generate(generatedOrValues, options)
  const all = [...made.objects, ...made.workloads]
  // A collector may be moved to another namespace than the release's.
  const alloy = made.objects.find(({ kind }) => kind === 'Alloy')
  const namespace = alloy?.metadata.namespace ?? home
  const { secrets, addresses } = connections(Object.values(made.configs))
  const isMade = (name: string, place: string) =>
    all.some(
      ({ kind, metadata }) =>
        kind === 'Secret' && metadata.name === name && (metadata.namespace ?? home) === place,
    )
  const checks = notChecked({
    namespace,
    collectors: made.collectors,
    objects: all.map(({ kind, metadata }) => ({ kind, name: printValue(metadata.name) })),
    claims: all.some(
      (object) =>
        object.kind === 'PersistentVolumeClaim' ||
        listAt(object, ['spec', 'volumeClaimTemplates']).length > 0 ||
        listAt(object, ['spec', 'template', 'spec', 'volumes']).some(
          (volume) => valueAt(volume, ['persistentVolumeClaim']) !== undefined,
        ),
    ),
    codes: new Set(made.diagnostics.map(({ code }) => code)),
    secrets: secrets
      .map((secret) => ({ ...secret, namespace: secret.namespace || namespace }))
      .filter((secret) => !isMade(secret.name, secret.namespace)),
    addresses,
  })
  const { alias, name, version } = chartSource
  const words = ['helm', 'upgrade', '--install', release, [alias, name].join('/')]
  words.push('--namespace', home, '--version', version, '--values', 'values.yaml')
  return [
    ...checks,
    {
      id: 'dry-run',
      title: 'What the chart sees in the cluster',
      why: 'The chart looks into the cluster for conflicts that no values tell of. This lets it look, and the cluster judge every object, without changing anything.',
      command: [...words, '--dry-run=server'].map(shellQuote).join(' '),
    },
  ]
}
