import { at, attribute, binary, call, path as reference } from '../alloy/build'
import { print } from '../alloy/print'
import { alloyName } from '../base/names'
import { isRecord, setOwn } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import { type Draft, type Tree, withoutGaps } from './draft'

/** One of the four services of chart 1, and the destination that it becomes. */
interface Service {
  readonly key: string
  readonly name: string
  readonly type: string
  /** What is appended to the host unless values say otherwise. */
  readonly endpoint: string
}

const services: readonly Service[] = [
  { key: 'prometheus', name: 'metricsService', type: 'prometheus', endpoint: '/api/prom/push' },
  { key: 'loki', name: 'logsService', type: 'loki', endpoint: '/loki/api/v1/push' },
  { key: 'tempo', name: 'tracesService', type: 'otlp', endpoint: '' },
  { key: 'pyroscope', name: 'profilesService', type: 'pyroscope', endpoint: '' },
]

/** Keys that only have another name. */
const renames: Readonly<Record<string, string>> = {
  externalLabels: 'extraLabels',
  externalLabelsFrom: 'extraLabelsFrom',
  writeRelabelConfigRules: 'metricProcessingRules',
  writeRelabelRules: 'metricProcessingRules',
  wal: 'writeAheadLog',
  queue_config: 'queueConfig',
  queueConfig: 'queueConfig',
}

/** Keys that stay as they are. */
const kept = [
  ...['tenantId', 'tenantIdKey', 'proxyURL', 'extraHeaders', 'extraHeadersFrom', 'secret'],
  ...['openTelemetryConversion', 'sendNativeHistograms', 'processors'],
]

/** Keys that are read on the way to something else. */
const readElsewhere = new Set([
  ...['host', 'hostKey', 'writeEndpoint', 'protocol', 'authMode', 'basicAuth', 'bearerToken'],
  ...['oauth2', 'sigv4', 'tls'],
])

/** Names of the Alloy blocks' attributes, as chart 1 took them. */
const tlsNames: Readonly<Record<string, string>> = {
  insecure_skip_verify: 'insecureSkipVerify',
  insecure: 'insecure',
  ca_pem: 'ca',
  cert_pem: 'cert',
  key_pem: 'key',
  ca_file: 'caFile',
  cert_file: 'certFile',
  key_file: 'keyFile',
}

const camel = (name: string) =>
  name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function renamed(
  map: unknown,
  names: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  if (!isRecord(map)) return out
  for (const [key, value] of Object.entries(map)) {
    setOwn(out, Object.hasOwn(names, key) ? (names[key] ?? key) : camel(key), value)
  }
  return out
}

function loginOf(service: Tree): Record<string, unknown> | undefined {
  const mode = typeof service.authMode === 'string' ? service.authMode : 'basic'
  switch (mode) {
    case 'basic':
      return isRecord(service.basicAuth) ? { type: 'basic', ...service.basicAuth } : undefined
    case 'bearerToken': {
      const { token, tokenKey, tokenFile } = isRecord(service.bearerToken)
        ? service.bearerToken
        : {}
      return withoutGaps({
        type: 'bearerToken',
        bearerToken: token,
        bearerTokenKey: tokenKey,
        bearerTokenFile: tokenFile,
      })
    }
    case 'oauth2':
    case 'sigv4': {
      const settings = renamed(service[mode])
      // What has a key in the values needs no key of a Secret at its default.
      for (const key of ['accessKeyKey', 'secertKeyKey']) delete settings[key]
      return { type: mode, [mode]: settings }
    }
    default:
      return { type: 'none' }
  }
}

/** The host out of a Secret, and what follows it, as an expression of Alloy. */
function hostExpression(destination: string, key: string, endpoint: string): string {
  const secret = reference('remote', 'kubernetes', 'secret', alloyName(destination), 'data')
  const host = call('convert.nonsensitive', at(secret, key))
  const whole = endpoint === '' ? host : binary(host, '+', endpoint)
  const printed = print({ kind: 'file', body: [attribute('url', whole)] })
  return printed.replace(/^url\s*=\s*/, '').trim()
}

function destinationOf(draft: Draft, service: Service): Record<string, unknown> | undefined {
  const from: Path = ['externalServices', service.key]
  const settings = draft.at(from)
  if (!isRecord(settings)) return undefined
  const { host, hostKey, protocol } = settings
  if (!(typeof host === 'string' && host !== '') && typeof hostKey !== 'string') return undefined
  const overOtlp = protocol === 'otlp' || protocol === 'otlphttp'
  const type = overOtlp ? 'otlp' : service.type
  const endpoint =
    typeof settings.writeEndpoint === 'string'
      ? settings.writeEndpoint
      : overOtlp
        ? ''
        : service.endpoint
  const out: Record<string, unknown> = { name: service.name, type }
  if (protocol === 'otlphttp') out.protocol = 'http'
  if (type === 'otlp') {
    const traces = service.key === 'tempo'
    Object.assign(out, {
      metrics: { enabled: service.key === 'prometheus' },
      logs: { enabled: service.key === 'loki' },
      traces: { enabled: traces },
    })
  }
  if (typeof host === 'string' && host !== '') out.url = host + endpoint
  else if (typeof hostKey === 'string')
    out.urlFrom = hostExpression(service.name, hostKey, endpoint)
  for (const [key, value] of Object.entries(settings)) {
    if (readElsewhere.has(key)) continue
    const name = Object.hasOwn(renames, key) ? renames[key] : kept.includes(key) ? key : undefined
    if (name === undefined) {
      draft.note({
        kind: 'dropped',
        from: [...from, key],
        message: 'A destination has no such setting any more.',
      })
    } else {
      const nested = name === 'writeAheadLog' || name === 'queueConfig'
      setOwn(out, name, nested ? renamed(value) : value)
    }
  }
  const auth = loginOf(settings)
  if (auth) out.auth = auth
  const tls = renamed(settings.tls, tlsNames)
  if (Object.keys(tls).length > 0) out.tls = tls
  draft.note({
    kind: 'moved',
    from,
    to: ['destinations', service.name],
    message: `The service ${service.key} is the destination ${service.name} now.`,
  })
  return out
}

/** The external services of chart 1 as the list of destinations of chart 2. */
export function destinationsOfV1(draft: Draft): readonly Record<string, unknown>[] {
  return services
    .map((service) => destinationOf(draft, service))
    .filter((destination) => destination !== undefined)
}
