/** The login components of an OTLP destination (templates/destinations/_destination_otlp.tpl). */
import type { Statement } from '../../alloy/ast'
import { block, component, object, ref } from '../../alloy/build'
import { sortedEntries, valueAt } from '../../base/record'
import { proxyAttributes, tlsAttributes } from '../../pipelines/http'
import {
  authenticationType,
  readSecret,
  readUsedSecret,
  type SecretHolder,
  secretHolder,
} from '../../pipelines/secrets'
import type { Context } from './context'
import { secretFields } from './secret-fields'

const nonsensitive = { nonsensitive: true }

function bearer({ label, values }: Context, holder: SecretHolder): readonly Statement[] {
  const { bearerTokenFile } = values.auth
  if (bearerTokenFile === '') {
    const token = readSecret(holder, 'auth.bearerToken')
    return [component('otelcol.auth.bearer', label, { token })]
  }
  const file = component('local.file', label, { filename: bearerTokenFile })
  return [file, component('otelcol.auth.bearer', label, { token: ref(file, 'content') })]
}

function oauth2(context: Context, holder: SecretHolder): readonly Statement[] {
  const { label, values } = context
  const { oauth2: own } = values.auth
  const parameters = sortedEntries(own.endpointParams)
  return [
    component(
      'otelcol.auth.oauth2',
      label,
      {
        client_id: readUsedSecret(holder, 'auth.oauth2.clientId', nonsensitive),
        ...(own.clientSecretFile === ''
          ? { client_secret: readUsedSecret(holder, 'auth.oauth2.clientSecret') }
          : { client_secret_file: own.clientSecretFile }),
        endpoint_params: parameters.length > 0 ? object(parameters) : undefined,
        ...proxyAttributes(own),
        proxy_from_environment: undefined,
        // Alloy knows no such attribute; a finding says so.
        proxyFromEnvironment: own.proxyFromEnvironment || undefined,
        scopes: own.scopes.length > 0 ? own.scopes : undefined,
        token_url: own.tokenURL || undefined,
      },
      [
        valueAt(context.user, ['auth', 'oauth2', 'tls']) !== null &&
          block('tls', tlsAttributes(holder, own.tls, 'auth.oauth2.tls')),
      ],
    ),
  ]
}

function sigv4({ label, values }: Context): readonly Statement[] {
  const { region, service, assumeRole } = values.auth.sigv4
  const role = {
    arn: assumeRole.arn || undefined,
    session_name: assumeRole.sessionName || undefined,
    sts_region: assumeRole.stsRegion || undefined,
  }
  return [
    component(
      'otelcol.auth.sigv4',
      label,
      { region: region || undefined, service: service || undefined },
      [Object.values(role).some((part) => part !== undefined) && block('assume_role', role)],
    ),
  ]
}

/** Whatever the exporter's `auth` refers to; nothing for a login that the chart does not know. */
export function authentication(context: Context): readonly Statement[] {
  const holder = secretHolder(context, secretFields)
  switch (authenticationType(context.values)) {
    case 'basic':
      return [
        component('otelcol.auth.basic', context.label, {
          username: readSecret(holder, 'auth.username', nonsensitive),
          password: readSecret(holder, 'auth.password'),
        }),
      ]
    case 'bearerToken':
      return bearer(context, holder)
    case 'oauth2':
      return oauth2(context, holder)
    case 'sigv4':
      return sigv4(context)
    default:
      return []
  }
}
