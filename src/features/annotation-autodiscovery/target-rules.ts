import type { Block } from '../../alloy/ast'
import { podAnnotation, podLabel, serviceAnnotation, serviceLabel } from '../../base/names'
import { sortedEntries } from '../../base/record'
import { copyLabel, keep, rule } from '../../pipelines/rules'
import type { Context, Kind, Values } from './context'

const port = '__tmp_port'
const container = '__tmp_container'

/** Takes a value where there is one, and leaves the label alone otherwise. */
const takeIfSet = (source: string, target: string) =>
  rule({ source_labels: [source], regex: '(.+)', target_label: target })

/** Takes the second label where the first one, the target, is still empty. */
const fallback = (target: string, source: string) =>
  rule({ source_labels: [target, source], regex: ';(.+)', target_label: target })

const keepEqual = (source: string, target: string) =>
  rule({ source_labels: [source], action: 'keepequal', target_label: target })

const forget = (label: string) => rule({ action: 'labeldrop', regex: label })

/** How one kind spells its annotations and labels. */
interface Spelling {
  readonly annotation: (key: keyof Values['annotations']) => string
  readonly label: (name: string) => string
}

function spelling({ values: { annotations } }: Context, kind: Kind): Spelling {
  return kind === 'pods'
    ? { annotation: (key) => podAnnotation(annotations[key]), label: podLabel }
    : { annotation: (key) => serviceAnnotation(annotations[key]), label: serviceLabel }
}

/** The job label: the annotation, else the app's name, else what the target is called. */
function jobRules({ annotation, label }: Spelling, last: string): Block[] {
  return [
    copyLabel(annotation('job'), 'job'),
    fallback('job', label('app.kubernetes.io/name')),
    fallback('job', label('app')),
    fallback('job', last),
    copyLabel(annotation('instance'), 'instance'),
  ]
}

/** Parameters of the request: one annotation each. */
const parameterRule = ({ annotation }: Spelling) =>
  rule({
    action: 'labelmap',
    regex: `${annotation('metricsParam')}_(.+)`,
    replacement: '__param_$1',
  })

/** Scheme, interval and timeout, and the labels that the user wants to keep. */
function lastRules(context: Context, kind: Kind, { annotation, label }: Spelling): Block[] {
  const { values, global } = context
  const timing = (
    key: 'metricsScrapeInterval' | 'metricsScrapeTimeout',
    target: string,
    otherwise: string,
  ) => [
    takeIfSet(annotation(key), target),
    rule({ source_labels: [target], regex: '', replacement: otherwise, target_label: target }),
  ]
  return [
    takeIfSet(annotation('metricsScheme'), '__scheme__'),
    ...timing(
      'metricsScrapeInterval',
      '__scrape_interval__',
      values.scrapeInterval || global.scrapeInterval,
    ),
    ...timing(
      'metricsScrapeTimeout',
      '__scrape_timeout__',
      values.scrapeTimeout || global.scrapeTimeout,
    ),
    ...sortedEntries(values[kind].labels).map(([target, source]) =>
      copyLabel(label(source), target),
    ),
  ]
}

/** templates/_pods.alloy.tpl: one target for each declared port of a container, of which one stays. */
export function podRules(context: Context): Block[] {
  const pod = (fact: string) => `__meta_kubernetes_pod_${fact}`
  const spelled = spelling(context, 'pods')
  const { annotation } = spelled
  const address = (regex: string, replacement: string) =>
    rule({
      source_labels: [annotation('metricsPortNumber'), pod('ip')],
      regex,
      replacement,
      target_label: '__address__',
    })
  return [
    keep([annotation('scrape')], 'true'),
    keep([pod('phase'), pod('ready'), pod('container_init')], 'Running;true;false'),
    copyLabel(pod('name'), 'pod'),
    copyLabel(pod('container_name'), 'container'),
    copyLabel('__meta_kubernetes_namespace', 'namespace'),
    ...jobRules(spelled, 'container'),
    copyLabel('container', container),
    takeIfSet(annotation('metricsContainer'), container),
    keepEqual('container', container),
    forget(container),
    takeIfSet(annotation('metricsPath'), '__metrics_path__'),
    parameterRule(spelled),
    copyLabel(pod('container_port_name'), port),
    takeIfSet(annotation('metricsPortName'), port),
    keepEqual(pod('container_port_name'), port),
    forget(port),
    // A port by number need not be declared: it replaces the address, and IPv4 wins over IPv6.
    address('(\\d+);(([A-Fa-f0-9]{1,4}::?){1,7}[A-Fa-f0-9]{1,4})', '[$2]:$1'),
    address('(\\d+);((([0-9]+?)(\\.|$)){4})', '$2:$1'),
    ...lastRules(context, 'pods', spelled),
  ]
}

/** templates/_services.alloy.tpl: one target for each port of a service, of which one stays. */
export function serviceRules(context: Context): Block[] {
  const service = (fact: string) => `__meta_kubernetes_service_${fact}`
  const spelled = spelling(context, 'services')
  const { annotation } = spelled
  return [
    keep([annotation('scrape')], 'true'),
    copyLabel(service('name'), 'service'),
    copyLabel('__meta_kubernetes_namespace', 'namespace'),
    ...jobRules(spelled, 'service'),
    copyLabel(annotation('metricsPath'), '__metrics_path__'),
    parameterRule(spelled),
    copyLabel(service('port_name'), port),
    takeIfSet(annotation('metricsPortName'), port),
    keepEqual(service('port_name'), port),
    copyLabel(service('port_number'), port),
    takeIfSet(annotation('metricsPortNumber'), port),
    keepEqual(service('port_number'), port),
    forget(port),
    ...lastRules(context, 'services', spelled),
  ]
}
