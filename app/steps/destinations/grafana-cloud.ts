import type { Edit } from '../../queries/surface'
import { freeName } from '../names'

/** A service of a Grafana Cloud stack that data can be sent to. */
export type CloudService = 'metrics' | 'logs' | 'traces' | 'profiles'

/** What the page of each service shows: where it is, and the number that logs in. */
export interface CloudEndpoint {
  readonly url: string
  readonly user: string
}

export interface CloudStack {
  readonly endpoints: Readonly<Record<CloudService, CloudEndpoint>>
  /** The access token, the same for all; or the Secret that holds it. */
  readonly token: string
  readonly secret: { readonly name: string; readonly namespace: string } | null
}

interface CloudKind {
  readonly service: CloudService
  readonly type: 'prometheus' | 'loki' | 'otlp' | 'pyroscope'
  /** The destination's name. */
  readonly name: string
  /** Key of the user in a Secret that holds all. */
  readonly userKey: string
}

export const cloudKinds: readonly CloudKind[] = [
  {
    service: 'metrics',
    type: 'prometheus',
    name: 'grafana-cloud-metrics',
    userKey: 'metrics-user',
  },
  { service: 'logs', type: 'loki', name: 'grafana-cloud-logs', userKey: 'logs-user' },
  { service: 'traces', type: 'otlp', name: 'grafana-cloud-otlp', userKey: 'otlp-user' },
  {
    service: 'profiles',
    type: 'pyroscope',
    name: 'grafana-cloud-profiles',
    userKey: 'profiles-user',
  },
]

/** Key of the token in a Secret that holds all. */
export const tokenKey = 'token'

const isGateway = (url: string) => /otlp-gateway-[^./]+\.grafana\.net/.test(url)
const isTempo = (url: string) => /tempo-[^./]+\.grafana\.net/.test(url)

/** The address of a URL without its path, and the path without slashes at its end. */
function split(url: string): { base: string; path: string } {
  const found = /^(https?:\/\/[^/?#]+)([^?#]*)/.exec(url)
  return { base: found?.[1] ?? url, path: (found?.[2] ?? '').replace(/\/+$/, '') }
}

/** With the scheme that Grafana Cloud has, where somebody left it out. */
const withScheme = (url: string) =>
  url === '' || /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`

/** The address that data is pushed to, from whatever of it Grafana's pages show. */
export function pushUrl(service: CloudService, typed: string): string {
  const url = withScheme(typed.trim())
  if (url === '') return ''
  const { base, path } = split(url)
  switch (service) {
    case 'metrics':
      return path === '' || path === '/api/prom' ? `${base}/api/prom/push` : url
    case 'logs':
      return path === '' ? `${base}/loki/api/v1/push` : url
    case 'traces':
      if (isGateway(url)) return path === '' ? `${base}/otlp` : `${base}${path}`
      if (isTempo(url)) return /:\d+$/.test(base) ? base : `${base}:443`
      return url
    case 'profiles':
      return path === '' ? base : url
  }
}

/** What an OTLP address of Grafana Cloud speaks and takes. */
function otlpSettings(url: string): Record<string, unknown> {
  if (isTempo(url))
    return { protocol: 'grpc', metrics: { enabled: false }, logs: { enabled: false } }
  return { protocol: isGateway(url) || !/:\d+$/.test(split(url).base) ? 'http' : 'grpc' }
}

/** The keys that a Secret for the whole stack has to hold. */
export function secretKeys({ endpoints }: Pick<CloudStack, 'endpoints'>): string[] {
  return [
    tokenKey,
    ...cloudKinds.flatMap(({ service, userKey }) =>
      endpoints[service].url.trim() === '' ? [] : [userKey],
    ),
  ]
}

function authentication(stack: CloudStack, { service, userKey }: CloudKind) {
  if (stack.secret) {
    const { name, namespace } = stack.secret
    return {
      auth: { type: 'basic', usernameKey: userKey, passwordKey: tokenKey },
      secret: { create: false, name, ...(namespace !== '' && { namespace }) },
    }
  }
  const username = stack.endpoints[service].user.trim()
  const password = stack.token.trim()
  return {
    auth: {
      type: 'basic',
      ...(username !== '' && { username }),
      ...(password !== '' && { password }),
    },
  }
}

/** The destinations of a stack, one for each service with an address. */
export function cloudEdits(stack: CloudStack, taken: readonly string[]): Edit[] {
  return cloudKinds.flatMap((kind): Edit[] => {
    const url = pushUrl(kind.service, stack.endpoints[kind.service].url)
    if (url === '') return []
    return [
      {
        path: ['destinations', freeName(kind.name, taken)],
        value: {
          type: kind.type,
          url,
          ...(kind.type === 'otlp' && otlpSettings(url)),
          ...authentication(stack, kind),
        },
      },
    ]
  })
}
