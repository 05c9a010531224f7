import type { Block, Expression, Statement } from '../../alloy/ast'
import { type Attributes, block, component, ref } from '../../alloy/build'
import {
  escapeLabel,
  namespaceAnnotation,
  namespaceLabel,
  podAnnotation,
  podLabel,
} from '../../base/names'
import { sortedEntries } from '../../base/record'
import { enrichment, type LabelEcosystem } from '../../pipelines/enrichment'
import { pipelineSuffix } from '../../pipelines/ottl'
import { copyLabel, rule } from '../../pipelines/rules'
import type { ValueOf } from '../../values/options'
import type { Pipeline, Signal } from '../../values/signals'
import type { ProcessorContext } from '../types'
import type { options } from './options'

export type Values = ValueOf<typeof options>
export type Context = ProcessorContext<Values>

/** Namespace and pod name in one label: what a record is matched to its pod by. */
const podKey = '__meta_kubernetes_namespace_pod'

const joinPodKey = (sources: readonly string[]): Block =>
  rule({ source_labels: sources, regex: '(.+;.+)', target_label: podKey })

const isUsed = (...maps: readonly Readonly<Record<string, unknown>>[]) =>
  maps.some((map) => Object.keys(map).length > 0)

const wantsNamespaces = (values: Values) =>
  isUsed(values.namespaceLabels, values.namespaceAnnotations)
const wantsPods = (values: Values) => isUsed(values.podLabels, values.podAnnotations)

/** The settings in the order in which the chart writes them, with what each means to discovery and OTLP. */
const podSettings = [
  { setting: 'podLabels', meta: podLabel, from: 'pod', block: 'label' },
  { setting: 'podAnnotations', meta: podAnnotation, from: 'pod', block: 'annotation' },
] as const
const namespaceSettings = [
  { setting: 'namespaceLabels', meta: namespaceLabel, from: 'namespace', block: 'label' },
  {
    setting: 'namespaceAnnotations',
    meta: namespaceAnnotation,
    from: 'namespace',
    block: 'annotation',
  },
] as const
const settings = [...podSettings, ...namespaceSettings]

const labelOf = ({ label }: Context, ...rest: readonly string[]) => [label, ...rest].join('_')

/** Discovery of pods, once for all slices of a collector; the API server is watched only once. */
export function discovery(context: Context): readonly Statement[] {
  const { values } = context
  const label = labelOf(context, 'pods')
  const pods = component('discovery.kubernetes', label, { role: 'pod' }, [
    wantsNamespaces(values)
      ? block('attach_metadata', { namespace: true })
      : isUsed(values.podLabels) &&
        !isUsed(values.podAnnotations) &&
        block('selectors', {
          role: 'pod',
          label: Object.values(values.podLabels).sort().join(','),
        }),
  ])
  const relabelled = component('discovery.relabel', label, { targets: ref(pods, 'targets') }, [
    wantsPods(values) && joinPodKey(['__meta_kubernetes_namespace', '__meta_kubernetes_pod_name']),
    settings.map(({ setting, meta }) =>
      sortedEntries(values[setting]).map(([name, source]) =>
        copyLabel(meta(source), escapeLabel(name)),
      ),
    ),
  ])
  return [pods, relabelled]
}

function copiedLabels(values: Values, of: typeof podSettings | typeof namespaceSettings): string[] {
  return of.flatMap(({ setting }) =>
    sortedEntries(values[setting]).map(([name]) => escapeLabel(name)),
  )
}

/** The slice of a label ecosystem: match on the namespace, then on namespace and pod together. */
export function labelSlice(
  context: Context,
  ecosystem: LabelEcosystem,
  suffix: string,
  output: Expression,
): readonly Statement[] {
  const { values } = context
  const { relabel, enrich, matchLabel } = enrichment[ecosystem]
  const targets = ref({ name: 'discovery.relabel', label: labelOf(context, 'pods') }, 'output')
  const input = (name: string, part: string) =>
    ref({ name, label: labelOf(context, part, suffix) }, 'receiver')
  const relabelling = (part: string, forwardTo: Expression, rules: readonly (Block | false)[]) =>
    component(
      relabel,
      labelOf(context, part, suffix),
      { forward_to: [forwardTo], ...(ecosystem === 'loki' && { max_cache_size: 100 }) },
      rules,
    )
  const enriching = (part: string, attributes: Attributes) =>
    component(enrich, labelOf(context, part, suffix), { targets, ...attributes })
  const namespaces = wantsNamespaces(values)
  const pods = wantsPods(values)
  const podInput = input(enrich, 'pod')
  return [
    relabelling('in', namespaces ? input(enrich, 'ns') : podInput, [
      pods && joinPodKey(['namespace', 'pod']),
    ]),
    ...(namespaces
      ? [
          enriching('ns', {
            target_match_label: '__meta_kubernetes_namespace',
            [matchLabel]: 'namespace',
            labels_to_copy: copiedLabels(values, namespaceSettings),
            forward_to: [pods ? podInput : output],
          }),
        ]
      : []),
    ...(pods
      ? [
          enriching('pod', {
            target_match_label: podKey,
            labels_to_copy: copiedLabels(values, podSettings),
            forward_to: [input(relabel, 'cleanup')],
          }),
          relabelling('cleanup', output, [rule({ action: 'labeldrop', regex: podKey })]),
        ]
      : []),
  ]
}

const resourceSource = (name: string) => block('source', { from: 'resource_attribute', name })

/** By what an OTLP record finds its pod, in order of preference. */
const associations: readonly (readonly Block[])[] = [
  [resourceSource('k8s.pod.name'), resourceSource('k8s.namespace.name')],
  [resourceSource('k8s.pod.ip')],
  [resourceSource('k8s.pod.uid')],
  [block('source', { from: 'connection' })],
]

/** Where a slice takes data in. */
export function input({ label }: Pick<Context, 'label'>, pipeline: Pipeline): Expression {
  const name = [label, 'in', pipelineSuffix(pipeline)].join('_')
  const { ecosystem } = pipeline
  return ecosystem === 'otlp'
    ? ref({ name: 'otelcol.processor.k8sattributes', label: name }, 'input')
    : ref({ name: enrichment[ecosystem].relabel, label: name }, 'receiver')
}

/** The slice of an OTLP signal; the names that the data gets are taken as they are. */
export function otlpSlice(
  context: Context,
  signal: Signal,
  suffix: string,
  output: Expression,
): readonly Statement[] {
  return [
    component('otelcol.processor.k8sattributes', labelOf(context, 'in', suffix), {}, [
      block('extract', { metadata: [] }, [
        settings.map(({ setting, from, block: name }) =>
          sortedEntries(context.values[setting]).map(([tag, key]) =>
            block(name, { from, key, tag_name: tag }),
          ),
        ),
      ]),
      associations.map((sources) => block('pod_association', {}, sources)),
      block('output', { [signal]: [output] }),
    ]),
  ]
}
