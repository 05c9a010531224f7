import { optionBelow, valueAt } from '../../src/index'
import type { Edit, Option, Path } from '../queries/surface'

/** The group that a variant's value picks. */
export function caseOf(option: Extract<Option, { type: 'variant' }>, value: unknown) {
  const kind = valueAt(value, [option.by])
  return typeof kind === 'string' && Object.hasOwn(option.cases, kind)
    ? option.cases[kind]
    : undefined
}

/** What the chart takes when nobody says anything about the setting at a path. */
export function defaultAt(root: Option, path: Path, values: unknown): unknown {
  let option: Option | undefined = root
  for (const [depth, key] of path.entries()) {
    if (!option) return undefined
    if (option.type === 'list' || option.type === 'map' || option.type === 'any') {
      const own = valueAt(option.default, path.slice(depth))
      if (own !== undefined) return own
    }
    option = optionBelow(option, key, valueAt(values, path.slice(0, depth)))
  }
  return option && 'default' in option ? option.default : undefined
}

/**
 * The edits that set one value. A list that the user has not written so far (the wizard's, or a
 * default) is written out first, for a list in the values replaces what was there whole.
 */
export function editsFor(
  root: Option,
  choices: unknown,
  completed: unknown,
  path: Path,
  value: unknown,
): Edit[] {
  for (let depth = 1; depth < path.length; depth += 1) {
    const outer = path.slice(0, depth)
    if (typeof path[depth] !== 'number' || valueAt(choices, outer) !== undefined) continue
    const whole = valueAt(completed, outer) ?? defaultAt(root, outer, completed)
    if (Array.isArray(whole) && whole.length > 0)
      return [
        { path: outer, value: whole },
        { path, value },
      ]
  }
  return [{ path, value }]
}

const spelling: Readonly<Record<string, string>> = {
  api: 'API',
  ca: 'CA',
  cpu: 'CPU',
  crds: 'CRDs',
  dns: 'DNS',
  ec2: 'EC2',
  gpu: 'GPU',
  grpc: 'gRPC',
  http: 'HTTP',
  id: 'ID',
  ip: 'IP',
  java: 'Java',
  json: 'JSON',
  jwt: 'JWT',
  k8s: 'K8s',
  kubernetes: 'Kubernetes',
  oauth2: 'OAuth 2',
  openshift: 'OpenShift',
  otlp: 'OTLP',
  pod: 'pod',
  rbac: 'RBAC',
  sigv4: 'SigV4',
  sql: 'SQL',
  tls: 'TLS',
  ttl: 'TTL',
  uid: 'UID',
  uri: 'URI',
  url: 'URL',
  wal: 'WAL',
  yaml: 'YAML',
}

/** A form's label out of a key: `scrapeInterval` reads "Scrape interval". */
export function labelOf(key: string | number, option?: { readonly title?: string }): string {
  if (option?.title) return option.title
  if (typeof key === 'number') return `Item ${key + 1}`
  const words = key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const lower = word.toLowerCase()
      return Object.hasOwn(spelling, lower) ? (spelling[lower] ?? lower) : lower
    })
  const line = words.join(' ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}
