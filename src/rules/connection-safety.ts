import { hostOf, isPublicHost } from '../base/hosts'
import { isRecord, valueAt } from '../base/record'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** Telemetry and its credentials that travel unencrypted, or to whoever answers. */
export const connectionSafety: Rule = ({ model, written }) => {
  for (const { option, value, path } of written) {
    if (path[0] === 'destinations' && model.destinations.get(String(path[1]))?.disabled) continue
    const key = path.at(-1)
    if (option.type === 'string' && option.format === 'url' && typeof value === 'string') {
      if (!/^http:\/\//i.test(value) || !isPublicHost(hostOf(value))) continue
      model.report({
        code: 'advice.plain-http',
        path,
        message: `Everything that goes to ${hostOf(value)}, logins included, can be read on the way, because the address begins with http. Use https.`,
        fixes: [
          {
            title: 'Use https',
            edits: [{ path, value: value.replace(/^http:/i, 'https:') }],
            safe: false,
          },
        ],
      })
    }
    if (option.type === 'boolean' && key === 'insecureSkipVerify' && value === true) {
      model.report({
        code: 'advice.unverified-tls',
        path,
        message:
          'Nobody checks who answers here, so that anybody in between can read and change what is sent. Verify the certificate, and give its authority in tls.ca if it is your own.',
        fixes: [{ title: 'Verify the certificate', edits: [{ path, remove: true }], safe: false }],
      })
    }
  }
  for (const { name, type, context, disabled } of model.destinations.values()) {
    if (type !== 'otlp' || disabled || !isRecord(context.values)) continue
    const { url } = context.values
    if (isEmpty(valueAt(context.values, ['tls', 'insecure'])) || typeof url !== 'string') continue
    if (/^https?:\/\//i.test(url) || !isPublicHost(hostOf(url))) continue
    const path = ['destinations', name, 'tls', 'insecure']
    model.report({
      code: 'advice.plain-http',
      path,
      message: `Everything that goes to ${hostOf(url)}, logins included, can be read on the way, because tls.insecure turns encryption off.`,
      fixes: [{ title: 'Encrypt', edits: [{ path, remove: true }], safe: false }],
    })
  }
}
