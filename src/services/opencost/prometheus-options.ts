import { count, flag, group, text } from '../../values/options'

const internalTarget = (serviceName: string, namespaceName: string, port: number, on: boolean) => ({
  enabled: flag(on, 'Use one inside the cluster.'),
  serviceName: text(serviceName, 'Its Service.'),
  namespaceName: text(namespaceName, 'Its namespace.'),
  port: count(port, 'Its port.', { integer: true }),
  scheme: text('http', 'Its protocol.'),
})

/** Where OpenCost reads what is used. */
export const prometheusOptions = group(
  {
    external: group(
      {
        enabled: flag(true, 'Ask a Prometheus by its address.'),
        url: text(
          '',
          'Address to query, such as that of the destination without its path for writing.',
          {
            common: true,
            format: 'url',
          },
        ),
      },
      'A Prometheus anywhere.',
    ),
    existingSecretName: text(
      '',
      'Secret with user and password, in OpenCost’s namespace: that of the destination.',
      { common: true },
    ),
    username_key: text('username', 'Key of the user in the Secret.'),
    password_key: text('password', 'Key of the password in the Secret.'),
    username: text('', 'The user, where no Secret has it.'),
    password: text('', 'The password, where no Secret has it.', { secret: true }),
    bearer_token: text('', 'A token instead of user and password.', { secret: true }),
    bearer_token_key: text('DB_BEARER_TOKEN', 'Key of the token in the Secret.'),
    secret_name: text('', 'Name of the Secret that is made of them.'),
    kubeRBACProxy: flag(false, 'Log in with the account’s own token.'),
    insecureSkipVerify: flag(false, 'Trust any certificate.'),
    internal: group(
      {
        ...internalTarget('prometheus-server', 'prometheus-system', 80, false),
        path: text('', 'Path before the queries.'),
      },
      'A Prometheus inside the cluster.',
    ),
    amp: group(
      {
        enabled: flag(false, 'Ask Amazon Managed Service for Prometheus, through a signing proxy.'),
        workspaceId: text('', 'The workspace.'),
      },
      'Amazon Managed Service for Prometheus.',
    ),
    thanos: group(
      {
        enabled: flag(false, 'Ask Thanos too.'),
        queryOffset: text('', 'How far behind Thanos is.'),
        maxSourceResolution: text('', 'The coarsest resolution to use.'),
        internal: group(
          internalTarget('my-thanos-query', 'opencost', 10901, true),
          'Thanos inside the cluster.',
        ),
        external: group(
          {
            enabled: flag(false, 'Ask Thanos by its address.'),
            url: text('https://thanos-query.example.com/thanos', 'The address.', { format: 'url' }),
          },
          'Thanos anywhere.',
        ),
      },
      'Thanos.',
    ),
  },
  'Where OpenCost reads what is used.',
  { open: true },
)
