import type { Block, Expression, Statement } from '../../alloy/ast'
import { attribute, block, component, number, object, rawStatements, ref } from '../../alloy/build'
import { externalLabels, hasExternalLabels } from '../../pipelines/cluster-labels'
import {
  authentication,
  headerEntries,
  httpClients,
  proxyAttributes,
  tenantHeader,
  tlsBlock,
  urlExpression,
} from '../../pipelines/http'
import { httpSecretFields } from '../../pipelines/http-options'
import { authenticationType, secretHolder } from '../../pipelines/secrets'
import { printNumber } from '../../values/helm'
import type { DestinationContext } from '../types'
import { dropPodKey, enriches, enrichmentChain } from './enrichment'
import type { PrometheusValues } from './options'

type Context = DestinationContext<PrometheusValues>

export const secretFields = [
  ...httpSecretFields.slice(0, -3),
  'auth.sigv4.accessKey',
  'auth.sigv4.secretKey',
  ...httpSecretFields.slice(-3),
]

/** The message of remote write's second version. */
export const version2Message = 'io.prometheus.write.v2.Request'

/** What metrics of the prometheus ecosystem go to: the enrichment if there is any, else the writer. */
export function prometheusReceiver({ label, values }: Context): Expression {
  const name = enriches(values) ? 'prometheus.relabel' : 'prometheus.remote_write'
  return ref({ name, label }, 'receiver')
}

/** The message format, where it is not Alloy's own choice. */
export function protobufMessage(values: PrometheusValues): string | undefined {
  if (values.protobufMessage !== '') return values.protobufMessage
  return Math.trunc(values.remoteWriteProtocol) === 2 ? version2Message : undefined
}

/**
 * templates/destinations/_destination_prometheus.tpl. Metrics that come as OTLP are converted and go
 * straight to the writer, past the enrichment.
 */
export function prometheusStatements(context: Context): Statement[] {
  const { label, values } = context
  const write = remoteWrite(context)
  const receiver = ref(write, 'receiver')
  const conversion = values.openTelemetryConversion
  return [
    component('otelcol.exporter.prometheus', label, {
      add_metric_suffixes: conversion.addMetricSuffixes,
      resource_to_telemetry_conversion: conversion.resourceToTelemetryConversion,
      keep_identifying_resource_attributes: conversion.keepIdentifyingResourceAttributes,
      forward_to: [receiver],
    }),
    ...enrichmentChain(context, receiver),
    write,
  ]
}

function remoteWrite(context: Context): Block & { readonly label: string } {
  const { label, values, cluster } = context
  const { truncateFrequency, minKeepaliveTime, maxKeepaliveTime } = values.writeAheadLog
  return component('prometheus.remote_write', label, {}, [
    endpoint(context),
    block('wal', {
      truncate_frequency: truncateFrequency,
      min_keepalive_time: minKeepaliveTime,
      max_keepalive_time: maxKeepaliveTime,
    }),
    hasExternalLabels(values) && attribute('external_labels', externalLabels(cluster, values)),
  ])
}

function endpoint({ values, path, name, ...context }: Context): Block {
  const holder = secretHolder({ ...context, name, values }, secretFields)
  // A request signed for AWS goes to a workspace of its own, so no tenant goes with it.
  const tenant = authenticationType(values) === 'sigv4' ? [] : tenantHeader(holder)
  const origin = {
    unit: ['destinations', name].join('/'),
    path: [...path, 'metricProcessingRules'],
  }
  return block(
    'endpoint',
    {
      url: urlExpression(values),
      protobuf_message: protobufMessage(values),
      headers: object([...tenant, ...headerEntries(values)]),
      ...proxyAttributes(values),
      send_native_histograms: values.sendNativeHistograms,
    },
    [
      authentication(holder, values.auth, httpClients.prometheus),
      tlsBlock(holder, values.tls),
      queue(values),
      dropPodKey(values),
      rawStatements(values.metricProcessingRules, origin),
    ],
  )
}

/** Nothing and zero mean the chart's own numbers here, written once more in its template. */
function queue({ queueConfig }: PrometheusValues): Block {
  const integer = (value: number, initial: number) => number(printNumber(value || initial))
  return block('queue_config', {
    capacity: integer(queueConfig.capacity, 10000),
    min_shards: integer(queueConfig.minShards, 1),
    max_shards: integer(queueConfig.maxShards, 50),
    max_samples_per_send: integer(queueConfig.maxSamplesPerSend, 2000),
    batch_send_deadline: queueConfig.batchSendDeadline || '5s',
    min_backoff: queueConfig.minBackoff || '30ms',
    max_backoff: queueConfig.maxBackoff || '5s',
    retry_on_http_429: queueConfig.retryOnHttp429,
    sample_age_limit: queueConfig.sampleAgeLimit || '0s',
  })
}
