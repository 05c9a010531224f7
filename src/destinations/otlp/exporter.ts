/**
 * The last part of an OTLP destination: batches, memory limit, exporter and login
 * (templates/destinations/_destination_otlp.tpl, "destinations.otlp.alloy.exporter"). The extra
 * Alloys for sampling and service graphs have this part too.
 */
import type { Block, Expression, Statement } from '../../alloy/ast'
import {
  binary,
  block,
  component,
  object,
  rawExpression,
  ref,
  type Value,
  withOrigin,
} from '../../alloy/build'
import { headerEntries, tenantHeader, tlsAttributes, urlExpression } from '../../pipelines/http'
import { authenticationType, type SecretHolder, secretHolder } from '../../pipelines/secrets'
import { authentication } from './authentication'
import {
  type Context,
  inputOf,
  type OtlpSignal,
  otlpSignals,
  outputs,
  passes,
  type Values,
} from './context'
import { secretFields } from './secret-fields'

const batchName = 'otelcol.processor.batch'
const limiterName = 'otelcol.processor.memory_limiter'

const exporterName = ({ protocol }: Values) =>
  protocol === 'http' ? 'otelcol.exporter.otlphttp' : 'otelcol.exporter.otlp'

/** The first component of this part. */
export function exporterTarget(context: Context): Expression {
  const { batch, memoryLimiter } = context.values.processors
  if (batch.enabled) return inputOf(batchName, context)
  return inputOf(memoryLimiter.enabled ? limiterName : exporterName(context.values), context)
}

function batchStatements(context: Context): readonly Statement[] {
  const { label, values } = context
  const { batch, memoryLimiter } = values.processors
  const next = inputOf(memoryLimiter.enabled ? limiterName : exporterName(values), context)
  const output = block('output', outputs(values, next))
  // Without the batch the chart still writes what would have been the end of its block.
  if (!batch.enabled) return [output, { kind: 'rawStatements', text: '}' }]
  return [
    component(
      batchName,
      label,
      {
        timeout: batch.timeout,
        send_batch_size: Math.trunc(batch.size),
        send_batch_max_size: Math.trunc(batch.maxSize),
      },
      [output],
    ),
  ]
}

function limiterStatements(context: Context): readonly Statement[] {
  const { label, values } = context
  const { memoryLimiter } = values.processors
  if (!memoryLimiter.enabled) return []
  return [
    component(
      limiterName,
      label,
      { check_interval: memoryLimiter.checkInterval, limit: memoryLimiter.limit },
      [block('output', outputs(values, inputOf(exporterName(values), context)))],
    ),
  ]
}

/** The whole address of a signal whose path differs from OTLP's usual one. */
function signalEndpoint(values: Values, signal: OtlpSignal): Value {
  const { path } = values[signal]
  if (values.protocol !== 'http' || path === '' || !passes(values, signal)) return undefined
  const suffix = ['/', path.replace(/^\//, '')].join('')
  return values.urlFrom === ''
    ? [values.url.replace(/\/$/, ''), suffix].join('')
    : binary(rawExpression(values.urlFrom), '+', suffix)
}

const handlers: Readonly<Record<string, string>> = {
  basic: 'otelcol.auth.basic',
  bearerToken: 'otelcol.auth.bearer',
  oauth2: 'otelcol.auth.oauth2',
  sigv4: 'otelcol.auth.sigv4',
}

function headers({ values }: Context, holder: SecretHolder): Value {
  const entries = [...tenantHeader(holder), ...headerEntries(values)]
  return entries.length > 0 ? object(entries) : undefined
}

function client(context: Context): Block {
  const { label, values } = context
  const holder = secretHolder(context, secretFields)
  const login = authenticationType(values)
  const handler = Object.hasOwn(handlers, login) ? handlers[login] : undefined
  return block(
    'client',
    {
      timeout: values.protocol === 'http' ? values.timeout || undefined : undefined,
      endpoint: urlExpression(values),
      proxy_url: values.proxyURL || undefined,
      auth: handler === undefined ? undefined : ref({ name: handler, label }, 'handler'),
      headers: headers(context, holder),
      read_buffer_size: values.readBufferSize || undefined,
      write_buffer_size: values.writeBufferSize || undefined,
    },
    [
      // Only an explicit null takes the block away.
      context.user.tls !== null &&
        block('tls', {
          insecure: values.tls.insecure,
          ...tlsAttributes(holder, values.tls),
        }),
    ],
  )
}

const whole = (value: number | null) => (value ? Math.trunc(value) : undefined)

function queue({ sendingQueue: { batch, ...queue } }: Values): Block {
  return block(
    'sending_queue',
    {
      enabled: queue.enabled,
      block_on_overflow: queue.blockOnOverflow || undefined,
      num_consumers: whole(queue.numConsumers),
      queue_size: whole(queue.queueSize),
      sizer: batch.enabled ? undefined : queue.sizer || undefined,
      storage: queue.storage === '' ? undefined : rawExpression(queue.storage),
    },
    [
      batch.enabled &&
        block('batch', {
          sizer: batch.sizer,
          flush_timeout: batch.flushTimeout,
          min_size: Math.trunc(batch.minSize ?? 0),
          max_size: Math.trunc(batch.maxSize ?? 0),
        }),
    ],
  )
}

function exporter(context: Context): Block {
  const { label, values } = context
  const { retryOnFailure: retry } = values
  return component(
    exporterName(values),
    label,
    {
      timeout: values.protocol === 'http' ? undefined : values.timeout || undefined,
      ...Object.fromEntries(
        otlpSignals.map((signal) => [
          [signal, 'endpoint'].join('_'),
          signalEndpoint(values, signal),
        ]),
      ),
    },
    [
      client(context),
      block('retry_on_failure', {
        enabled: retry.enabled,
        initial_interval: retry.initialInterval,
        max_interval: retry.maxInterval,
        max_elapsed_time: retry.maxElapsedTime,
      }),
      queue(values),
    ],
  )
}

/** Everything from the batches on. */
export function exporterStatements(context: Context): readonly Statement[] {
  const at = (...rest: readonly string[]) => ({
    unit: 'destinations/otlp',
    path: [...context.path, ...rest],
  })
  return [
    ...withOrigin(batchStatements(context), at('processors', 'batch')),
    ...withOrigin(limiterStatements(context), at('processors', 'memoryLimiter')),
    ...withOrigin([exporter(context)], at()),
    ...withOrigin(authentication(context), at('auth')),
  ]
}
