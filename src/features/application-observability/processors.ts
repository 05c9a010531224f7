import { attribute, block, component, quotedRaw, type Value } from '../../alloy/build'
import { isRecord, sortedEntries } from '../../base/record'
import { ownNode } from '../../pipelines/own-node'
import { temporaryLabels } from '../../pipelines/service-detection'
import { isEmpty, printValue } from '../../values/helm'
import type { Values } from './options'
import { type Outputs, outputBlock } from './outputs'

const label = 'default'

/** templates/_processor_memory_limiter.tpl */
export function memoryLimiter(values: Values, outputs: Outputs) {
  const { checkInterval, limit } = values.processors.memoryLimiter
  return component(
    'otelcol.processor.memory_limiter',
    label,
    { check_interval: checkInterval, limit },
    [outputBlock(values, outputs)],
  )
}

/** templates/_processor_batch.tpl */
export function batch(values: Values, outputs: Outputs) {
  const { size, maxSize, timeout } = values.processors.batch
  return component(
    'otelcol.processor.batch',
    label,
    { send_batch_size: size, send_batch_max_size: maxSize, timeout },
    [outputBlock(values, outputs)],
  )
}

/** templates/_processor_interval.tpl */
export function interval(values: Values, { metrics }: Outputs) {
  const { interval: every, passthrough } = values.processors.interval
  return component('otelcol.processor.interval', label, { interval: every }, [
    block('passthrough', { gauge: passthrough.gauge, summary: passthrough.summary }),
    outputBlock(values, { metrics }),
  ])
}

function unlessEmpty(list: readonly string[]): Value {
  return list.length > 0 ? list : undefined
}

/** Whether any signal that is on has filters. */
export function hasFilters({ metrics, logs, traces }: Values): boolean {
  const any = (signal: {
    enabled: boolean
    filters: Readonly<Record<string, readonly string[]>>
  }) => signal.enabled && Object.values(signal.filters).some((filter) => !isEmpty(filter))
  return any(metrics) || any(logs) || any(traces)
}

/** templates/_processor_filter.tpl */
export function filter(values: Values, outputs: Outputs) {
  const { metrics, logs, traces } = values
  const { metric, datapoint } = metrics.filters
  const { log_record: logRecord } = logs.filters
  const { span, spanevent } = traces.filters
  return component(
    'otelcol.processor.filter',
    label,
    { error_mode: values.processors.filter.errorMode },
    [
      metrics.enabled &&
        metric.length + datapoint.length > 0 &&
        block('metrics', { metric: unlessEmpty(metric), datapoint: unlessEmpty(datapoint) }),
      logs.enabled && logRecord.length > 0 && block('logs', { log_record: logRecord }),
      traces.enabled &&
        span.length + spanevent.length > 0 &&
        block('traces', { span: unlessEmpty(span), spanevent: unlessEmpty(spanevent) }),
      outputBlock(values, outputs),
    ],
  )
}

type Selector = Values['processors']['k8sattributes']['filters']['byLabel'][number]

const selectorAttributes = ({ key, value, op }: Selector) => [
  attribute('key', key),
  attribute('value', value),
  op !== '' && attribute('op', op),
]

/** For which pods to add facts. All label filters share one block, where Alloy wants one each. */
function podFilter({ filters }: Values['processors']['k8sattributes']) {
  const { byNode, ownNode: own, byNamespace, byLabel, byField } = filters
  if (!byNode && !own && !byNamespace && byLabel.length + byField.length === 0) return undefined
  return block(
    'filter',
    {
      node: byNode ? byNode : own ? ownNode() : undefined,
      namespace: byNamespace || undefined,
    },
    [
      byLabel.length > 0 && block('label', {}, byLabel.map(selectorAttributes)),
      byField.map((selector) => block('field', {}, selectorAttributes(selector))),
    ],
  )
}

/** The user's own `label` or `annotation` block: any attributes, as texts. */
function ownExtraction(name: 'label' | 'annotation', given: Readonly<Record<string, string>>) {
  return block(
    name,
    {},
    sortedEntries(given).map(([key, value]) => attribute(key, value)),
  )
}

/** templates/_processor_k8sattributes.tpl */
export function k8sattributes(values: Values, outputs: Outputs) {
  const { k8sattributes: own } = values.processors
  const align = values.alignServiceNameWithOTelSemConv
  return component('otelcol.processor.k8sattributes', label, { passthrough: own.passthrough }, [
    podFilter(own),
    block(
      'extract',
      {
        otel_annotations: own.otelAnnotations || align || undefined,
        metadata: unlessEmpty(own.metadata),
      },
      [
        align &&
          [temporaryLabels.instance, temporaryLabels.name].map((temporary) =>
            block('label', {
              tag_name: temporary.attribute,
              key: temporary.key,
              from: 'pod',
            }),
          ),
        own.labels.map((given) => ownExtraction('label', given)),
        own.annotations.map((given) => ownExtraction('annotation', given)),
      ],
    ),
    own.podAssociation.map(({ from, name }) =>
      block('pod_association', {}, [
        block('source', { from: quotedRaw(from), name: name ? quotedRaw(name) : undefined }),
      ]),
    ),
    outputBlock(values, outputs),
  ])
}

type Detector = Readonly<Record<string, unknown>>

const texts = (value: unknown): Value =>
  Array.isArray(value) ? value.map(printValue) : printValue(value)

/** Arguments of the detectors that have any: the argument, and the setting that holds it. */
const detectorArguments: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  ec2: [['tags', 'tags']],
  consul: [
    ['address', 'address'],
    ['datacenter', 'datacenter'],
    ['token', 'token'],
    ['namespace', 'namespace'],
    ['meta', 'meta'],
  ],
  system: [['hostname_sources', 'hostnameSources']],
  openshift: [
    ['address', 'address'],
    ['token', 'token'],
  ],
  kubernetesNode: [
    ['auth_type', 'authType'],
    ['node_from_env_var', 'nodeFromEnvVar'],
  ],
}

/** Alloy's name of a detector. */
function detectorName(key: string): string {
  return key.replaceAll('kubernetesNode', 'kubernetes_node')
}

function detectorBlock(key: string, settings: Detector) {
  const known = Object.hasOwn(detectorArguments, key) ? detectorArguments[key] : undefined
  const { resourceAttributes } = settings
  return block(
    key === 'kubernetesNode' ? 'kubernetes_node' : key,
    Object.fromEntries(
      (known ?? []).flatMap(([name, setting]) =>
        isEmpty(settings[setting]) ? [] : [[name, texts(settings[setting])]],
      ),
    ),
    [
      isRecord(resourceAttributes) &&
        !isEmpty(resourceAttributes) &&
        block(
          'resource_attributes',
          {},
          sortedEntries(resourceAttributes).map(
            ([name, wanted]) =>
              isRecord(wanted) && !isEmpty(wanted.enabled) && block(name, { enabled: true }),
          ),
        ),
    ],
  )
}

/** templates/_processor_resourcedetection.tpl */
export function resourceDetection(values: Values, outputs: Outputs) {
  const { override, ...all } = values.processors.resourceDetection
  const detectors = sortedEntries<unknown>(all).flatMap(([key, settings]) =>
    isRecord(settings) && !isEmpty(settings.enabled) ? [{ key, settings }] : [],
  )
  return component(
    'otelcol.processor.resourcedetection',
    label,
    { detectors: detectors.map(({ key }) => detectorName(key)), override },
    [
      detectors.map(({ key, settings }) => key !== 'env' && detectorBlock(key, settings)),
      outputBlock(values, outputs),
    ],
  )
}
