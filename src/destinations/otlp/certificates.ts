import type { Attributes } from '../../alloy/build'
import { readUsedSecret, secretHolder } from '../../pipelines/secrets'
import type { Context } from './context'
import { secretFields } from './secret-fields'

/** Certificates and key of a `tls` block: a file wins over PEM. */
export function certificates(
  context: Context,
  field: 'tls' | 'auth.oauth2.tls',
  files: { readonly caFile: string; readonly certFile: string; readonly keyFile: string },
): Attributes {
  const holder = secretHolder(context, secretFields)
  const one = (name: 'ca' | 'cert' | 'key', file: string, nonsensitive: boolean): Attributes =>
    file === ''
      ? {
          [[name, 'pem'].join('_')]: readUsedSecret(holder, [field, name].join('.'), {
            nonsensitive,
          }),
        }
      : { [[name, 'file'].join('_')]: file }
  return {
    ...one('ca', files.caFile, true),
    ...one('cert', files.certFile, true),
    ...one('key', files.keyFile, false),
  }
}
