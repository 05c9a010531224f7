import {
  listTuning,
  listTuningFields,
  plainTuning,
  sourceFields,
} from '../../pipelines/metrics-source'
import { anything, choice, count, flag, group, list, map, text, texts } from '../../values/options'
import { commonFields } from '../common'

const nodeAddressFormat = choice(
  ['direct', 'proxy'],
  'direct',
  'Reach the kubelet at the node’s own address, or through the Kubernetes API where nodes cannot be reached.',
)

/** One endpoint of the kubelet (templates/_kubelet*.alloy.tpl). */
const kubeletSource = (job: string, enabled: boolean, help: string) =>
  group(
    {
      enabled: flag(enabled, help, { common: true }),
      nodeAddressFormat,
      ...sourceFields(job),
      metricsTuning: listTuning,
    },
    help,
  )

const cadvisor = group(
  {
    enabled: flag(true, 'Collect each container’s use of CPU, memory, disk and network.', {
      common: true,
    }),
    nodeAddressFormat,
    ...sourceFields('integrations/kubernetes/cadvisor'),
    metricsTuning: group(
      {
        ...listTuningFields,
        dropEmptyContainerLabels: flag(
          true,
          'Drop container metrics without a container name: sums over a pod that count everything twice.',
        ),
        dropEmptyImageLabels: flag(
          true,
          'Drop container metrics without an image, which are sums as well.',
        ),
        normalizeUnnecessaryLabels: list(
          group({
            metric: text('', 'The metric’s name.'),
            labels: texts('Labels of it to set to NA.'),
          }),
          'Labels that only add series: for these metrics they get a fixed value.',
          { initial: [{ metric: 'machine_memory_bytes', labels: ['boot_id', 'system_uuid'] }] },
        ),
        keepPhysicalFilesystemDevices: texts(
          'Keep disk metrics of these devices only (regular expressions). Empty keeps all.',
          { initial: ['mmcblk.p.+', 'nvme.+', 'rbd.+', 'sd.+', 'vd.+', 'xvd.+', 'dasd.+'] },
        ),
        keepPhysicalNetworkDevices: texts(
          'Keep network metrics of these interfaces only (regular expressions). Empty keeps all.',
          { initial: ['en[ospx][0-9].*', 'wlan[0-9].*', 'eth[0-9].*'] },
        ),
        includeNamespaces: texts(
          'Keep container metrics of these namespaces only. Metrics without a namespace stay.',
        ),
        excludeNamespaces: texts('Drop container metrics of these namespaces.'),
      },
      'Which metrics are sent.',
    ),
  },
  'Container metrics from each node.',
)

const inherited = (what: string) => flag(null, what, { nullable: true, common: true })

/** What every source of the control plane has. */
const controlPlaneFields = (job: string, what: string) => ({
  enabled: inherited(what),
  ...sourceFields(job),
  metricsTuning: plainTuning,
})

const controlPlanePod = (selector: string, port: number) => ({
  selectorLabel: text(selector, 'Label that finds its pods in the namespace kube-system.'),
  port: count(port, 'Port that its pods serve metrics on.', { integer: true }),
})

const discoveryMode = choice(
  ['pod', 'eks-proxy'],
  'pod',
  'Scrape its pods, or on Amazon EKS, which hides them, the metrics that the Kubernetes API passes on (Kubernetes 1.28 or newer, and extra permissions).',
)

const kubeStateMetrics = group(
  {
    enabled: flag(true, 'Collect the state of Kubernetes objects from kube-state-metrics.', {
      common: true,
    }),
    checkForPotentialServiceMonitorConflicts: flag(
      true,
      'On installation, warn of ServiceMonitors that would collect the same metrics again.',
    ),
    discoveryType: choice(
      ['endpoints', 'pod', 'service'],
      'endpoints',
      'What to look for. Take service for a single replica or several equal ones; the others reach every shard.',
    ),
    namespace: text('', 'Namespace of your own kube-state-metrics. Not used for a deployed one.', {
      format: 'kubernetes-name',
    }),
    labelMatchers: map(
      anything('', 'The label’s value.'),
      'Labels that find your own kube-state-metrics. A deployed one is found by itself.',
    ),
    namespaces: anything(
      [],
      'Namespaces whose objects it reports: a list or a text with commas. Works only for the deployed one.',
    ),
    namespacesDenylist: anything(
      [],
      'Namespaces whose objects it leaves out: a list or a text with commas. Works only for the deployed one.',
    ),
    ...sourceFields('integrations/kubernetes/kube-state-metrics'),
    metricsTuning: listTuning,
    service: group(
      { scheme: text('http', 'How to reach it: http or https.') },
      'How its service is reached.',
    ),
    bearerTokenFile: text('', 'File with a bearer token to send along.'),
  },
  'State of Kubernetes objects.',
)

/** charts/feature-cluster-metrics/values.yaml */
export const options = group(
  {
    ...commonFields,
    controlPlane: group(
      {
        enabled: flag(
          false,
          'Collect from the whole control plane. Each part can still be switched on or off on its own.',
          { common: true },
        ),
      },
      'The control plane as a whole.',
    ),
    kubelet: kubeletSource(
      'integrations/kubernetes/kubelet',
      true,
      'Collect the kubelet’s own metrics: pods and volumes on each node.',
    ),
    kubeletResource: kubeletSource(
      'integrations/kubernetes/resources',
      true,
      'Collect use of CPU and memory as the kubelet sums it up.',
    ),
    kubeletProbes: kubeletSource(
      'integrations/kubernetes/probes',
      false,
      'Collect the results of liveness, readiness and startup probes.',
    ),
    cadvisor,
    apiServer: group(
      controlPlaneFields(
        'integrations/kubernetes/kube-apiserver',
        'Collect from the API server. Unset follows the control plane.',
      ),
      'Kubernetes API server.',
    ),
    kubeControllerManager: group(
      {
        ...controlPlaneFields(
          'kube-controller-manager',
          'Collect from the controller manager. Unset follows the control plane.',
        ),
        discoveryMode,
        ...controlPlanePod('component=kube-controller-manager', 10257),
      },
      'Controller manager.',
    ),
    kubeDNS: group(
      controlPlaneFields(
        'integrations/kubernetes/kube-dns',
        'Collect from the cluster’s DNS. Unset follows the control plane.',
      ),
      'Cluster DNS.',
    ),
    kubeProxy: group(
      {
        ...controlPlaneFields(
          'integrations/kubernetes/kube-proxy',
          'Collect from kube-proxy. Unset follows the control plane.',
        ),
        ...controlPlanePod('k8s-app=kube-proxy', 10249),
      },
      'Kube-proxy.',
    ),
    kubeScheduler: group(
      {
        ...controlPlaneFields(
          'kube-scheduler',
          'Collect from the scheduler. Unset follows the control plane.',
        ),
        discoveryMode,
        ...controlPlanePod('component=kube-scheduler', 10259),
      },
      'Scheduler.',
    ),
    'kube-state-metrics': kubeStateMetrics,
  },
  'Metrics of the cluster itself: nodes, containers, Kubernetes objects and the control plane.',
)
