import { count, flag, group, text } from '../../values/options'

const endless = (what: string) => text('', `${what} Empty means no limit.`, { format: 'duration' })

const includeDebugMetrics = flag(
  false,
  'Keep those of the receiver’s own metrics that have many different labels.',
)

function jaeger(protocol: string, port: number) {
  return group(
    {
      enabled: flag(false, `Take traces in over Jaeger’s ${protocol}.`),
      port: count(port, 'Port to listen on.', { integer: true }),
    },
    `Jaeger over ${protocol}.`,
  )
}

const grpc = group(
  {
    enabled: flag(false, 'Take telemetry in over OTLP with gRPC.', { common: true }),
    port: count(4317, 'Port to listen on.', { integer: true }),
    includeMetadata: flag(false, 'Hand on what is known of the connection.'),
    maxReceivedMessageSize: text('4MiB', 'Largest message that is taken in.', {
      format: 'byte-size',
    }),
    maxConcurrentStreams: count(0, 'Calls that may stream at once. 0 sets no limit.', {
      integer: true,
    }),
    readBufferSize: text('512KiB', 'Buffer for reading from a client.', { format: 'byte-size' }),
    writeBufferSize: text('32KiB', 'Buffer for writing to a client.', { format: 'byte-size' }),
    keepalive: group(
      {
        serverParameters: group(
          {
            maxConnectionAge: endless('How long a connection may last.'),
            maxConnectionAgeGrace: endless('How long an aged connection may finish its work.'),
            maxConnectionIdle: endless('How long a connection may lie idle.'),
            time: text('', 'Ping a silent client after so long. Empty means two hours.', {
              format: 'duration',
            }),
            timeout: text(
              '',
              'Hang up when a ping stays unanswered so long. Empty means 20 seconds.',
              {
                format: 'duration',
              },
            ),
          },
          'What the server does with connections. Short lives spread clients over replicas.',
        ),
        enforcementPolicy: group(
          {
            minTime: text('', 'How often a client may ping. Empty means every five minutes.', {
              format: 'duration',
            }),
            permitWithoutStream: flag(false, 'Let clients ping while nothing is streaming.'),
          },
          'What clients may do to keep connections alive.',
          { open: true },
        ),
      },
      'Keeping connections alive, and ending them.',
    ),
  },
  'OTLP over gRPC.',
)

/** `receivers`: the protocols in which applications may send. */
export const receiverOptions = group(
  {
    otlp: group(
      {
        grpc,
        http: group(
          {
            enabled: flag(false, 'Take telemetry in over OTLP with HTTP.', { common: true }),
            port: count(4318, 'Port to listen on.', { integer: true }),
            includeMetadata: flag(false, 'Hand on what is known of the connection.'),
            maxRequestBodySize: text('20MiB', 'Largest request that is taken in.', {
              format: 'byte-size',
            }),
          },
          'OTLP over HTTP.',
        ),
        includeDebugMetrics,
      },
      'OpenTelemetry’s protocol, for metrics, logs and traces.',
    ),
    jaeger: group(
      {
        grpc: jaeger('gRPC', 14250),
        thriftBinary: jaeger('Thrift, binary', 6832),
        thriftCompact: jaeger('Thrift, compact', 6831),
        thriftHttp: jaeger('Thrift over HTTP', 14268),
        includeDebugMetrics,
      },
      'Jaeger’s protocols, for traces.',
    ),
    zipkin: group(
      {
        enabled: flag(false, 'Take traces in over Zipkin’s protocol.', { common: true }),
        port: count(9411, 'Port to listen on.', { integer: true }),
        includeDebugMetrics,
      },
      'Zipkin’s protocol, for traces.',
    ),
  },
  'Protocols in which applications may send. At least one has to be on.',
)
