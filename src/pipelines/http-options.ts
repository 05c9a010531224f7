/**
 * The options that all HTTP destinations, remote configuration and rule synchronisation share, each
 * declared once. A unit spreads the fields that its chart file has.
 */
import { choice, type Fields, flag, group, map, text, texts, type ValueOf } from '../values/options'

/** The values of a set of fields. */
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }

export const urlFields = {
  url: text('', 'Address that the data is sent to, path included.', {
    title: 'URL',
    format: 'url',
    common: true,
  }),
  urlFrom: text(
    '',
    'Alloy expression that yields the address at run time, such as sys.env("METRICS_URL"). Wins over the URL.',
    { title: 'URL from', format: 'alloy-expression' },
  ),
} as const satisfies Fields

export const proxyFields = {
  proxyURL: text('', 'HTTP proxy to go through.', { title: 'Proxy URL', format: 'url' }),
  noProxy: text('', 'Addresses, ranges and domains to reach without the proxy, split by commas.', {
    example: '10.0.0.0/8,.svc.cluster.local',
  }),
  proxyConnectHeader: map(
    texts('Values of the header.'),
    'Headers for the proxy’s CONNECT request, each with a list of values.',
    { title: 'Proxy CONNECT headers' },
  ),
  proxyFromEnvironment: flag(
    false,
    'Take the proxy from Alloy’s environment variables (HTTP_PROXY, HTTPS_PROXY, NO_PROXY).',
  ),
} as const satisfies Fields

export const tenantFields = {
  tenantId: text(
    '',
    'Tenant to write to, for servers that keep several tenants apart. Grafana Cloud needs none.',
    { title: 'Tenant ID', loose: true },
  ),
  tenantIdKey: text('tenantId', 'Key of the tenant inside the Secret.', {
    title: 'Tenant ID key',
  }),
  tenantIdFrom: text('', 'Alloy expression that yields the tenant. Wins over the tenant ID.', {
    title: 'Tenant ID from',
    format: 'alloy-expression',
  }),
} as const satisfies Fields

export const headerFields = {
  extraHeaders: map(
    text('', 'Value of the header.', { loose: true }),
    'Further headers of every request. Values are kept in the config in plain text.',
  ),
  extraHeadersFrom: map(
    text('', 'Alloy expression for the value.', { loose: true, format: 'alloy-expression' }),
    'Further headers whose values are Alloy expressions.',
  ),
} as const satisfies Fields

export const labelFields = {
  clusterLabels: texts(
    'Labels that carry the cluster’s name. Characters that a label may not have become underscores.',
    { initial: ['cluster', 'k8s.cluster.name'] },
  ),
  extraLabels: map(
    text('', 'Value of the label.', { loose: true }),
    'Labels to add to everything that is sent here.',
  ),
  extraLabelsFrom: map(
    text('', 'Alloy expression for the value.', { loose: true, format: 'alloy-expression' }),
    'Labels to add whose values are Alloy expressions.',
  ),
} as const satisfies Fields

/** What an address may be authenticated with; the empty text means "basic if there are credentials". */
export type AuthenticationType = '' | 'none' | 'basic' | 'bearerToken' | 'oauth2' | 'sigv4'

/** `auth.type` for a client that knows these; the schema takes any text, and others do nothing. */
export function authenticationTypeOption<const C extends AuthenticationType>(types: readonly C[]) {
  return choice(
    types,
    '' as C,
    'How to log in. Left empty, a user name and a password make it basic, and without them there is no login.',
    { title: 'Authentication', common: true, loose: true },
  )
}

export const basicFields = {
  username: text(
    '',
    'User name for basic authentication; with Grafana Cloud the number of the stack’s instance.',
    { loose: true, common: true },
  ),
  usernameKey: text('username', 'Key of the user name inside the Secret.'),
  usernameFrom: text('', 'Alloy expression that yields the user name.', {
    format: 'alloy-expression',
  }),
  password: text('', 'Password or access token for basic authentication.', {
    secret: true,
    common: true,
  }),
  passwordKey: text('password', 'Key of the password inside the Secret.'),
  passwordFrom: text('', 'Alloy expression that yields the password.', {
    format: 'alloy-expression',
  }),
} as const satisfies Fields

export const bearerFields = {
  bearerToken: text('', 'Token for bearer authentication.', { secret: true }),
  bearerTokenKey: text('bearerToken', 'Key of the token inside the Secret.'),
  bearerTokenFrom: text('', 'Alloy expression that yields the token.', {
    format: 'alloy-expression',
  }),
} as const satisfies Fields

export const bearerFileFields = {
  bearerTokenFile: text(
    '',
    'File in the collector’s container that holds the token, such as a mounted service account token. Wins over the token.',
  ),
} as const satisfies Fields

const certificateFields = {
  insecureSkipVerify: flag(
    false,
    'Accept any certificate of the server. For tests: it takes away the protection of TLS.',
  ),
  ca: text('', 'Certificate of the authority that signed the server’s, in PEM.', {
    title: 'CA certificate',
    format: 'pem',
  }),
  caFile: text('', 'File that holds the authority’s certificate. Wins over the PEM.', {
    title: 'CA certificate file',
  }),
  caFrom: text('', 'Alloy expression that yields the authority’s certificate.', {
    title: 'CA certificate from',
    format: 'alloy-expression',
  }),
  cert: text('', 'Client certificate for mutual TLS, in PEM.', {
    title: 'Client certificate',
    format: 'pem',
  }),
  certFile: text('', 'File that holds the client certificate. Wins over the PEM.', {
    title: 'Client certificate file',
  }),
  certFrom: text('', 'Alloy expression that yields the client certificate.', {
    title: 'Client certificate from',
    format: 'alloy-expression',
  }),
  key: text('', 'Private key of the client certificate, in PEM.', {
    title: 'Client key',
    format: 'pem',
    secret: true,
  }),
  keyFile: text('', 'File that holds the private key. Wins over the PEM.', {
    title: 'Client key file',
  }),
  keyFrom: text('', 'Alloy expression that yields the private key.', {
    title: 'Client key from',
    format: 'alloy-expression',
  }),
} as const satisfies Fields

const certificateKeyFields = {
  caKey: text(null, 'Key of the authority’s certificate inside the Secret; empty means ca.', {
    title: 'CA certificate key',
    nullable: true,
  }),
  certKey: text(null, 'Key of the client certificate inside the Secret; empty means cert.', {
    title: 'Client certificate key',
    nullable: true,
  }),
  keyKey: text(null, 'Key of the private key inside the Secret; empty means key.', {
    title: 'Client key key',
    nullable: true,
  }),
} as const satisfies Fields

/** The chart's defaults name no keys for these; its reader then takes the last part of the path. */
export const tlsOptions = group(
  { ...certificateFields, ...certificateKeyFields },
  'Certificates of the connection.',
  { title: 'TLS' },
)

export const oauth2Options = group(
  {
    clientId: text('', 'Client ID.', { title: 'Client ID' }),
    clientIdKey: text('clientId', 'Key of the client ID inside the Secret.', {
      title: 'Client ID key',
    }),
    clientIdFrom: text('', 'Alloy expression that yields the client ID.', {
      title: 'Client ID from',
      format: 'alloy-expression',
    }),
    clientSecret: text('', 'Client secret.', { secret: true }),
    clientSecretKey: text('clientSecret', 'Key of the client secret inside the Secret.'),
    clientSecretFrom: text('', 'Alloy expression that yields the client secret.', {
      format: 'alloy-expression',
    }),
    clientSecretFile: text('', 'File that holds the client secret. Wins over the text.'),
    endpointParams: map(
      texts('Values of the parameter.'),
      'Further parameters of the token request, each with a list of values.',
    ),
    ...proxyFields,
    proxyFromEnvironment: flag(
      false,
      'Take the proxy from the environment. The chart writes this in a way that Alloy refuses: use the proxy URL.',
    ),
    scopes: texts('Scopes to ask for.'),
    tokenURL: text('', 'Address that tokens are fetched from.', {
      title: 'Token URL',
      format: 'url',
    }),
    tls: group(
      {
        ...certificateFields,
        caKey: text('oauth2-tls-ca', 'Key of the authority’s certificate inside the Secret.'),
        certKey: text('oauth2-tls-cert', 'Key of the client certificate inside the Secret.'),
        keyKey: text('oauth2-tls-key', 'Key of the private key inside the Secret.'),
      },
      'Certificates of the connection to the token address.',
      { title: 'TLS' },
    ),
  },
  'Login with tokens that an OAuth 2 server hands out.',
  { title: 'OAuth 2' },
)

export const sigv4Options = group(
  {
    accessKey: text('', 'AWS access key.', { secret: true }),
    accessKeyKey: text('accessKey', 'Key of the access key inside the Secret.'),
    accessKeyFrom: text('', 'Alloy expression that yields the access key.', {
      format: 'alloy-expression',
    }),
    secretKey: text('', 'AWS secret key.', { secret: true }),
    secretKeyKey: text('secretKey', 'Key of the secret key inside the Secret.'),
    secretKeyFrom: text('', 'Alloy expression that yields the secret key.', {
      format: 'alloy-expression',
    }),
    profile: text('', 'Named AWS profile to sign with.'),
    region: text('', 'AWS region; empty takes it from the environment.', { example: 'eu-west-1' }),
    roleArn: text('', 'AWS role to assume.', { title: 'Role ARN' }),
  },
  'Requests signed for AWS (Signature Version 4).',
  { title: 'AWS SigV4' },
)

export const secretOptions = group(
  {
    create: flag(
      true,
      'Make a Secret of the credentials given here. Off: read a Secret that exists already, under the keys named here.',
      { nullable: true, common: true },
    ),
    embed: flag(
      false,
      'Write the credentials into the config in plain text instead of a Secret. For tests only.',
    ),
    name: text('', 'Name of the Secret; empty makes one of the destination’s and the release’s.', {
      format: 'kubernetes-name',
      common: true,
    }),
    namespace: text('', 'Namespace of the Secret; empty means the release’s.', {
      format: 'kubernetes-name',
    }),
  },
  'Where credentials are kept.',
)

/** Fields that every destination has. */
export const destinationFields = {
  name: text(
    '',
    'Another name for the Secret’s and its component’s names. Its key is the destination’s name.',
    { deprecated: 'The key in the map of destinations.' },
  ),
  disabled: flag(false, 'Leave this destination out, as if it were not there.'),
} as const satisfies Fields

/** Secret fields that all HTTP destinations have, in the chart's order. */
export const httpSecretFields = [
  'tenantId',
  'auth.username',
  'auth.password',
  'auth.bearerToken',
  'auth.oauth2.clientId',
  'auth.oauth2.clientSecret',
  'auth.oauth2.tls.ca',
  'auth.oauth2.tls.cert',
  'auth.oauth2.tls.key',
  'tls.ca',
  'tls.cert',
  'tls.key',
] as const
