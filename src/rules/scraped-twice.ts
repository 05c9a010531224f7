import { isRecord, valueAt } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import { isEmpty, printValue } from '../values/helm'
import type { Rule, RuleInput } from './types'

/** A source that a feature scrapes by itself, and the service that it scrapes. */
interface Source {
  /** Where the source is switched on. */
  readonly path: readonly [string, string]
  readonly service: string
  readonly title: string
  /** Where the service's own chart can make a ServiceMonitor or PodMonitor of its own. */
  readonly monitors: readonly (readonly string[])[]
}

const monitor = ['prometheus', 'monitor', 'enabled']

const sources: readonly Source[] = [
  {
    path: ['clusterMetrics', 'kube-state-metrics'],
    service: 'kube-state-metrics',
    title: 'kube-state-metrics',
    monitors: [monitor],
  },
  {
    path: ['hostMetrics', 'linuxHosts'],
    service: 'node-exporter',
    title: 'Node Exporter',
    monitors: [monitor, ['prometheus', 'podMonitor', 'enabled']],
  },
  {
    path: ['hostMetrics', 'windowsHosts'],
    service: 'windows-exporter',
    title: 'Windows Exporter',
    monitors: [monitor, ['prometheus', 'podMonitor', 'enabled']],
  },
  {
    path: ['hostMetrics', 'energyMetrics'],
    service: 'kepler',
    title: 'Kepler',
    monitors: [['serviceMonitor', 'enabled']],
  },
  {
    path: ['costMetrics', 'opencost'],
    service: 'opencost',
    title: 'OpenCost',
    monitors: [['opencost', 'metrics', 'serviceMonitor', 'enabled']],
  },
]

/** Whether a source is on; what has no switch of its own is on with its feature. */
const isOn = ({ model }: RuleInput, [section, part]: readonly [string, string]) =>
  valueAt(model.root, [section, 'enabled']) === true &&
  (valueAt(model.root, [section, part, 'enabled']) ?? true) === true

/** Whether a source asks an exporter rather than Alloy itself. */
const asksExporter = ({ model }: RuleInput, path: readonly string[]) =>
  valueAt(model.root, [...path, 'source']) !== 'alloy'

const isDeployed = ({ model }: RuleInput, service: string) =>
  valueAt(model.root, ['telemetryServices', service, 'deploy']) === true

/** Monitors that the values themselves ask for, beside the source that scrapes the same service. */
function ownMonitors(input: RuleInput): boolean {
  const { model } = input
  let found = false
  for (const { path, service, title, monitors } of sources) {
    if (!isOn(input, path) || !asksExporter(input, path) || !isDeployed(input, service)) continue
    for (const setting of monitors) {
      const own: Path = ['telemetryServices', service, ...setting]
      if (isEmpty(valueAt(model.root.user, own))) continue
      found = true
      model.report({
        code: 'advice.scraped-by-monitors',
        path: own,
        severity: 'warning',
        message: `${title} is scraped twice: by its own source under ${path.join('.')}, and by the monitor that is asked for here, which Prometheus Operator Objects follows. Leave the monitor out.`,
        fixes: [
          { title: 'Leave the monitor out', edits: [{ path: own, remove: true }], safe: false },
        ],
      })
    }
  }
  return found
}

/** The Kubernetes sources that a Prometheus stack, installed already, has ServiceMonitors for. */
const usual: readonly (readonly [string, string, string])[] = [
  ['clusterMetrics', 'kubelet', 'kubelet'],
  ['clusterMetrics', 'cadvisor', 'cAdvisor'],
  ['clusterMetrics', 'kube-state-metrics', 'kube-state-metrics'],
  ['hostMetrics', 'linuxHosts', 'Node Exporter'],
]

const narrowing = [
  'namespaces',
  'excludeNamespaces',
  'labelSelectors',
  'labelExpressions',
  'extraDiscoveryRules',
]

/** ServiceMonitors of every namespace beside sources of our own: whether they overlap shows the cluster only. */
function foreignMonitors(input: RuleInput): void {
  const { model } = input
  const path = ['prometheusOperatorObjects', 'serviceMonitors']
  const section = valueAt(model.root, path)
  if (!isRecord(section) || section.enabled === false) return
  if (narrowing.some((key) => !isEmpty(section[key]))) return
  const doubled = usual
    .filter(([feature, source]) => isOn(input, [feature, source]))
    .map(([, , title]) => title)
  if (doubled.length === 0) return
  model.report({
    code: 'advice.scraped-by-monitors',
    path: [...path, 'labelSelectors'],
    message: `All ServiceMonitors of the cluster are followed, and ${doubled.join(', ')} ${doubled.length > 1 ? 'are' : 'is'} scraped anyway. A Prometheus stack that is installed already has ServiceMonitors for the same, and then everything arrives twice. Leave its namespace out with excludeNamespaces, or pick by labels.`,
  })
}

/** Annotations that make Annotation Autodiscovery scrape what has a source of its own. */
function annotated(input: RuleInput): void {
  const { model } = input
  const name = valueAt(model.root, ['annotationAutodiscovery', 'annotations', 'scrape'])
  if (
    typeof name !== 'string' ||
    valueAt(model.root, ['annotationAutodiscovery', 'enabled']) !== true
  )
    return
  for (const { path, service, title } of sources) {
    if (!isOn(input, path) || !asksExporter(input, path) || !isDeployed(input, service)) continue
    for (const place of [['podAnnotations'], ['service', 'annotations']]) {
      const own = ['telemetryServices', service, ...place, name]
      if (printValue(valueAt(model.root.user, own)) !== 'true') continue
      model.report({
        code: 'advice.scraped-by-annotations',
        path: own,
        message: `${title} is scraped twice: by its own source under ${path.join('.')}, and by Annotation Autodiscovery because of this annotation. Remove the annotation.`,
        fixes: [
          { title: 'Remove the annotation', edits: [{ path: own, remove: true }], safe: false },
        ],
      })
    }
  }
  const dns = valueAt(model.root, ['clusterMetrics', 'kubeDNS', 'enabled'])
  const control = valueAt(model.root, ['clusterMetrics', 'controlPlane', 'enabled'])
  const wanted = dns === true || (dns !== false && control === true)
  const excluded = valueAt(model.root, ['annotationAutodiscovery', 'excludeNamespaces'])
  const chosen = valueAt(model.root, ['annotationAutodiscovery', 'namespaces'])
  const on = wanted && valueAt(model.root, ['clusterMetrics', 'enabled']) === true
  if (name !== 'prometheus.io/scrape' || !on) return
  if (!isEmpty(chosen) || (Array.isArray(excluded) && excluded.includes('kube-system'))) return
  const path = ['annotationAutodiscovery', 'excludeNamespaces']
  model.report({
    code: 'advice.scraped-by-annotations',
    path,
    message:
      'The cluster’s DNS carries the annotation prometheus.io/scrape nearly everywhere, and Cluster Metrics scrapes it too, so that its metrics arrive twice. Leave out the namespace kube-system here.',
    fixes: [
      {
        title: 'Leave out kube-system',
        edits: [{ path, value: [...(Array.isArray(excluded) ? excluded : []), 'kube-system'] }],
        safe: false,
      },
    ],
  })
}

/** Services that the release deploys and nothing of it scrapes. */
function unscraped(input: RuleInput): void {
  const { model } = input
  for (const { path, service, title } of sources) {
    if (!isDeployed(input, service)) continue
    const on = isOn(input, path)
    if (on && asksExporter(input, path)) continue
    const own = ['telemetryServices', service, 'deploy']
    model.report({
      code: 'advice.service-unused',
      path: own,
      message: on
        ? `${title} is deployed, but ${path.join('.')} asks Alloy itself (source: alloy), so that nothing scrapes it here. Do without it, or go back to it as the source.`
        : `${title} is deployed, but ${path.join('.')} is off, so that nothing here scrapes it. Do without it, or turn its source on.`,
      fixes: [{ title: `Do without ${title}`, edits: [{ path: own, remove: true }], safe: false }],
    })
  }
}

/** What is scraped twice, as far as the values tell, and what is there to be scraped and is not. */
export const scrapedTwice: Rule = (input) => {
  if (valueAt(input.model.root, ['prometheusOperatorObjects', 'enabled']) === true) {
    if (!ownMonitors(input)) foreignMonitors(input)
  }
  annotated(input)
  // Pipelines from afar may scrape whatever there is.
  const remote = input.collectors.some(
    ({ view }) => !isEmpty(valueAt(view.spec, ['remoteConfig', 'enabled'])),
  )
  if (!remote) unscraped(input)
}
