import type { Statement } from '../../alloy/ast'
import { attribute, block, component, ref } from '../../alloy/build'
import { discoverPods } from '../../pipelines/pod-logs/discovery'
import { processPodLogs } from '../../pipelines/pod-logs/processing'
import { templatedStatements, userStatements } from '../../pipelines/user-alloy'
import type { ValueOf } from '../../values/options'
import { checkStaticLabels } from '../label-names'
import type { Feature, FeatureContext } from '../types'
import { options } from './options'

export type Values = ValueOf<typeof options>

/** charts/feature-pod-logs-via-kubernetes-api/templates/_module.alloy.tpl */
function build(context: FeatureContext<Values>): readonly Statement[] {
  const { values } = context
  const pods = discoverPods({
    values,
    from: 'api',
    alignServiceName: false,
    extraRules: userStatements(context, 'extraDiscoveryRules'),
  })
  const processing = processPodLogs({
    label: 'pod_logs',
    path: context.path,
    values,
    formats: {
      defaultFormat: values.defaultLogFormat,
      maxPartialLines: values.cri.maxPartialLines,
    },
    extraStages: templatedStatements(context, 'extraLogProcessingStages'),
    destinations: context.destinations('logs'),
  })
  const source = component('loki.source.kubernetes', 'pod_logs', { targets: pods.targets }, [
    block('clustering', { enabled: true }),
    attribute('forward_to', [ref(processing.entrance, 'receiver')]),
  ])
  return [...pods.components, source, ...processing.components]
}

/** templates/features/_feature_pod_logs_via_kubernetes_api.tpl */
export const podLogsViaKubernetesApi = {
  key: 'podLogsViaKubernetesApi',
  path: ['podLogsViaKubernetesApi'],
  title: 'Pod Logs via Kubernetes API',
  name: 'Kubernetes Pod logs via Kubernetes API',
  module: 'pod_logs_via_kubernetes_api',
  group: 'logs',
  help: 'What the containers write to their standard output and error, streamed from the Kubernetes API. For clusters whose nodes’ files are out of reach, such as Fargate.',
  costs:
    'A connection to the Kubernetes API for each container, shared among the replicas of a clustered collector.',
  pipelines: [{ signal: 'logs', ecosystem: 'loki' }],
  options,
  home: 'alloy-logs',
  needsClustering: () => true,
  needs: ({ secretFilter }) => ({
    presets: ['clustered'],
    ...(secretFilter.enabled && { stability: 'experimental' }),
  }),
  build,
  validate(context) {
    checkStaticLabels(context)
  },
} satisfies Feature<Values>
