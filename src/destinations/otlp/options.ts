import {
  authenticationTypeOption,
  basicFields,
  bearerFields,
  bearerFileFields,
  destinationFields,
  headerFields,
  oauth2Options,
  secretOptions,
  tenantFields,
  tlsOptions,
  urlFields,
} from '../../pipelines/http-options'
import { choice, count, flag, group, map, text, texts } from '../../values/options'
import { processors } from './processor-options'

const signal = (name: string) =>
  group(
    {
      enabled: flag(true, `Whether to send ${name} here.`, { nullable: true, common: true }),
      path: text(
        '',
        `Path for ${name} where the server does not use OTLP’s usual one. HTTP only.`,
        { example: '/otlp/v1/metrics' },
      ),
    },
    `What becomes of ${name}.`,
  )

const sigv4 = {
  region: text('', 'AWS region to sign for.', { example: 'eu-west-1' }),
  service: text('', 'AWS service to sign for.', { example: 'aps' }),
  assumeRole: group(
    {
      arn: text('', 'Role to assume.', { title: 'ARN' }),
      sessionName: text('', 'Name of the session with that role.'),
      stsRegion: text('', 'Region of the service that hands out the role’s credentials.', {
        title: 'STS region',
      }),
    },
    'Role to sign with.',
  ),
} as const

export const options = group(
  {
    ...destinationFields,
    protocol: choice(['grpc', 'http'], 'grpc', 'How to talk to the server.', {
      loose: true,
      common: true,
    }),
    protocolValidation: flag(
      true,
      'Check that addresses of Grafana Cloud get the protocol that they need. Turn it off for an address that only looks like one.',
    ),
    metrics: signal('metrics'),
    logs: signal('logs'),
    traces: signal('traces'),
    ...urlFields,
    proxyURL: text('', 'HTTP proxy to go through. HTTP only.', {
      title: 'Proxy URL',
      format: 'url',
    }),
    ...tenantFields,
    ...headerFields,
    clusterLabels: texts('Attributes that carry the cluster’s name, written as they are here.', {
      initial: ['cluster', 'k8s.cluster.name'],
    }),
    extraResourceAttributes: map(
      text('', 'Value of the attribute.', { loose: true }),
      'Resource attributes to add to everything that is sent here.',
    ),
    extraResourceAttributesFrom: map(
      text('', 'Alloy expression for the value.', { loose: true, format: 'alloy-expression' }),
      'Resource attributes to add whose values are Alloy expressions.',
    ),
    auth: group(
      {
        type: authenticationTypeOption(['', 'none', 'basic', 'bearerToken', 'oauth2', 'sigv4']),
        ...basicFields,
        ...bearerFields,
        ...bearerFileFields,
        oauth2: oauth2Options,
        sigv4: group(sigv4, 'Requests signed for AWS (Signature Version 4).', {
          title: 'AWS SigV4',
        }),
      },
      'How to log in.',
    ),
    secret: group(
      {
        ...secretOptions.fields,
        sigv4: group(sigv4, 'The chart never reads these.', {
          deprecated: 'auth.sigv4',
          title: 'AWS SigV4 (unused)',
        }),
      },
      secretOptions.help,
    ),
    tls: group(
      {
        insecure: flag(false, 'Talk without TLS, as to a server inside the cluster.', {
          common: true,
        }),
        ...tlsOptions.fields,
      },
      tlsOptions.help,
      { title: 'TLS' },
    ),
    readBufferSize: text('', 'Buffer for reading answers; empty leaves it to Alloy.', {
      example: '512KiB',
    }),
    writeBufferSize: text('', 'Buffer for writing requests; empty leaves it to Alloy.', {
      example: '512KiB',
    }),
    timeout: text('', 'How long one request may take; empty leaves it to Alloy.', {
      format: 'duration',
    }),
    retryOnFailure: group(
      {
        enabled: flag(true, 'Whether to try again.'),
        initialInterval: text('5s', 'Pause before the first new attempt.', { format: 'duration' }),
        maxInterval: text('30s', 'Longest pause between attempts.', { format: 'duration' }),
        maxElapsedTime: text('5m', 'When to give up.', { format: 'duration' }),
      },
      'What to do when the server does not take the data.',
    ),
    sendingQueue: group(
      {
        enabled: flag(true, 'Whether data waits in a queue while the server is busy.'),
        blockOnOverflow: flag(
          null,
          'Hold up the sender when the queue is full, instead of dropping.',
          {
            nullable: true,
          },
        ),
        waitForResult: flag(null, 'Hold up the sender until the data has been sent.', {
          nullable: true,
          deprecated: 'The chart has this setting and never writes it into a config.',
        }),
        numConsumers: count(null, 'How many requests run at once; empty leaves it to Alloy.', {
          nullable: true,
          integer: true,
        }),
        queueSize: count(null, 'How much fits into the queue; empty leaves it to Alloy.', {
          nullable: true,
          integer: true,
        }),
        sizer: text('', 'What the size of the queue counts.', {
          nullable: true,
          example: 'requests',
        }),
        storage: text(
          '',
          'Storage component that keeps the queue over a restart, as an Alloy reference.',
          {
            format: 'alloy-expression',
          },
        ),
        batch: group(
          {
            enabled: flag(false, 'Whether the queue puts requests together.'),
            sizer: text('', 'What the sizes count: bytes or items.', { example: 'bytes' }),
            flushTimeout: text('', 'When a batch is sent though it is small.', {
              format: 'duration',
              example: '200ms',
            }),
            minSize: count(null, 'From which size on a batch is sent.', {
              nullable: true,
              integer: true,
            }),
            maxSize: count(null, 'At which size a batch is split.', {
              nullable: true,
              integer: true,
            }),
          },
          'Batches made in the queue itself.',
        ),
      },
      'Where data waits before it is sent.',
    ),
    processors,
  },
  'A server that takes OpenTelemetry data.',
)
