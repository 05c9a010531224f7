import type { Block, Expression, Statement } from '../../alloy/ast'
import { attribute, block, component, object, rawStatements, ref } from '../../alloy/build'
import { externalLabels } from '../../pipelines/cluster-labels'
import {
  authentication,
  headerEntries,
  httpClients,
  proxyAttributes,
  tenantExpression,
  tlsBlock,
  urlExpression,
} from '../../pipelines/http'
import { httpSecretFields } from '../../pipelines/http-options'
import { secretHolder } from '../../pipelines/secrets'
import { printNumber } from '../../values/helm'
import type { DestinationContext } from '../types'
import type { LokiValues } from './options'

type Context = DestinationContext<LokiValues>

/** What logs of the loki ecosystem go to: the stages if there are any, else the writer. */
export function lokiReceiver({ label, values }: Context): Expression {
  const name = values.logProcessingStages === '' ? 'loki.write' : 'loki.process'
  return ref({ name, label }, 'receiver')
}

/** templates/destinations/_destination_loki.tpl */
export function lokiStatements(context: Context): Statement[] {
  const { label, values, path } = context
  const write = lokiWrite(context)
  const exporter = component('otelcol.exporter.loki', label, {
    forward_to: [lokiReceiver(context)],
  })
  if (values.logProcessingStages === '') return [exporter, write]
  const origin = {
    unit: ['destinations', context.name].join('/'),
    path: [...path, 'logProcessingStages'],
  }
  const process = component('loki.process', label, {}, [
    rawStatements(values.logProcessingStages, origin),
    attribute('forward_to', [ref(write, 'receiver')]),
  ])
  return [exporter, process, write]
}

function lokiWrite(context: Context): Block & { readonly label: string } {
  const { label, values, cluster } = context
  const holder = secretHolder(context, httpSecretFields)
  const headers = headerEntries(values)
  const endpoint = block(
    'endpoint',
    {
      url: urlExpression(values),
      remote_timeout: values.timeout || undefined,
      retry_on_http_429: values.retryOnHttp429,
      batch_size: values.batchSize || undefined,
      batch_wait: values.batchWait || undefined,
      tenant_id: tenantExpression(holder),
      headers: headers.length > 0 ? object(headers) : undefined,
      ...proxyAttributes(values),
      min_backoff_period: values.minBackoffPeriod,
      max_backoff_period: values.maxBackoffPeriod,
      max_backoff_retries: printNumber(values.maxBackoffRetries),
    },
    [authentication(holder, values.auth, httpClients.loki), tlsBlock(holder, values.tls)],
  )
  const { enabled, minReadFrequency, maxReadFrequency, drainTimeout, maxSegmentAge } =
    values.writeAheadLog
  return component('loki.write', label, {}, [
    endpoint,
    attribute('external_labels', externalLabels(cluster, values)),
    enabled &&
      block('wal', {
        enabled: true,
        min_read_frequency: minReadFrequency || undefined,
        max_read_frequency: maxReadFrequency || undefined,
        drain_timeout: drainTimeout || undefined,
        max_segment_age: maxSegmentAge || undefined,
      }),
  ])
}
