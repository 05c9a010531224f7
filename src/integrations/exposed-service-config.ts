import type { Block, Statement } from '../alloy/ast'
import {
  attribute,
  binary,
  block,
  type ComponentIdentity,
  call,
  component,
  path,
  ref,
  type Value,
  withOrigin,
} from '../alloy/build'
import { alloyName } from '../base/names'
import { valueAt } from '../base/record'
import { userRules } from '../pipelines/metrics-source'
import { attachMetadata, type NodeLabels, wantsNodeMetadata } from '../pipelines/node-labels'
import { rule } from '../pipelines/rules'
import { scrapeProtocols } from '../pipelines/scrape'
import { selectorTerms } from '../pipelines/selectors'
import { scrapeHealth } from '../pipelines/tuning'
import { isEmpty } from '../values/helm'
import type { ExposedService, ExposedValues } from './exposed-service-row'
import { selectorsOf } from './instances'
import type { IntegrationContext, IntegrationInstance } from './types'

/** The module's own component `kind` of a service. */
function moduleName(type: string, kind: 'discovery' | 'scrape'): string {
  return [alloyName(type), 'integration', kind].join('_')
}

const argumentValue = (name: string) => path('argument', name, 'value')
const optional = (name: string) => component('argument', name, { optional: true })
const orElse = (name: string, fallback: Exclude<Value, undefined>) =>
  call('coalesce', argumentValue(name), fallback)

/** The module that finds the pods: what instances say of it are its arguments. */
export function discoveryModule(service: ExposedService, nodeLabels: NodeLabels): Block {
  const { type, fallback } = service
  const label = [alloyName(type), 'pods'].join('_')
  const joined = (name: string, otherwise: readonly string[]) =>
    call('string.join', orElse(name, otherwise), ',')
  const pods = component('discovery.kubernetes', label, { role: 'pod' }, [
    block('selectors', {
      role: 'pod',
      field: joined('field_selectors', []),
      label: joined('label_selectors', [fallback.selector]),
    }),
    block('namespaces', { names: orElse('namespaces', []) }),
    attachMetadata({ node: wantsNodeMetadata(nodeLabels) }),
  ])
  const targets = component('discovery.relabel', label, { targets: ref(pods, 'targets') }, [
    rule({
      source_labels: [
        '__meta_kubernetes_pod_container_port_name',
        '__meta_kubernetes_pod_phase',
        '__meta_kubernetes_pod_ready',
        '__meta_kubernetes_pod_container_init',
      ],
      separator: '@',
      regex: binary(orElse('port_name', fallback.port), '+', '@Running@true@false'),
      action: 'keep',
    }),
    service.targetRules(nodeLabels),
  ])
  return component('declare', moduleName(type, 'discovery'), {}, [
    ['namespaces', 'field_selectors', 'label_selectors', 'port_name'].map(optional),
    pods,
    targets,
    component('export', 'output', { value: ref(targets, 'output') }),
  ])
}

/** The module that scrapes them. */
export function scrapeModule(service: ExposedService): Block {
  const { type, fallback } = service
  const label = alloyName(type)
  const relabel = component(
    'prometheus.relabel',
    label,
    {
      forward_to: argumentValue('forward_to'),
      max_cache_size: orElse('max_cache_size', 100000),
    },
    [
      rule({ source_labels: ['__name__'], regex: orElse('drop_metrics', ''), action: 'drop' }),
      rule({
        source_labels: ['__name__'],
        regex: orElse('keep_metrics', fallback.keep),
        action: 'keep',
      }),
      service.metricRules,
    ],
  )
  const scrape = component(
    'prometheus.scrape',
    label,
    {
      targets: argumentValue('targets'),
      job_name: orElse('job_label', ['integrations', type].join('/')),
      scrape_interval: orElse('scrape_interval', '60s'),
      scrape_timeout: orElse('scrape_timeout', '10s'),
      scrape_protocols: argumentValue('scrape_protocols'),
      scrape_classic_histograms: argumentValue('scrape_classic_histograms'),
      scrape_native_histograms: argumentValue('scrape_native_histograms'),
    },
    [
      block('clustering', { enabled: orElse('clustering', false) }),
      attribute('forward_to', [ref(relabel, 'receiver')]),
    ],
  )
  return component('declare', moduleName(type, 'scrape'), {}, [
    component('argument', 'targets'),
    component('argument', 'forward_to'),
    [
      'job_label',
      'keep_metrics',
      'drop_metrics',
      'scrape_interval',
      'scrape_timeout',
      'scrape_protocols',
      'scrape_classic_histograms',
      'scrape_native_histograms',
      'max_cache_size',
      'clustering',
    ].map(optional),
    scrape,
    relabel,
  ])
}

/** The names to keep, joined; `undefined` keeps everything. */
function keepList({ allowList, idleSwitch }: ExposedService, { metrics }: ExposedValues) {
  const { tuning } = metrics
  // DCGM Exporter knows no default list; Grafana's is empty, yet may be asked for.
  const readsSwitch = !idleSwitch
  const names = new Set<string>()
  if (readsSwitch && !isEmpty(valueAt(tuning, ['useDefaultAllowList']))) {
    for (const name of [...scrapeHealth, ...(allowList ?? [])]) names.add(name)
  }
  if (tuning.includeMetrics.length > 0) {
    for (const name of [...scrapeHealth, ...tuning.includeMetrics]) names.add(name)
  }
  return names.size > 0 ? [...names].join('|') : undefined
}

/** One instance: both modules, with its settings. */
export function includeService(
  service: ExposedService,
  { global }: IntegrationContext,
  instance: IntegrationInstance<ExposedValues>,
): Statement[] {
  const { type, ownJob } = service
  const { values } = instance
  const { metrics } = values
  const unit = ['integrations', type].join('/')
  const label = alloyName(values.name)
  const { namespaces, fieldSelectors, extraDiscoveryRules } = values
  const discovery = component(moduleName(type, 'discovery'), label, {
    port_name: metrics.portName,
    namespaces: ownJob && namespaces.length === 0 ? undefined : namespaces,
    label_selectors: selectorTerms(selectorsOf(instance)),
    field_selectors: fieldSelectors.length > 0 ? fieldSelectors : undefined,
  })
  const extra =
    extraDiscoveryRules !== ''
      ? component(
          'discovery.relabel',
          [label, 'extra'].join('_'),
          { targets: ref(discovery, 'output') },
          [userRules(extraDiscoveryRules, unit, [...instance.path, 'extraDiscoveryRules'])],
        )
      : undefined
  const targets: ComponentIdentity = extra ?? discovery
  const { excludeMetrics } = metrics.tuning
  const scrape = component(moduleName(type, 'scrape'), label, {
    targets: ref(targets, 'output'),
    job_label: ownJob ? (values.jobLabel ?? '') : ['integrations', type].join('/'),
    clustering: true,
    keep_metrics: keepList(service, values),
    drop_metrics: excludeMetrics.length > 0 ? excludeMetrics.join('|') : undefined,
    scrape_interval: metrics.scrapeInterval || values.scrapeInterval || global.scrapeInterval,
    scrape_timeout: metrics.scrapeTimeout || values.scrapeTimeout || global.scrapeTimeout,
    scrape_protocols: scrapeProtocols(global),
    scrape_classic_histograms: global.scrapeClassicHistograms,
    scrape_native_histograms: global.scrapeNativeHistograms,
    max_cache_size: Math.trunc(metrics.maxCacheSize || global.maxCacheSize),
    forward_to: argumentValue('metrics_destinations'),
  })
  return withOrigin([discovery, ...(extra ? [extra] : []), scrape], {
    unit,
    path: instance.path,
  })
}
