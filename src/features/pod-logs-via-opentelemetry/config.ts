import type { Block, Statement } from '../../alloy/ast'
import { block, component, quotedRaw, rawExpression, ref, type Value } from '../../alloy/build'
import { quote } from '../../alloy/quote'
import { sortedEntries } from '../../base/record'
import { ottlAttribute, ottlDelete, ottlSet } from '../../pipelines/ottl'
import {
  fillEmpty,
  fillMissing,
  forgetLabels,
  nameFromLabels,
  temporaryLabels,
  workloadAttributes,
} from '../../pipelines/service-detection'
import { printValue } from '../../values/helm'
import type { FeatureContext } from '../types'
import type { Values } from '.'

/** What the processor knows of a pod without being told. */
const metadata = [
  'k8s.deployment.name',
  'k8s.statefulset.name',
  'k8s.daemonset.name',
  'k8s.cronjob.name',
  'k8s.job.name',
  'k8s.node.name',
]

const restarts = 'k8s.container.restart_count'

function logFiles(namespaces: readonly string[]): Value {
  return namespaces.map((namespace) =>
    quotedRaw(['/var/log/pods/', namespace, '_*/*/*.log'].join('')),
  )
}

/** A filter's condition reads an attribute under a name of its own, so that it disturbs no other. */
interface Filter {
  readonly attribute: string
  readonly kind: 'annotation' | 'label'
  readonly key: string
  readonly value: unknown
}

function filtersOf({ filters }: Values): Filter[] {
  return (['annotations', 'labels'] as const).flatMap((place) =>
    sortedEntries(filters[place]).map(([key, value]) => ({
      attribute: ['k8s_monitoring.tmp.filter', place, key].join('.'),
      kind: place === 'annotations' ? 'annotation' : 'label',
      key,
      value,
    })),
  )
}

function extraction(
  kind: 'annotation' | 'label',
  attributeName: string,
  key: string,
  from: 'pod' | 'node' | 'namespace',
): Block {
  return block(kind, { tag_name: attributeName, key, from })
}

function extractions(values: Values, filters: readonly Filter[]) {
  const all = (
    kind: 'annotation' | 'label',
    map: Readonly<Record<string, string>>,
    from: 'pod' | 'node' | 'namespace',
  ) => sortedEntries(map).map(([name, key]) => extraction(kind, name, key, from))
  const { annotationSelector: selector } = values
  return [
    block('annotation', {
      key_regex: 'resource.opentelemetry.io/(.*)',
      tag_name: '$1',
      from: 'pod',
    }),
    extraction('annotation', selector, selector, 'pod'),
    all('annotation', values.annotations, 'pod'),
    all('annotation', values.nodeAnnotations, 'node'),
    all('annotation', values.namespaceAnnotations, 'namespace'),
    values.alignServiceNameWithOTelSemConv &&
      Object.values(temporaryLabels).map((label) =>
        extraction('label', label.attribute, label.key, 'pod'),
      ),
    all('label', values.labels, 'pod'),
    all('label', values.nodeLabels, 'node'),
    all('label', values.namespaceLabels, 'namespace'),
    filters.map(({ kind, attribute: name, key }) => extraction(kind, name, key, 'pod')),
  ]
}

/** Conditions of which one is enough to drop a line. */
function dropConditions(values: Values, filters: readonly Filter[]): string[] {
  const is = (name: string, operator: '==' | '!=', value: string) =>
    [ottlAttribute(name, 'resource.attributes'), operator, value].join(' ')
  const { annotationSelector: selector } = values
  return [
    ...(values.discoveryMethod === 'annotation' ? [is(selector, '==', 'nil')] : []),
    ...['false', 'no', 'skip'].map((value) => is(selector, '==', quote(value))),
    ...filters.map(({ attribute: name, value }) =>
      value === null || value === undefined
        ? is(name, '!=', 'nil')
        : is(name, '==', quote(printValue(value))),
    ),
  ]
}

/** What becomes of a line's resource. */
function resourceStatements(values: Values, filters: readonly Filter[]): Value[] {
  const { alignServiceNameWithOTelSemConv: align } = values
  const instanceParts = ['k8s.namespace.name', 'k8s.pod.name', 'k8s.container.name']
    .map((name) => ottlAttribute(name))
    .join(', ')
  const version = ottlAttribute('service.version')
  const instance = ottlAttribute('service.instance.id')
  return [
    ottlDelete(restarts),
    ottlDelete(values.annotationSelector),
    ...filters.map((filter) => ottlDelete(filter.attribute)),
    ...(align ? nameFromLabels() : []),
    ...['app.kubernetes.io/name', ...workloadAttributes, 'k8s.container.name'].map((source) =>
      fillEmpty('service.name', source, 'attributes'),
    ),
    fillEmpty('service.namespace', 'k8s.namespace.name', 'attributes'),
    ...(align
      ? [fillMissing('service.version', temporaryLabels.version.attribute, 'resource.attributes')]
      : []),
    ottlSet(version, ottlAttribute('app.kubernetes.io/version'), [version, '== nil'].join(' ')),
    ottlSet(
      instance,
      ['Concat([', instanceParts, '], ".")'].join(''),
      [instance, '== nil'].join(' '),
    ),
    ...(align ? forgetLabels('instance', 'name', 'version') : []),
    ...sortedEntries(values.staticAttributes).map(([name, value]) =>
      ottlSet(ottlAttribute(name), quote(value)),
    ),
    // Between backquotes as the user wrote it, who may end them to splice in an Alloy expression.
    ...sortedEntries(values.staticAttributesFrom).map(([name, value]) =>
      rawExpression(['`', ottlSet(ottlAttribute(name), value), '`'].join('')),
    ),
  ]
}

/** charts/feature-pod-logs-via-opentelemetry/templates/_module.alloy.tpl */
export function build(context: FeatureContext<Values>): readonly Statement[] {
  const { values } = context
  const filters = filtersOf(values)
  const output = (logs: Value) => block('output', { logs })

  const transform = component('otelcol.processor.transform', 'pod_logs', { error_mode: 'ignore' }, [
    block('log_statements', {
      context: 'resource',
      statements: resourceStatements(values, filters),
    }),
    block('log_statements', { context: 'log', statements: [ottlDelete('log.file.path')] }),
    output(context.destinations('logs')),
  ])

  const filter = component('otelcol.processor.filter', 'pod_logs', { error_mode: 'ignore' }, [
    block('logs', { log_record: dropConditions(values, filters) }),
    output([ref(transform, 'input')]),
  ])

  const enrichment = component('otelcol.processor.k8sattributes', 'pod_logs', {}, [
    block('pod_association', {}, [
      block('source', { from: 'resource_attribute', name: 'k8s.pod.uid' }),
    ]),
    block('extract', { otel_annotations: values.otelAnnotations, metadata }, [
      extractions(values, filters),
    ]),
    output([ref(filter, 'input')]),
  ])

  const source = component(
    'otelcol.receiver.filelog',
    'pod_logs',
    {
      include:
        values.namespaces.length > 0 ? logFiles(values.namespaces) : ['/var/log/pods/*/*/*.log'],
      exclude: values.excludeNamespaces.length > 0 ? logFiles(values.excludeNamespaces) : undefined,
      start_at: values.onlyGatherNewLogLines ? 'end' : 'beginning',
      include_file_name: false,
      include_file_path: true,
      operators: [{ type: 'container', add_metadata_from_filepath: true }],
    },
    [output([ref(enrichment, 'input')])],
  )
  return [source, enrichment, filter, transform]
}
