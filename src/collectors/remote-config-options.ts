import { anything, choice, flag, group, map, text } from '../values/options'

/** `remoteConfig` of a collector: more configuration from a server, such as Fleet Management. */
export const remoteConfigOptions = group(
  {
    enabled: flag(false, 'Fetch more configuration from a server while Alloy runs.'),
    url: text('', 'Address of the configuration server.', { format: 'url' }),
    urlFrom: text('', 'Alloy expression that yields the address. Wins over the URL.', {
      format: 'alloy-expression',
    }),
    proxyURL: text('', 'Proxy on the way to the server.', { format: 'url' }),
    noProxy: text('', 'Hosts and networks to reach without the proxy, separated by commas.'),
    proxyFromEnvironment: flag(false, 'Take the proxy from environment variables.'),
    proxyConnectHeader: anything({}, 'Headers for the proxy when a connection is made.'),
    auth: group(
      {
        type: choice(
          ['', 'none', 'basic'],
          '',
          'How to sign in. Left empty, basic is used once a username and a password are set.',
          { loose: true },
        ),
        username: text('', 'Username; for Grafana Cloud the number that Fleet Management shows.', {
          loose: true,
        }),
        usernameKey: text('username', 'Key of the Secret that holds the username.'),
        usernameFrom: text('', 'Alloy expression that yields the username.', {
          format: 'alloy-expression',
        }),
        password: text('', 'Password; for Grafana Cloud an access policy token.', { secret: true }),
        passwordKey: text('password', 'Key of the Secret that holds the password.'),
        passwordFrom: text('', 'Alloy expression that yields the password.', {
          format: 'alloy-expression',
        }),
      },
      'Signing in to the server.',
    ),
    secret: group(
      {
        create: flag(true, 'Put the credentials into a Secret that the chart makes.'),
        embed: flag(false, 'Write the credentials into the configuration itself. Not advised.'),
        name: text('', 'Name of the Secret, made or already there.', {
          format: 'kubernetes-name',
        }),
        namespace: text('', 'Namespace of the Secret.', { format: 'kubernetes-name' }),
      },
      'Where the credentials are kept.',
    ),
    pollFrequency: text('30s', 'How often to ask for changes.', { format: 'duration' }),
    presetsAttribute: flag(true, 'Tell the server the presets of this collector.'),
    extraAttributes: map(
      anything('', ''),
      'Attributes by which the server picks what to send; they win over the chart’s own.',
    ),
    tls: group(
      {
        insecureSkipVerify: flag(false, 'Accept any certificate of the server. Not advised.'),
        ca: text('', 'Certificate of the authority that the server’s was signed by.', {
          format: 'pem',
        }),
        caFile: text('', 'The same as the path of a file in the container.'),
        caFrom: text('', 'The same as an Alloy expression.', { format: 'alloy-expression' }),
        cert: text('', 'Certificate to show to the server.', { format: 'pem' }),
        certFile: text('', 'The same as the path of a file in the container.'),
        certFrom: text('', 'The same as an Alloy expression.', { format: 'alloy-expression' }),
        key: text('', 'Private key of that certificate.', { format: 'pem', secret: true }),
        keyFile: text('', 'The same as the path of a file in the container.'),
        keyFrom: text('', 'The same as an Alloy expression.', { format: 'alloy-expression' }),
      },
      'TLS towards the server.',
    ),
  },
  'Configuration from a server.',
)
