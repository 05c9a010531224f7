import type { Block, Statement } from '../../alloy/ast'
import { type Attributes, component, ref } from '../../alloy/build'
import { podAnnotation, podLabel } from '../../base/names'
import { sortedEntries } from '../../base/record'
import { discoveredNamespaces, dropNamespaces, keepNamespaces } from '../namespaces'
import { attachMetadata, nodeLabelRules, wantsNodeMetadata } from '../node-labels'
import { ownNodeSelector } from '../own-node'
import { copyLabel, drop, keep, rule } from '../rules'
import { labelSelector, selectorTerms } from '../selectors'
import {
  firstLabel,
  serviceNameSources,
  serviceScopeRules,
  workloadNameRules,
} from '../service-identity'
import type { PodLogValues } from './options'

/** In what the two ways of gathering differ. */
export interface PodDiscovery {
  readonly values: PodLogValues
  /** `node` reads the files of its own node, so it finds that node's pods alone and needs their paths. */
  readonly from: 'node' | 'api'
  /** Look for a service's name where OpenTelemetry's conventions say. */
  readonly alignServiceName: boolean
  /** Rules that come last: those of integrations, then the user's. */
  readonly extraRules: readonly Statement[]
}

const container = '__meta_kubernetes_pod_container_name'

/** Finds the pods, and makes a target with its labels of each container: two components. */
export function discoverPods(discovery: PodDiscovery) {
  const pods = component('discovery.kubernetes', 'pods', { role: 'pod' }, podSelectors(discovery))
  const filtered = component(
    'discovery.relabel',
    'filtered_pods',
    { targets: ref(pods, 'targets') },
    [
      selectionRules(discovery.values),
      identityRules(discovery),
      metadataRules(discovery.values),
      discovery.from === 'node' && pathRules(),
      nodeLabelRules(discovery.values.nodeLabels),
      discovery.extraRules,
    ],
  )
  return { components: [pods, filtered], targets: ref(filtered, 'output') }
}

function podSelectors({ values, from }: PodDiscovery) {
  return [
    from === 'node' && ownNodeSelector(),
    discoveredNamespaces(values.namespaces),
    labelSelector('pod', selectorTerms(values.labelSelectors)),
    labelSelector('node', selectorTerms(values.nodeSelectors)),
    attachMetadata({
      namespace: values.attachNamespaceMetadata,
      node: wantsNodeMetadata(values.nodeLabels) || Object.keys(values.nodeSelectors).length > 0,
    }),
  ]
}

function selectionRules(values: PodLogValues) {
  const annotation = podAnnotation(values.annotationSelector)
  return [
    rule({
      source_labels: ['__meta_kubernetes_namespace'],
      action: 'replace',
      target_label: 'namespace',
    }),
    keepNamespaces(values.namespaces),
    dropNamespaces(values.excludeNamespaces),
    values.discoveryMethod === 'annotation' && keep([annotation], '.+'),
    drop([annotation], '(false|no|skip)'),
  ]
}

/** Where the log line comes from. The two ways spell defaults out in different places. */
function identityRules({ from, alignServiceName }: PodDiscovery): Block[] {
  const copied: Attributes = from === 'node' ? { replacement: '$1' } : {}
  const replaced: Attributes = from === 'node' ? {} : { action: 'replace' }
  const { annotation, instance, name, workload } = serviceNameSources
  return [
    copyLabel('__meta_kubernetes_pod_name', 'pod'),
    copyLabel(container, 'container'),
    rule({
      source_labels: ['__meta_kubernetes_namespace', container],
      separator: '/',
      ...copied,
      target_label: 'job',
    }),
    rule({
      source_labels: ['__meta_kubernetes_pod_container_id'],
      regex: '^(\\S+):\\/\\/.+$',
      ...copied,
      target_label: 'tmp_container_runtime',
    }),
    ...(alignServiceName
      ? [
          ...workloadNameRules(),
          firstLabel(
            [annotation, instance, name, workload, '__meta_kubernetes_pod_name', container],
            'service_name',
            replaced,
          ),
        ]
      : [
          firstLabel(
            [annotation, name, from === 'node' ? container : 'container'],
            'service_name',
            replaced,
          ),
        ]),
    ...serviceScopeRules(replaced),
  ]
}

function metadataRules(values: PodLogValues): Block[] {
  const copyUnlessEmpty = (source: string, target: string) =>
    rule({ source_labels: [source], regex: '(.+)', target_label: target })
  return [
    rule({
      action: 'labelmap',
      regex: '__meta_kubernetes_pod_annotation_resource_opentelemetry_io_(.+)',
    }),
    ...sortedEntries(values.annotations).map(([label, key]) =>
      copyUnlessEmpty(podAnnotation(key), label),
    ),
    ...sortedEntries(values.labels).map(([label, key]) => copyUnlessEmpty(podLabel(key), label)),
  ]
}

/** The container's log files. Those of a static pod are filed under the hash that its mirror carries. */
function pathRules(): Block[] {
  const path = { replacement: '/var/log/pods/*$1/*.log', target_label: '__path__' }
  return [
    rule({ source_labels: ['__meta_kubernetes_pod_uid', container], separator: '/', ...path }),
    rule({
      source_labels: [podAnnotation('kubernetes.io/config.mirror'), container],
      separator: '/',
      regex: '(.+/.+)',
      ...path,
    }),
  ]
}
