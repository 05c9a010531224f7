/**
 * Objects of the Prometheus Operator with which the Prometheus community's charts have their pods
 * scraped; this chart scrapes them itself, so all are off unless the user wants them.
 */
import { present } from '../base/present'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { fieldsOf, givenFields } from '../values/fields'
import { firstNonEmpty, isEmpty, printValue } from '../values/helm'
import { anything } from '../values/options'
import { type BundledChart, metadataOf } from './chart'

type Tree = Readonly<Record<string, unknown>>

/** How much one scrape may bring. */
export const scrapeLimits = [
  'sampleLimit',
  'targetLimit',
  'labelLimit',
  'labelNameLengthLimit',
  'labelValueLengthLimit',
] as const

const noLimits = Object.fromEntries(scrapeLimits.map((name) => [name, 0]))

/** `prometheus` of Node Exporter's and Windows Exporter's charts. */
export const exporterMonitors = (targetLabels: Tree) =>
  anything(
    {
      monitor: {
        enabled: false,
        additionalLabels: {},
        namespace: '',
        jobLabel: '',
        podTargetLabels: [],
        ...targetLabels,
        scheme: 'http',
        basicAuth: {},
        tlsConfig: {},
        proxyUrl: '',
        selectorOverride: {},
        attachMetadata: { node: false },
        relabelings: [],
        metricRelabelings: [],
        interval: '',
        scrapeTimeout: '10s',
        apiVersion: '',
        ...noLimits,
      },
      podMonitor: {
        enabled: false,
        namespace: '',
        additionalLabels: {},
        podTargetLabels: [],
        apiVersion: '',
        selectorOverride: {},
        attachMetadata: { node: false },
        jobLabel: '',
        scheme: 'http',
        path: '/metrics',
        basicAuth: {},
        bearerTokenSecret: {},
        tlsConfig: {},
        authorization: {},
        oauth2: {},
        proxyUrl: '',
        interval: '',
        scrapeTimeout: '',
        honorTimestamps: true,
        honorLabels: true,
        enableHttp2: '',
        filterRunning: '',
        followRedirects: '',
        params: {},
        relabelings: [],
        metricRelabelings: [],
        ...noLimits,
      },
    },
    'A ServiceMonitor or PodMonitor for the Prometheus Operator. Host Metrics scrapes without.',
  )

const nameLabel = 'app.kubernetes.io/name'

function monitor(chart: BundledChart, kind: string, values: Tree, fields: Tree): KubernetesObject {
  const elsewhere = firstNonEmpty(chart.values.namespaceOverride, values.namespace)
  return {
    apiVersion: printValue(values.apiVersion) || 'monitoring.coreos.com/v1',
    kind,
    metadata: metadataOf(chart, {
      namespace: isEmpty(elsewhere) ? chart.release.namespace : printValue(elsewhere),
      labels: values.additionalLabels,
    }),
    spec: {
      jobLabel: firstNonEmpty(values.jobLabel, nameLabel),
      ...givenFields(values, scrapeLimits),
      selector: { matchLabels: firstNonEmpty(values.selectorOverride, chart.selector) },
      ...givenFields(values, ['attachMetadata', 'podTargetLabels']),
      ...fields,
    },
  }
}

/** What `prometheus` in the values asks for (templates/servicemonitor.yaml, templates/podmonitor.yaml). */
export function exporterMonitorObjects(chart: BundledChart, port: unknown): KubernetesObject[] {
  const prometheus = fieldsOf(chart.values.prometheus)
  const ofService = fieldsOf(prometheus.monitor)
  const ofPods = fieldsOf(prometheus.podMonitor)
  const objects: KubernetesObject[] = []
  if (!isEmpty(ofPods.enabled)) {
    objects.push(
      monitor(chart, 'PodMonitor', ofPods, {
        namespaceSelector: { matchNames: [chart.namespace] },
        podMetricsEndpoints: [
          {
            port,
            ...givenFields(ofPods, podEndpointFields),
            enableHttp2: firstNonEmpty(ofPods.enableHttp2, false),
            filterRunning: firstNonEmpty(ofPods.filterRunning, true),
            followRedirects: firstNonEmpty(ofPods.followRedirects, false),
          },
        ],
      }),
    )
  }
  if (!isEmpty(ofService.enabled)) {
    objects.push(
      monitor(chart, 'ServiceMonitor', ofService, {
        ...givenFields(ofService, ['targetLabels']),
        endpoints: [
          present({
            port,
            scheme: ofService.scheme,
            ...givenFields(ofService, serviceEndpointFields),
          }),
        ],
      }),
    )
  }
  return objects
}

const endpointFields = [
  'basicAuth',
  'tlsConfig',
  'proxyUrl',
  'interval',
  'scrapeTimeout',
  'relabelings',
  'metricRelabelings',
] as const

const serviceEndpointFields = [...endpointFields, 'bearerTokenFile'] as const

const podEndpointFields = [
  ...endpointFields,
  'scheme',
  'path',
  'bearerTokenSecret',
  'authorization',
  'oauth2',
  'honorTimestamps',
  'honorLabels',
  'params',
] as const
