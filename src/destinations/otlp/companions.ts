/**
 * The extra Alloys of an OTLP destination: one that samples traces, one that makes metrics of them
 * (templates/alloy-sampler.yaml, templates/alloy-servicegraph.yaml).
 */
import type { Block, Expression, Statement } from '../../alloy/ast'
import { block, comment, component, number, ref, withOrigin } from '../../alloy/build'
import { isRecord, valueAt } from '../../base/record'
import { Findings } from '../../diagnostics/findings'
import { secretComponent, secretHolder } from '../../pipelines/secrets'
import { conform } from '../../values/conform'
import { mergeOverwrite, printNumber } from '../../values/helm'
import { defaultOf } from '../../values/options'
import { selectDestinations } from '../selection'
import type { Companion, DestinationInstance } from '../types'
import type { Context, Values } from './context'
import { exporterStatements, exporterTarget } from './exporter'
import { companionName } from './load-balancing'
import { options } from './options'
import { policyBlock } from './policies'
import { secretFields } from './secret-fields'

type Tree = Readonly<Record<string, unknown>>

/** `collector` of an extra Alloy as the user has it over the defaults, of whatever types. */
function collectorValues(context: Context, section: 'tailSampling' | 'serviceGraphMetrics'): Tree {
  const path = ['processors', section, 'collector']
  const written = valueAt(context.user, path)
  if (written === null) return {}
  const { collector } = options.fields.processors.fields[section].fields
  const defaults = defaultOf(collector)
  return mergeOverwrite(defaults, written)
}

/** Takes traces in from the collectors (templates/otlp/_receiver_otlp.tpl). */
function receiver(label: string, size: string, traces: Expression): Block {
  return component('otelcol.receiver.otlp', label, {}, [
    block('grpc', { max_recv_msg_size: size }),
    block('output', { traces: [traces] }),
  ])
}

/** A destination inside an extra Alloy, with the Secret that it reads. */
function destinationStatements(
  destination: Pick<DestinationInstance, 'name' | 'type' | 'context'>,
  fields: readonly string[],
  statements: readonly Statement[],
): readonly Statement[] {
  const { name, type, context } = destination
  const secret = secretComponent(secretHolder(context, fields))
  return [
    comment(['Destination: ', name, ' (', type, ')'].join('')),
    ...withOrigin([...statements, ...(secret ? [secret] : [])], {
      unit: ['destinations', type].join('/'),
      path: context.path,
    }),
  ]
}

const whole = (value: number) => (value === 0 ? undefined : number(printNumber(value)))

/** The sampling itself (templates/otlp/sampler/_processor_tail_sampling.tpl). */
function tailSampler(context: Context): Block & { readonly label: string } {
  const { tailSampling } = context.values.processors
  const { decisionCache } = tailSampling
  const written = valueAt(context.user, ['processors', 'tailSampling', 'decisionCache'])
  return component(
    'otelcol.processor.tail_sampling',
    'tail_sampler',
    {
      decision_wait: tailSampling.decisionWait,
      decision_cache:
        written === null
          ? undefined
          : {
              sampled_cache_size: number(printNumber(decisionCache.sampledCacheSize)),
              non_sampled_cache_size: number(printNumber(decisionCache.nonSampledCacheSize)),
            },
      num_traces: whole(tailSampling.numTraces),
      expected_new_traces_per_sec: whole(tailSampling.expectedNewTracesPerSec),
    },
    [
      tailSampling.policies.map(policyBlock),
      block('output', { traces: [exporterTarget(context)] }),
    ],
  )
}

function sampler(context: Context): Companion {
  const { receiver: its } = context.values.processors.tailSampling
  const path = [...context.path, 'processors', 'tailSampling']
  const name = companionName(context, 'sampler')
  const sampling = tailSampler(context)
  return {
    kind: 'sampler',
    name,
    path,
    collectorValues: mergeOverwrite(collectorValues(context, 'tailSampling'), {
      fullnameOverride: name,
    }),
    body: [
      ...withOrigin(
        [
          receiver(
            'sampler_receiver',
            its.otlp.grpc.maxReceivedMessageSize,
            ref(sampling, 'input'),
          ),
          sampling,
        ],
        { unit: 'destinations/otlp', path },
      ),
      ...destinationStatements(
        { name: context.name, type: 'otlp', context },
        secretFields,
        exporterStatements(context),
      ),
    ],
  }
}

interface MetricsDestination {
  readonly targets: readonly Expression[]
  readonly statements: readonly Statement[]
}

/**
 * A destination of the service graph's metrics. Pods make the same series, so those of Prometheus
 * get the pod's name as a label, in the place of any labels from expressions. Every other type is
 * taken for OTLP.
 */
function metricsDestination(destination: DestinationInstance): MetricsDestination {
  const { name, type, unit } = destination
  if (type === 'prometheus') {
    const context = {
      ...destination.context,
      values: {
        ...destination.context.values,
        extraLabelsFrom: { collector_id: 'env("POD_NAME")' },
      },
    }
    return {
      targets: unit.target(context, { signal: 'metrics', ecosystem: 'otlp' }),
      statements: destinationStatements(
        { name, type, context },
        unit.secretFields,
        unit.build(context),
      ),
    }
  }
  const values: Values = conform(
    options,
    destination.context.user,
    destination.context.path,
    new Findings(),
  )
  const context = { ...destination.context, values }
  return {
    targets: [exporterTarget(context)],
    statements: destinationStatements(
      { name, type, context },
      unit.secretFields,
      exporterStatements(context),
    ),
  }
}

/** Names of the destinations of the service graph's metrics. */
export function graphDestinations({ values, others }: Context): readonly string[] {
  const { destinations } = values.processors.serviceGraphMetrics
  return selectDestinations(others, { signal: 'metrics', ecosystem: 'otlp' }, destinations).names
}

/** The making of metrics (templates/otlp/servicegraph/_connector_service_graph.tpl). */
function connector(
  { values }: Context,
  metrics: readonly Expression[],
): Block & { readonly label: string } {
  const graph = values.processors.serviceGraphMetrics
  return component(
    'otelcol.connector.servicegraph',
    'service_graph_metrics',
    {
      cache_loop: graph.cacheLoop,
      database_name_attributes:
        graph.databaseNameAttribute === ''
          ? graph.databaseNameAttributes
          : [graph.databaseNameAttribute],
      dimensions: graph.dimensions,
      latency_histogram_buckets: graph.latencyHistogramBuckets,
      metrics_flush_interval: graph.metricsFlushInterval,
      store_expiration_loop: graph.storeExpirationLoop,
    },
    [block('output', { metrics })],
  )
}

const podName = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }

function serviceGraph(context: Context): Companion {
  const graph = context.values.processors.serviceGraphMetrics
  const path = [...context.path, 'processors', 'serviceGraphMetrics']
  const name = companionName(context, 'servicegraph')
  const given = collectorValues(context, 'serviceGraphMetrics')
  const written = valueAt(given, ['alloy', 'extraEnv'])
  const environment: readonly unknown[] = Array.isArray(written) ? written : []
  const hasPodName = environment.some((entry) => isRecord(entry) && entry.name === podName.name)
  const { resolver } = graph.loadBalancer
  const metrics = graphDestinations(context).flatMap((to) => {
    const destination = context.others.get(to)
    return destination ? [metricsDestination(destination)] : []
  })
  const making = connector(
    context,
    metrics.flatMap(({ targets }) => targets),
  )
  return {
    kind: 'servicegraph',
    name,
    path,
    collectorValues: mergeOverwrite(
      { fullnameOverride: name },
      given,
      { alloy: { extraEnv: hasPodName ? environment : [...environment, podName] } },
      // Addresses of single pods are only known to a service without an address of its own.
      resolver === 'dns' || resolver === 'static' ? { service: { clusterIP: 'None' } } : {},
    ),
    body: [
      ...withOrigin(
        [
          receiver(
            'service_graph_receiver',
            graph.receiver.otlp.grpc.maxReceivedMessageSize,
            ref(making, 'input'),
          ),
          making,
        ],
        { unit: 'destinations/otlp', path },
      ),
      ...metrics.flatMap(({ statements }) => statements),
    ],
  }
}

/** The extra Alloys that a destination asks for: samplers come first, as the chart's files do. */
export function companions(context: Context): readonly Companion[] {
  const { tailSampling, serviceGraphMetrics } = context.values.processors
  return [
    ...(tailSampling.enabled ? [sampler(context)] : []),
    ...(serviceGraphMetrics.enabled ? [serviceGraph(context)] : []),
  ]
}
