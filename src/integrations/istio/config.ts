import type { Block, Statement } from '../../alloy/ast'
import { block, component, path, ref, withOrigin } from '../../alloy/build'
import { alloyName, podAnnotation } from '../../base/names'
import { metricsRelabel, userRules } from '../../pipelines/metrics-source'
import { namespacesBlock } from '../../pipelines/namespaces'
import { podMeta } from '../../pipelines/pod-labels'
import { copyLabel, drop, keep, rule, setLabel } from '../../pipelines/rules'
import { scrape } from '../../pipelines/scrape'
import { labelSelector, selectorTerms } from '../../pipelines/selectors'
import { tuneWithDefaults } from '../../pipelines/tuning'
import { selectorsOf } from '../instances'
import type { IntegrationContext, IntegrationInstance } from '../types'
import { istioMetrics } from './allow-lists'
import type { Values } from './options'

type Instance = IntegrationInstance<Values>
const unit = 'integrations/istio'

/** Both parts of an instance, so far as they are on. */
export function build(context: IntegrationContext, instance: Instance): readonly Statement[] {
  const { sidecarMetrics, istiodMetrics } = instance.values
  return [
    ...(sidecarMetrics.enabled ? sidecars(context, instance) : []),
    ...(istiodMetrics.enabled ? controlPlane(context, instance) : []),
  ]
}

const instanceRule = rule({
  source_labels: ['__meta_kubernetes_namespace', podMeta('name')],
  separator: '-',
  target_label: 'instance',
})

/** The address that a proxy is annotated with; IPv4 wins where a pod has both. */
function addressRules(): Block[] {
  const sources = [podAnnotation('prometheus.io/port'), podMeta('ip')]
  return [
    rule({
      source_labels: sources,
      regex: '(\\d+);(([A-Fa-f0-9]{1,4}::?){1,7}[A-Fa-f0-9]{1,4})',
      replacement: '[$2]:$1',
      target_label: '__address__',
    }),
    rule({
      source_labels: sources,
      regex: '(\\d+);((([0-9]+?)(\\.|$)){4})',
      replacement: '$2:$1',
      target_label: '__address__',
    }),
  ]
}

function sidecars(context: IntegrationContext, instance: Instance): readonly Statement[] {
  const { name, jobLabel, sidecarMetrics: values } = instance.values
  const label = [alloyName(name), 'sidecar'].join('_')
  const pods = component('discovery.kubernetes', label, { role: 'pod' }, [
    labelSelector(
      'pod',
      selectorTerms(selectorsOf(instance, ['sidecarMetrics', 'labelSelectors'])),
    ),
  ])
  return scraped(context, instance, 'sidecarMetrics', label, pods, [
    drop([podMeta('controller_kind'), podMeta('phase')], 'Job;(Succeeded|Failed)'),
    keep([podMeta('container_name')], values.sidecarContainerName),
    ...addressRules(),
    copyLabel(podAnnotation('prometheus.io/path'), '__metrics_path__'),
    setLabel('job', jobLabel),
    instanceRule,
    copyLabel(podMeta('name'), 'pod'),
  ])
}

function controlPlane(context: IntegrationContext, instance: Instance): readonly Statement[] {
  const { name, jobLabel, istiodMetrics: values } = instance.values
  const label = [alloyName(name), 'istiod'].join('_')
  const role = 'endpointslice'
  const terms = [
    ...(values.serviceName ? [['kubernetes.io/service-name', values.serviceName].join('=')] : []),
    ...selectorTerms(selectorsOf(instance, ['istiodMetrics', 'labelSelectors'])),
  ]
  const endpoints = component('discovery.kubernetes', label, { role }, [
    block('selectors', { role, label: terms.length > 0 ? terms.join(',') : undefined }),
    values.namespace !== '' && namespacesBlock([values.namespace]),
  ])
  return scraped(context, instance, 'istiodMetrics', label, endpoints, [
    keep(['__meta_kubernetes_endpointslice_port_name'], 'http-monitoring'),
    setLabel('job', jobLabel),
    instanceRule,
    rule({ action: 'replace', source_labels: [podMeta('name')], target_label: 'pod' }),
  ])
}

/** Targets, scrape and relabelling of one part; the user's own metric rules come before the lists. */
function scraped(
  { global }: IntegrationContext,
  instance: Instance,
  part: 'sidecarMetrics' | 'istiodMetrics',
  label: string,
  discovery: Block & { readonly label: string },
  rules: readonly Block[],
): readonly Statement[] {
  const values = instance.values[part]
  const place = [...instance.path, part]
  const own = (key: 'extraDiscoveryRules' | 'extraMetricProcessingRules') =>
    userRules(values[key], unit, [...place, key])
  const targets = component('discovery.relabel', label, { targets: ref(discovery, 'targets') }, [
    rules,
    own('extraDiscoveryRules'),
  ])
  const relabel = metricsRelabel(
    label,
    global,
    values,
    path('argument', 'metrics_destinations', 'value'),
    [...own('extraMetricProcessingRules'), ...tuneWithDefaults(values.tuning, istioMetrics)],
  )
  const scraping = scrape({
    label,
    global,
    targets: ref(targets, 'output'),
    interval: values.scrapeInterval,
    timeout: values.scrapeTimeout,
    forwardTo: [ref(relabel, 'receiver')],
    without: ['nhcb'],
  })
  return withOrigin([discovery, targets, scraping, relabel], { unit, path: place })
}
