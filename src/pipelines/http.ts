/**
 * HTTP clients: address, proxy, headers, login and TLS, as prometheus, loki and pyroscope
 * destinations, remote configuration and rule synchronisation write them. One emitter; what differs
 * is a row of {@link httpClients}.
 */
import type { Block, Expression, Statement } from '../alloy/ast'
import {
  type Attributes,
  attribute,
  block,
  object,
  rawExpression,
  type Value,
} from '../alloy/build'
import { sortedEntries } from '../base/record'
import { textsAndExpressions } from './cluster-labels'
import type {
  bearerFileFields,
  headerFields,
  oauth2Options,
  proxyFields,
  sigv4Options,
  tlsOptions,
  urlFields,
  ValuesOf,
} from './http-options'
import {
  authenticationType,
  readSecret,
  readUsedSecret,
  type SecretHolder,
  usesSecret,
} from './secrets'

/** What a client can do about logging in; what it cannot, the chart leaves out without a word. */
export interface HttpClient {
  /** How a bearer token is written, if at all. */
  readonly bearer: 'attribute' | 'authorization' | 'none'
  /** Whether the token may come from a file. */
  readonly bearerFile: boolean
  /** `brief` has only the client's ID and secret, scopes and the token's address. */
  readonly oauth2: 'full' | 'brief' | 'none'
  readonly sigv4: boolean
}

export const httpClients = {
  prometheus: { bearer: 'attribute', bearerFile: true, oauth2: 'full', sigv4: true },
  loki: { bearer: 'attribute', bearerFile: true, oauth2: 'full', sigv4: false },
  pyroscope: { bearer: 'attribute', bearerFile: false, oauth2: 'full', sigv4: false },
  /** Logs in through components of its own; listed for its checks. */
  otlp: { bearer: 'attribute', bearerFile: true, oauth2: 'full', sigv4: true },
  rules: { bearer: 'authorization', bearerFile: true, oauth2: 'brief', sigv4: false },
  remoteConfig: { bearer: 'none', bearerFile: false, oauth2: 'none', sigv4: false },
} as const satisfies Readonly<Record<string, HttpClient>>

/** `auth` as far as the emitter looks at it itself; credentials are read through the holder. */
export interface AuthenticationValues extends Partial<ValuesOf<typeof bearerFileFields>> {
  readonly oauth2?: ValuesOf<(typeof oauth2Options)['fields']>
  readonly sigv4?: ValuesOf<(typeof sigv4Options)['fields']>
}

type TlsValues = Pick<
  ValuesOf<(typeof tlsOptions)['fields']>,
  'insecureSkipVerify' | 'caFile' | 'certFile' | 'keyFile'
>

const nonsensitive = { nonsensitive: true } as const

/** Where to send to. */
export function urlExpression(values: ValuesOf<typeof urlFields>): Expression | string {
  return values.urlFrom === '' ? values.url : rawExpression(values.urlFrom)
}

/** A map from names to lists, in Go's order; `undefined` when it is empty. */
function listsByName(map: Readonly<Record<string, Value>>): Expression | undefined {
  const entries = sortedEntries(map)
  if (entries.length === 0) return undefined
  return object(entries.map(([name, values]) => [name, values ?? null]))
}

/** The proxy, as far as there is one. */
export function proxyAttributes(values: ValuesOf<typeof proxyFields>): Attributes {
  return {
    proxy_url: values.proxyURL || undefined,
    no_proxy: values.noProxy || undefined,
    proxy_connect_header: listsByName(values.proxyConnectHeader),
    proxy_from_environment: values.proxyFromEnvironment || undefined,
  }
}

/** Further headers as an object's fields. */
export function headerEntries(values: ValuesOf<typeof headerFields>) {
  return textsAndExpressions(values.extraHeaders, values.extraHeadersFrom)
}

/** The header that names the tenant, where it counts as given. */
export function tenantHeader(holder: SecretHolder): [string, Expression][] {
  const tenant = tenantExpression(holder)
  return tenant ? [['X-Scope-OrgID', tenant]] : []
}

/** The tenant, where it counts as given. */
export function tenantExpression(holder: SecretHolder): Expression | undefined {
  return readUsedSecret(holder, 'tenantId', nonsensitive)
}

/**
 * Certificates of a connection: for each, the file if there is one, else the PEM if it counts as
 * given. `field` is where they stand among the holder's values.
 */
export function tlsAttributes(
  holder: SecretHolder,
  values: TlsValues,
  field: 'tls' | 'auth.oauth2.tls' = 'tls',
): Attributes {
  const pem = (name: string, file: string, options?: { readonly nonsensitive: true }) =>
    file === '' ? readUsedSecret(holder, [field, name].join('.'), options) : undefined
  return {
    insecure_skip_verify: values.insecureSkipVerify,
    ca_file: values.caFile || undefined,
    ca_pem: pem('ca', values.caFile, nonsensitive),
    cert_file: values.certFile || undefined,
    cert_pem: pem('cert', values.certFile, nonsensitive),
    key_file: values.keyFile || undefined,
    key_pem: pem('key', values.keyFile),
  }
}

/** `tls_config`, which the chart always writes, unless `tls` is null. */
export function tlsBlock(holder: SecretHolder, values: TlsValues): Block | undefined {
  if (holder.user.tls === null) return undefined
  return block('tls_config', tlsAttributes(holder, values))
}

/** Whether anything about TLS differs from what Alloy does by itself. */
export function hasTls(holder: SecretHolder, values: TlsValues): boolean {
  if (holder.user.tls === null) return false
  return (
    values.insecureSkipVerify ||
    [values.caFile, values.certFile, values.keyFile].some((file) => file !== '') ||
    ['tls.ca', 'tls.cert', 'tls.key'].some((field) => usesSecret(holder, field))
  )
}

/**
 * How the client logs in, as attributes and blocks.
 *
 * As in the chart, `proxyFromEnvironment` of OAuth 2 keeps its spelling, which Alloy does not know:
 * see `connections.oauth2-proxy-from-environment`.
 */
export function authentication(
  holder: SecretHolder,
  values: AuthenticationValues,
  client: HttpClient,
): Statement[] {
  switch (authenticationType(holder.values)) {
    case 'basic':
      return [
        block('basic_auth', {
          username: readSecret(holder, 'auth.username', nonsensitive),
          password: readSecret(holder, 'auth.password'),
        }),
      ]
    case 'bearerToken':
      return bearerToken(holder, values, client)
    case 'oauth2':
      return values.oauth2 && client.oauth2 !== 'none'
        ? [oauth2(holder, values.oauth2, client.oauth2)]
        : []
    case 'sigv4':
      return values.sigv4 && client.sigv4 ? [sigv4(holder, values.sigv4)] : []
    default:
      return []
  }
}

function bearerToken(
  holder: SecretHolder,
  values: AuthenticationValues,
  client: HttpClient,
): Statement[] {
  if (client.bearer === 'none') return []
  const file = client.bearerFile ? values.bearerTokenFile || undefined : undefined
  const token = file === undefined ? readSecret(holder, 'auth.bearerToken') : undefined
  if (client.bearer === 'authorization') {
    return [block('authorization', { type: 'Bearer', credentials_file: file, credentials: token })]
  }
  if (file !== undefined) return [attribute('bearer_token_file', file)]
  return token ? [attribute('bearer_token', token)] : []
}

function oauth2(
  holder: SecretHolder,
  values: NonNullable<AuthenticationValues['oauth2']>,
  form: 'full' | 'brief',
): Statement {
  const full = form === 'full'
  const proxy = full ? proxyAttributes(values) : {}
  return block(
    'oauth2',
    {
      client_id: readSecret(holder, 'auth.oauth2.clientId', nonsensitive),
      client_secret:
        values.clientSecretFile === '' ? readSecret(holder, 'auth.oauth2.clientSecret') : undefined,
      client_secret_file: values.clientSecretFile || undefined,
      endpoint_params: full ? listsByName(values.endpointParams) : undefined,
      ...proxy,
      proxy_from_environment: undefined,
      proxyFromEnvironment: proxy.proxy_from_environment,
      scopes: values.scopes.length > 0 ? values.scopes : undefined,
      token_url: values.tokenURL || undefined,
    },
    [full && block('tls_config', tlsAttributes(holder, values.tls, 'auth.oauth2.tls'))],
  )
}

function sigv4(
  holder: SecretHolder,
  values: NonNullable<AuthenticationValues['sigv4']>,
): Statement {
  return block('sigv4', {
    access_key: readUsedSecret(holder, 'auth.sigv4.accessKey', nonsensitive),
    profile: values.profile || undefined,
    region: values.region || undefined,
    role_arn: values.roleArn || undefined,
    secret_key: readUsedSecret(holder, 'auth.sigv4.secretKey'),
  })
}
