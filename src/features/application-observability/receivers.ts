import type { Block } from '../../alloy/ast'
import { block, component } from '../../alloy/build'
import { valueAt } from '../../base/record'
import { isEmpty } from '../../values/helm'
import type { ReceiverPort } from '../types'
import type { Values } from './options'
import { type Outputs, outputBlock } from './outputs'

type Receivers = Values['receivers']

interface Protocol {
  /** Its port’s name. */
  readonly name: string
  /** As Self-reporting calls it. */
  readonly report: string
  readonly protocol: ReceiverPort['protocol']
  readonly appProtocol?: string
  of(receivers: Receivers): { readonly enabled: boolean; readonly port: number }
}

/** Every protocol, in the order in which the chart opens ports (templates/features/_feature_application_observability.tpl). */
const protocols: readonly Protocol[] = [
  {
    name: 'otlp-grpc',
    report: 'otlpgrpc',
    protocol: 'TCP',
    appProtocol: 'grpc',
    of: ({ otlp }) => otlp.grpc,
  },
  {
    name: 'otlp-http',
    report: 'otlphttp',
    protocol: 'TCP',
    appProtocol: 'http',
    of: ({ otlp }) => otlp.http,
  },
  {
    name: 'zipkin',
    report: 'zipkin',
    protocol: 'TCP',
    appProtocol: 'http',
    of: ({ zipkin }) => zipkin,
  },
  {
    name: 'jaeger-grpc',
    report: 'jaegergrpc',
    protocol: 'TCP',
    appProtocol: 'grpc',
    of: ({ jaeger }) => jaeger.grpc,
  },
  {
    name: 'jaeger-binary',
    report: 'jaegerthriftbinary',
    protocol: 'UDP',
    of: ({ jaeger }) => jaeger.thriftBinary,
  },
  {
    name: 'jaeger-compact',
    report: 'jaegerthriftcompact',
    protocol: 'UDP',
    of: ({ jaeger }) => jaeger.thriftCompact,
  },
  {
    name: 'jaeger-http',
    report: 'jaegerthrifthttp',
    protocol: 'TCP',
    appProtocol: 'http',
    of: ({ jaeger }) => jaeger.thriftHttp,
  },
]

/** The ports of the receivers that are on. */
export function receiverPorts({ receivers }: Values): ReceiverPort[] {
  return protocols.flatMap(({ name, protocol, appProtocol, of }) => {
    const { enabled, port } = of(receivers)
    return enabled ? [{ name, port, protocol, ...(appProtocol && { appProtocol }) }] : []
  })
}

/** The protocols that are on, as Self-reporting tells them: Zipkin after Jaeger. */
export function reportedProtocols({ receivers }: Values): string {
  const on = protocols.filter(({ of }) => of(receivers).enabled).map(({ report }) => report)
  return [
    ...on.filter((report) => report !== 'zipkin'),
    ...on.filter((report) => report === 'zipkin'),
  ].join(',')
}

function endpoint(port: number): string {
  return '0.0.0.0:'.concat(String(Math.trunc(port)))
}

function debugMetrics(include: boolean): Block {
  return block('debug_metrics', { disable_high_cardinality_metrics: !include })
}

/**
 * The chart writes the block only when a lifetime is limited, pings alone do not make one; and it
 * looks for a setting of another block before it writes `min_time`.
 */
function keepalive({
  keepalive: { serverParameters: server, enforcementPolicy: policy },
}: Receivers['otlp']['grpc']) {
  const limited =
    server.maxConnectionAge || server.maxConnectionAgeGrace || server.maxConnectionIdle
  const enforced = policy.minTime || policy.permitWithoutStream
  if (!limited && !enforced) return undefined
  return block('keepalive', {}, [
    limited &&
      block('server_parameters', {
        max_connection_age: server.maxConnectionAge || undefined,
        max_connection_age_grace: server.maxConnectionAgeGrace || undefined,
        max_connection_idle: server.maxConnectionIdle || undefined,
        time: server.time || undefined,
        timeout: server.timeout || undefined,
      }),
    enforced &&
      block('enforcement_policy', {
        min_time: isEmpty(valueAt(policy, ['maxConnectionAge'])) ? undefined : policy.minTime,
        permit_without_stream: policy.permitWithoutStream || undefined,
      }),
  ])
}

function otlp(values: Values, outputs: Outputs): Block | undefined {
  const { grpc, http, includeDebugMetrics } = values.receivers.otlp
  if (!grpc.enabled && !http.enabled) return undefined
  return component('otelcol.receiver.otlp', 'receiver', {}, [
    grpc.enabled &&
      block(
        'grpc',
        {
          endpoint: endpoint(grpc.port),
          include_metadata: grpc.includeMetadata,
          max_recv_msg_size: grpc.maxReceivedMessageSize,
          max_concurrent_streams:
            Math.trunc(grpc.maxConcurrentStreams) === 0 ? undefined : grpc.maxConcurrentStreams,
          read_buffer_size: grpc.readBufferSize,
          write_buffer_size: grpc.writeBufferSize,
        },
        [keepalive(grpc)],
      ),
    http.enabled &&
      block('http', {
        endpoint: endpoint(http.port),
        include_metadata: http.includeMetadata,
        max_request_body_size: http.maxRequestBodySize,
      }),
    debugMetrics(includeDebugMetrics),
    outputBlock(values, outputs),
  ])
}

function jaeger(values: Values, { traces }: Outputs): Block | undefined {
  const { grpc, thriftBinary, thriftCompact, thriftHttp, includeDebugMetrics } =
    values.receivers.jaeger
  const blocks = (
    [
      ['grpc', grpc],
      ['thrift_binary', thriftBinary],
      ['thrift_compact', thriftCompact],
      ['thrift_http', thriftHttp],
    ] as const
  ).flatMap(([name, { enabled, port }]) =>
    enabled ? [block(name, { endpoint: endpoint(port) })] : [],
  )
  if (blocks.length === 0) return undefined
  return component('otelcol.receiver.jaeger', 'receiver', {}, [
    block('protocols', {}, blocks),
    debugMetrics(includeDebugMetrics),
    outputBlock(values, { traces }),
  ])
}

function zipkin(values: Values, { traces }: Outputs): Block | undefined {
  const { enabled, port, includeDebugMetrics } = values.receivers.zipkin
  if (!enabled) return undefined
  return component('otelcol.receiver.zipkin', 'receiver', { endpoint: endpoint(port) }, [
    debugMetrics(includeDebugMetrics),
    outputBlock(values, { traces }),
  ])
}

/** One component for each family of protocols that has one on. */
export function receivers(
  values: Values,
  outputs: Outputs,
): readonly { readonly family: keyof Receivers; readonly block: Block }[] {
  const make = { otlp, jaeger, zipkin }
  return (['otlp', 'jaeger', 'zipkin'] as const).flatMap((family) => {
    const block = make[family](values, outputs)
    return block ? [{ family, block }] : []
  })
}
