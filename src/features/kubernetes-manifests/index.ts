import type { Block, Statement } from '../../alloy/ast'
import { attribute, block, component, object, quotedRaw, ref } from '../../alloy/build'
import { isRecord, valueAt } from '../../base/record'
import { labelsFrom, matchLines, staticLabels } from '../../pipelines/log-stages'
import { usualObjects } from '../../services/k8s-manifest-tail'
import { printValue } from '../../values/helm'
import type { ValueOf } from '../../values/options'
import type { Feature, FeatureContext } from '../types'
import { options } from './options'

export type Values = ValueOf<typeof options>

const service = 'k8s-manifest-tail'

/** The kinds of objects that the service watches, in lower case. */
function watchedKinds(context: FeatureContext<Values>): string[] {
  const objects = valueAt(context.telemetryService(service), ['config', 'objects'])
  if (!Array.isArray(objects)) return []
  return objects.map((object: unknown) =>
    printValue(isRecord(object) ? object.kind : '').toLowerCase(),
  )
}

const nameKey = (kind: string) => ['k8s', kind, 'name'].join('.')
const metadataKey = (kind: string) => ['k8s', kind, 'name'].join('_')
const attributeOf = (key: string) => "Attributes[?Key=='".concat(key, "'].Value.Value | [0]")

/** Replaces the line of an event whose record says no more than what happened. */
function wordForLine(selector: string, word: string): Block {
  return matchLines(selector, [
    block('stage.template', { source: 'empty_body', template: word }),
    block('stage.output', { source: 'empty_body' }),
  ])
}

/** What the service writes, an OpenTelemetry record a line, becomes a line for each change of an object. */
function stages(kinds: readonly string[], jobLabel: string) {
  return [
    staticLabels({ job: jobLabel }),
    block('stage.json', {
      expressions: object([
        ['body_value', 'Body.Value'],
        ['action', attributeOf('action')],
        ['k8s.namespace.name', attributeOf('k8s.namespace.name')],
        ...kinds.map((kind) => [nameKey(kind), quotedRaw(attributeOf(nameKey(kind)))] as const),
      ]),
    }),
    block('stage.json', { source: 'body_value', expressions: { kind: '' } }),
    labelsFrom(
      ['action', 'action'],
      ['k8s_kind', 'kind'],
      ['k8s_namespace_name', 'k8s.namespace.name'],
    ),
    matchLines('{action="manifest"}', [block('stage.output', { source: 'body_value' })]),
    wordForLine('{action="deleted"}', 'DELETED'),
    wordForLine('{action="created"}', 'CREATED'),
    matchLines('{action="modified"}', [
      block('stage.json', { source: 'body_value', expressions: { previous: '', current: '' } }),
      block('stage.template', {
        source: 'modified_body',
        template:
          '{"previous": {{ if .previous }}{{ .previous }}{{ else }}null{{ end }}, "current": {{ .current }}}',
      }),
      block('stage.output', { source: 'modified_body' }),
    ]),
    block('stage.structured_metadata', {
      values: object(kinds.map((kind) => [metadataKey(kind), nameKey(kind)] as const)),
    }),
  ]
}

/** charts/feature-kubernetes-manifests/templates/_module.alloy.tpl */
function build(context: FeatureContext<Values>): readonly Statement[] {
  const process = component('loki.process', 'manifest_tail', {}, [
    stages(watchedKinds(context), context.values.jobLabel),
    attribute('forward_to', context.destinations('logs')),
  ])
  const pods = component('discovery.kubernetes', 'manifest_tail', { role: 'pod' }, [
    block('selectors', { role: 'pod', label: 'app.kubernetes.io/name='.concat(service) }),
  ])
  const source = component(
    'loki.source.kubernetes',
    'manifest_tail',
    { targets: ref(pods, 'targets') },
    [block('clustering', { enabled: true }), attribute('forward_to', [ref(process, 'receiver')])],
  )
  return [pods, source, process]
}

/** templates/features/_feature_kubernetes_manifests.tpl */
export const kubernetesManifests = {
  key: 'kubernetesManifests',
  path: ['kubernetesManifests'],
  title: 'Kubernetes Manifests',
  name: 'Kubernetes Manifests',
  module: 'kubernetes_manifests',
  group: 'cluster',
  help: 'The manifests of Kubernetes objects and every change of them, as log lines.',
  costs:
    'A small service that watches the Kubernetes API, and one connection to read what it says.',
  pipelines: [{ signal: 'logs', ecosystem: 'loki' }],
  options,
  home: 'alloy-singleton',
  needsClustering: () => false,
  needs: () => ({
    services: [{ name: service, why: 'Kubernetes Manifests reads what this service writes.' }],
    values: [
      {
        path: ['telemetryServices', service, 'config', 'objects'],
        value: usualObjects,
        why: 'The service has to be told what to watch; workloads are what changes most.',
      },
    ],
  }),
  build,
  validate(context) {
    if (context.telemetryService(service).deploy) return
    const path = ['telemetryServices', service, 'deploy']
    context.report({
      code: 'features.service-missing',
      path,
      message:
        'Kubernetes Manifests reads what the service k8s-manifest-tail writes, so this chart has to deploy it.',
      fixes: [{ title: 'Deploy k8s-manifest-tail', edits: [{ path, value: true }], safe: true }],
    })
  },
} satisfies Feature<Values>
