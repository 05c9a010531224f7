import {
  authenticationTypeOption,
  basicFields,
  bearerFields,
  destinationFields,
  headerFields,
  labelFields,
  oauth2Options,
  proxyFields,
  secretOptions,
  tenantFields,
  tlsOptions,
  urlFields,
} from '../../pipelines/http-options'
import { count, group, text, type ValueOf } from '../../values/options'

export const options = group({
  ...destinationFields,
  ...urlFields,
  ...proxyFields,
  ...tenantFields,
  ...headerFields,
  ...labelFields,
  minBackoffPeriod: text('500ms', 'Wait before the first retry.', { format: 'duration' }),
  maxBackoffPeriod: text('5m', 'Longest wait between retries.', { format: 'duration' }),
  maxBackoffRetries: count(10, 'Retries before a profile is given up; 0 never gives up.', {
    integer: true,
  }),
  auth: group(
    {
      type: authenticationTypeOption(['', 'none', 'basic', 'bearerToken', 'oauth2']),
      ...basicFields,
      ...bearerFields,
      oauth2: oauth2Options,
    },
    'How to log in.',
    { title: 'Authentication' },
  ),
  secret: secretOptions,
  tls: tlsOptions,
})

export type PyroscopeValues = ValueOf<typeof options>
