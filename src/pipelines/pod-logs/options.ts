import {
  anything,
  choice,
  count,
  flag,
  group,
  list,
  map,
  text,
  texts,
  type ValueOf,
} from '../../values/options'
import { nodeLabelOptions } from '../node-labels'
import { secretFilterOptions } from '../secret-filter'

/** Which pods are read: in every pod log feature that finds pods itself. */
export const selectionFields = {
  namespaces: list(
    text('', ''),
    'Gather logs of these namespaces only; each may be a regular expression that matches a whole name. Exact names alone cost the Kubernetes API least. Empty gathers all.',
    { common: true },
  ),
  excludeNamespaces: texts('Gather no logs of these namespaces.', { common: true }),
  discoveryMethod: choice(
    ['all', 'annotation'],
    'all',
    'Whether every pod’s logs are gathered, or only those of pods that carry the annotation.',
    { loose: true, common: true },
  ),
  annotationSelector: text(
    'logs.grafana.com/pods.enabled',
    'Pod annotation that decides. With the values false, no or skip a pod’s logs are never gathered.',
  ),
} as const

/** Labels that the user adds. */
export const staticLabelFields = {
  staticLabels: map(text('', '', { loose: true }), 'Labels with a fixed value.'),
  staticLabelsFrom: map(
    text('', '', { format: 'alloy-expression', loose: true }),
    'Labels whose value is an Alloy expression.',
  ),
} as const

/** What happens to a line before it is sent. */
export const processingFields = {
  structuredMetadata: map(
    text('', ''),
    'Structured metadata to make of a line’s labels or extracted values. Empty it if Loki has structured metadata turned off.',
    {
      initial: {
        'k8s.pod.name': 'k8s.pod.name',
        pod: 'pod',
        'service.instance.id': 'service.instance.id',
      },
    },
  ),
  secretFilter: secretFilterOptions,
  extraLogProcessingStages: text(
    '',
    'Stages of loki.process to run last, such as stage.multiline. Go template expressions in it see this feature’s values.',
    { format: 'alloy' },
  ),
} as const

/** What Pod Logs via Loki and via the Kubernetes API have in common, which is nearly all. */
export const podLogFields = {
  ...selectionFields,
  nodeSelectors: map(anything('', ''), 'Gather logs of pods on nodes with these labels only.'),
  labelSelectors: map(
    anything('', ''),
    'Gather logs of pods with these labels only; a list allows several values.',
    { common: true },
  ),
  extraDiscoveryRules: text(
    '',
    'Relabelling rules for the pods that were found; they see the __meta labels of discovery.',
    { format: 'alloy' },
  ),
  attachNamespaceMetadata: flag(
    false,
    'Let rules see the labels and annotations of a pod’s namespace.',
  ),
  nodeLabels: nodeLabelOptions,
  labels: map(
    text('', ''),
    'Labels to copy from the pod’s labels: the log label, then the pod label.',
    { initial: { app_kubernetes_io_name: 'app.kubernetes.io/name' } },
  ),
  annotations: map(
    text('', ''),
    'Labels to copy from the pod’s annotations: the log label, then the annotation.',
    { initial: { job: 'k8s.grafana.com/logs.job' } },
  ),
  ...staticLabelFields,
  defaultLogFormat: choice(
    ['cri', 'docker', ''],
    'cri',
    'Format of log files whose container runtime cannot be told.',
    { loose: true },
  ),
  cri: group(
    {
      maxPartialLines: count(
        100,
        'How many lines that the runtime cut may wait for their rest. Raise it when long lines get lost.',
        { integer: true },
      ),
    },
    'Logs of containerd and CRI-O.',
  ),
  ...processingFields,
} as const

const podLogOptions = group(podLogFields)
const processingOptions = group({ ...staticLabelFields, ...processingFields })
const selectionOptions = group(selectionFields)

export type PodLogValues = ValueOf<typeof podLogOptions>
export type ProcessingValues = ValueOf<typeof processingOptions>
export type SelectionValues = ValueOf<typeof selectionOptions>
