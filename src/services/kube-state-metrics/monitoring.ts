/** Objects of the Prometheus Operator (templates/servicemonitor.yaml, templates/scrapeconfig.yaml). */
import { present } from '../../base/present'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given, givenFields } from '../../values/fields'
import { firstNonEmpty, isEmpty, printValue } from '../../values/helm'
import { type BundledChart, filled, metadataOf } from '../chart'
import { scrapeLimits } from '../monitors'

type Tree = Readonly<Record<string, unknown>>

const noLimits = Object.fromEntries(scrapeLimits.map((name) => [name, 0]))

/** How one port is scraped. */
const endpointDefaults = {
  interval: '',
  scrapeTimeout: '',
  proxyUrl: '',
  enableHttp2: false,
  honorLabels: false,
  metricRelabelings: [],
  relabelings: [],
  scheme: '',
  bearerTokenFile: '',
  bearerTokenSecret: {},
  tlsConfig: {},
} as const

/** `prometheus.monitor` */
export const monitorDefaults: Tree = {
  enabled: false,
  annotations: {},
  additionalLabels: {},
  namespace: '',
  namespaceSelector: [],
  jobLabel: '',
  targetLabels: [],
  podTargetLabels: [],
  ...noLimits,
  selectorOverride: {},
  http: endpointDefaults,
  metrics: endpointDefaults,
}

/** `prometheus.scrapeconfig` */
export const scrapeConfigDefaults: Tree = {
  enabled: false,
  annotations: {},
  additionalLabels: {},
  jobName: 'kube-state-metrics',
  ...noLimits,
  staticConfigLabels: {},
  scrapeInterval: '',
  scrapeTimeout: '',
  proxyUrl: '',
  enableHttp2: false,
  honorLabels: true,
  metricRelabelings: [],
  relabelings: [],
  scheme: '',
  tlsConfig: {},
}

/** A port's own settings, and where they are silent those of all ports. */
function endpoint(port: string, own: unknown, common: Tree): Tree {
  const settings = fieldsOf(own)
  const names = Object.keys(endpointDefaults)
  const merged = Object.fromEntries(
    names.map((name) => [name, firstNonEmpty(settings[name], common[name])]),
  )
  return {
    port,
    ...givenFields(merged, names),
    ...(!isEmpty(merged.honorLabels) && { honorLabels: true }),
  }
}

function serviceMonitor(chart: BundledChart, monitor: Tree, ownMetrics: boolean): KubernetesObject {
  const { namespaceSelector, annotations, additionalLabels } = monitor
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: metadataOf(chart, {
      labels: filled(chart, additionalLabels),
      annotations: filled(chart, annotations),
    }),
    spec: present({
      jobLabel: firstNonEmpty(monitor.jobLabel, 'app.kubernetes.io/name'),
      ...givenFields(monitor, ['targetLabels', 'podTargetLabels', ...scrapeLimits]),
      namespaceSelector: isEmpty(namespaceSelector) ? undefined : { matchNames: namespaceSelector },
      selector: { matchLabels: firstNonEmpty(monitor.selectorOverride, chart.selector) },
      endpoints: [
        endpoint('http', monitor.http, monitor),
        ...(ownMetrics ? [endpoint('metrics', monitor.metrics, monitor)] : []),
      ],
    }),
  }
}

const scrapeFields = [
  ...scrapeLimits,
  'jobName',
  'scrapeInterval',
  'scrapeTimeout',
  'proxyUrl',
  'enableHttp2',
  'metricRelabelings',
  'relabelings',
  'scheme',
  'tlsConfig',
] as const

function scrapeConfig(chart: BundledChart, scrape: Tree, port: number): KubernetesObject {
  const address = [chart.fullName, chart.namespace, 'svc'].join('.')
  return {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'ScrapeConfig',
    metadata: metadataOf(chart, {
      labels: filled(chart, scrape.additionalLabels),
      annotations: filled(chart, scrape.annotations),
    }),
    spec: present({
      staticConfigs: [
        present({
          targets: [[address, printValue(port)].join(':')],
          labels: given(filled(chart, scrape.staticConfigLabels)),
        }),
      ],
      ...givenFields(scrape, scrapeFields),
      honorLabels: isEmpty(scrape.honorLabels) ? undefined : true,
    }),
  }
}

/** Those objects that `prometheus` in the values asks for. */
export function monitoringObjects(
  chart: BundledChart,
  own: { readonly port: number; readonly ownMetrics: boolean },
): KubernetesObject[] {
  const prometheus = fieldsOf(chart.values.prometheus)
  const monitor = fieldsOf(prometheus.monitor)
  const scrape = fieldsOf(prometheus.scrapeconfig)
  return [
    ...(isEmpty(monitor.enabled) ? [] : [serviceMonitor(chart, monitor, own.ownMetrics)]),
    ...(isEmpty(scrape.enabled) ? [] : [scrapeConfig(chart, scrape, own.port)]),
  ]
}
