import {
  authenticationTypeOption,
  basicFields,
  bearerFields,
  bearerFileFields,
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
import { count, flag, group, text, type ValueOf } from '../../values/options'

const writeAheadLogOptions = group(
  {
    enabled: flag(false, 'Keep logs on disk until they are sent. Experimental in Alloy.'),
    drainTimeout: text('30s', 'How long Alloy may take to send what is left when it stops.', {
      format: 'duration',
    }),
    minReadFrequency: text('250ms', 'Shortest wait before the log is read again.', {
      format: 'duration',
    }),
    maxReadFrequency: text('1s', 'Longest wait before the log is read again.', {
      format: 'duration',
    }),
    maxSegmentAge: text('1h', 'Parts of the log that are older are deleted, sent or not.', {
      format: 'duration',
    }),
  },
  'The log on disk that entries go through before they are sent.',
  { title: 'Write-ahead log' },
)

export const options = group({
  ...destinationFields,
  ...urlFields,
  timeout: text('', 'How long one request may take; empty means Alloy’s 10s.', {
    format: 'duration',
    example: '10s',
  }),
  retryOnHttp429: flag(true, 'Retry when the server says that there is too much at once.'),
  ...proxyFields,
  ...tenantFields,
  ...headerFields,
  ...labelFields,
  logProcessingStages: text(
    '',
    'Stages that every entry for this destination passes before it is sent.',
    { format: 'alloy' },
  ),
  minBackoffPeriod: text('500ms', 'Wait before the first retry.', { format: 'duration' }),
  maxBackoffPeriod: text('5m', 'Longest wait between retries.', { format: 'duration' }),
  maxBackoffRetries: count(10, 'Retries before a batch is given up; 0 never gives up.', {
    integer: true,
  }),
  batchSize: text('', 'Size at which a batch is sent; empty means Alloy’s 1MiB.', {
    format: 'byte-size',
    example: '1MiB',
  }),
  batchWait: text('', 'How long a batch may wait to fill up; empty means Alloy’s 1s.', {
    format: 'duration',
    example: '1s',
  }),
  writeAheadLog: writeAheadLogOptions,
  auth: group(
    {
      type: authenticationTypeOption(['', 'none', 'basic', 'bearerToken', 'oauth2']),
      ...basicFields,
      ...bearerFields,
      ...bearerFileFields,
      oauth2: oauth2Options,
    },
    'How to log in.',
    { title: 'Authentication' },
  ),
  secret: secretOptions,
  tls: tlsOptions,
})

export type LokiValues = ValueOf<typeof options>
