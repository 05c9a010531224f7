import type { Block, Statement } from '../../alloy/ast'
import { block, component, quotedRaw, ref, withOrigin } from '../../alloy/build'
import { collect, discover } from '../../pipelines/metrics-source'
import { namespacesBlock } from '../../pipelines/namespaces'
import { copyLabel, drop, rule, setLabel } from '../../pipelines/rules'
import { serviceAccount } from '../../pipelines/scrape'
import { labelSelector, matcherTerms } from '../../pipelines/selectors'
import { tuneWithDefaults } from '../../pipelines/tuning'
import { deployedNamespace } from '../telemetry-service'
import {
  cadvisorMetrics,
  kubeletMetrics,
  kubeletProbeMetrics,
  kubeletResourceMetrics,
  kubeStateMetrics,
} from './allow-lists'
import { apiServerAddress, type Context, unit, type Values } from './context'
import { controlPlane } from './control-plane'

/** The endpoints of the kubelet, in the chart's order (templates/_kubelet*.alloy.tpl, _cadvisor.alloy.tpl). */
const nodeSources = [
  { key: 'kubelet', label: 'kubelet', path: '', metrics: kubeletMetrics },
  {
    key: 'kubeletResource',
    label: 'kubelet_resources',
    path: '/resource',
    metrics: kubeletResourceMetrics,
  },
  {
    key: 'kubeletProbes',
    label: 'kubelet_probes',
    path: '/probes',
    metrics: kubeletProbeMetrics,
  },
  { key: 'cadvisor', label: 'cadvisor', path: '/cadvisor', metrics: cadvisorMetrics },
] as const

type NodeSource = (typeof nodeSources)[number]

/** The module's body (templates/_module.alloy.tpl). */
export function build(context: Context): readonly Statement[] {
  const enabled = nodeSources.filter(({ key }) => context.values[key].enabled)
  const nodes = discoverNodes()
  return [
    ...(enabled.length > 0 ? withOrigin([nodes.discovery, nodes.relabel], { unit }) : []),
    ...enabled.flatMap((source) => nodeSource(context, source, nodes.relabel)),
    ...controlPlane(context),
    ...(context.values['kube-state-metrics'].enabled ? kubeState(context) : []),
  ]
}

function discoverNodes() {
  const discovery = component('discovery.kubernetes', 'nodes', { role: 'node' })
  const relabel = component('discovery.relabel', 'nodes', { targets: ref(discovery, 'targets') }, [
    copyLabel('__meta_kubernetes_node_name', 'node'),
    setLabel('source', 'kubernetes'),
  ])
  return { discovery, relabel }
}

/** How to reach one endpoint: the node's own address, or a path through the Kubernetes API. */
function addressRules(context: Context, { key, path }: NodeSource): Block[] {
  switch (context.values[key].nodeAddressFormat) {
    case 'proxy':
      return [
        rule({
          target_label: '__address__',
          replacement: quotedRaw(context.global.kubernetesAPIService || apiServerAddress),
        }),
        rule({
          source_labels: ['__meta_kubernetes_node_name'],
          regex: '(.+)',
          replacement: `/api/v1/nodes/\${1}/proxy/metrics${path}`,
          target_label: '__metrics_path__',
        }),
      ]
    case 'direct':
      return path === '' ? [] : [setLabel('__metrics_path__', `/metrics${path}`)]
    default:
      return []
  }
}

function nodeSource(context: Context, source: NodeSource, nodes: Block): Statement[] {
  const { key, label } = source
  const values = context.values[key]
  const place = { values, path: [...context.path, key], unit }
  const targets = discover(label, ref(nodes, 'output'), addressRules(context, source), place)
  return [
    ...withOrigin([targets], { unit, path: place.path }),
    ...collect({
      ...place,
      label,
      global: context.global,
      targets: ref(targets, 'output'),
      attributes: { scheme: 'https', bearer_token_file: serviceAccount.token },
      blocks: [
        block('tls_config', {
          ca_file: serviceAccount.certificate,
          insecure_skip_verify: true,
          server_name: 'kubernetes',
        }),
      ],
      destinations: context.destinations('metrics'),
      rules: [
        ...tuneWithDefaults(values.metricsTuning, source.metrics),
        ...(key === 'cadvisor' ? cadvisorRules(context.values.cadvisor.metricsTuning) : []),
      ],
      alwaysRelabel: true,
    }),
  ]
}

type CadvisorTuning = Values['cadvisor']['metricsTuning']

/** A rule on metrics of some names by another label, joined with `@`. */
const byLabel = (label: string, regex: string, rest: Readonly<Record<string, string>>) =>
  rule({ source_labels: ['__name__', label], separator: '@', regex: quotedRaw(regex), ...rest })

/** templates/_cadvisor.alloy.tpl, after the lists. */
function cadvisorRules(tuning: CadvisorTuning): Block[] {
  const {
    keepPhysicalFilesystemDevices: disks,
    keepPhysicalNetworkDevices: interfaces,
    includeNamespaces,
    excludeNamespaces,
  } = tuning
  const emptyDropped = (label: string, families: readonly string[]) =>
    byLabel(label, `(${families.map((name) => `container_${name}_.*`).join('|')})@`, {
      action: 'drop',
    })
  return [
    ...(tuning.dropEmptyContainerLabels
      ? [emptyDropped('container', ['cpu', 'fs', 'memory', 'pressure'])]
      : []),
    ...(tuning.dropEmptyImageLabels
      ? [emptyDropped('image', ['cpu', 'fs', 'memory', 'network', 'pressure'])]
      : []),
    ...tuning.normalizeUnnecessaryLabels.flatMap(({ metric, labels }) =>
      labels.map((label) =>
        byLabel(label, `${metric}@.*`, { target_label: label, replacement: 'NA' }),
      ),
    ),
    ...(disks.length > 0 ? keepDevices('fs', 'device', '(/dev/)?', disks) : []),
    ...(interfaces.length > 0 ? keepDevices('network', 'interface', '', interfaces) : []),
    ...(includeNamespaces.length > 0
      ? [
          rule({
            source_labels: ['namespace'],
            // The empty last alternative lets metrics without a namespace through.
            regex: [...includeNamespaces, ''].join('|'),
            action: 'keep',
          }),
        ]
      : []),
    ...(excludeNamespaces.length > 0 ? [drop(['namespace'], excludeNamespaces.join('|'))] : []),
  ]
}

/** Marks what is to stay, drops the unmarked of the family, and takes the mark off again. */
function keepDevices(
  family: string,
  label: string,
  prefix: string,
  devices: readonly string[],
): Block[] {
  const names = `container_${family}_.*`
  return [
    byLabel(label, `${names}@${prefix}(${devices.join('|')})`, {
      target_label: '__keepme',
      replacement: '1',
    }),
    byLabel('__keepme', `${names}@`, { action: 'drop' }),
    rule({ source_labels: ['__name__'], regex: names, target_label: '__keepme', replacement: '' }),
  ]
}

/** templates/_kube_state_metrics.alloy.tpl */
function kubeState(context: Context): Statement[] {
  const key = 'kube-state-metrics'
  const values = context.values[key]
  const label = 'kube_state_metrics'
  const deployed = context.telemetryService(key).deploy
  const namespace = deployed ? deployedNamespace(context, key) : values.namespace
  const terms = [
    ...matcherTerms(values.labelMatchers),
    // The user's own labels narrow the search here; elsewhere they replace these.
    ...(deployed ? [`release=${context.release.name}`, `app.kubernetes.io/name=${key}`] : []),
  ]
  const place = { values, path: [...context.path, key], unit }
  const role = values.discoveryType
  const found = component('discovery.kubernetes', label, { role }, [
    labelSelector(role, terms) ?? block('selectors', { role, label: '' }),
    namespacesBlock(namespace === '' ? [] : [namespace]),
  ])
  const targets = discover(
    label,
    ref(found, 'targets'),
    [rule({ action: 'replace', replacement: 'kubernetes', target_label: 'source' })],
    place,
  )
  return [
    ...withOrigin([found, targets], { unit, path: place.path }),
    ...collect({
      ...place,
      label,
      global: context.global,
      targets: ref(targets, 'output'),
      attributes: { scheme: values.service.scheme, bearer_token_file: values.bearerTokenFile },
      blocks: [block('tls_config', { insecure_skip_verify: true })],
      destinations: context.destinations('metrics'),
      rules: tuneWithDefaults(values.metricsTuning, kubeStateMetrics),
    }),
  ]
}
