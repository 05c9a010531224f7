import { anything, choice, count, flag, group, list, map, text } from '../../values/options'

const scalingDirection = (direction: string, window: number) =>
  group(
    {
      policies: list(
        group(
          {
            type: choice(['Pods', 'Percent'], 'Pods', 'What the value counts.', { loose: true }),
            value: count(0, 'How much may change.', { integer: true }),
            periodSeconds: count(0, 'Within how many seconds.', { integer: true }),
          },
          'One limit.',
        ),
        `Limits on how fast it scales ${direction}.`,
      ),
      selectPolicy: choice(['Max', 'Min', 'Disabled'], 'Max', 'Which of several limits holds.', {
        loose: true,
      }),
      stabilizationWindowSeconds: count(
        window,
        'Seconds of past recommendations to look back on before it acts.',
        { integer: true },
      ),
    },
    `How it scales ${direction}.`,
  )

const horizontalFields = {
  minReplicas: count(1, 'Fewest replicas.', { integer: true }),
  maxReplicas: count(5, 'Most replicas.', { integer: true }),
  targetCPUUtilizationPercentage: count(
    0,
    'CPU use to aim at, in percent of the request; 0 leaves CPU out.',
  ),
  targetMemoryUtilizationPercentage: count(
    80,
    'Memory use to aim at, in percent of the request; 0 leaves memory out.',
  ),
  scaleDown: scalingDirection('down', 300),
  scaleUp: scalingDirection('up', 0),
} as const

const autoscalingOptions = group(
  {
    enabled: flag(false, 'The older switch for the horizontal autoscaler.', {
      deprecated: 'Use horizontal.enabled.',
    }),
    ...horizontalFields,
    horizontal: group(
      {
        enabled: flag(false, 'Add and remove replicas as load changes. Needs resource requests.'),
        externalHPA: flag(
          false,
          'Something else, such as KEDA, sets the replicas: leave them out of the workload.',
        ),
        ...horizontalFields,
      },
      'Scaling by the number of replicas.',
    ),
    vertical: group(
      {
        enabled: flag(
          false,
          'Adjust requests to actual use. Needs the Vertical Pod Autoscaler in the cluster.',
        ),
        recommenders: anything([], 'Recommender to use instead of the default one; at most one.'),
        resourcePolicy: group(
          {
            containerPolicies: anything(
              [
                {
                  containerName: 'alloy',
                  controlledResources: ['cpu', 'memory'],
                  controlledValues: 'RequestsAndLimits',
                  maxAllowed: {},
                  minAllowed: {},
                },
              ],
              'Bounds for each container.',
            ),
          },
          'What it may change.',
        ),
        updatePolicy: anything(null, 'When it may replace running pods.'),
      },
      'Scaling by the size of requests.',
    ),
  },
  'Scaling with load.',
)

/** `controller`: the workload that runs the pods. Defaults are those of the Alloy chart's values.yaml. */
export const controllerOptions = group(
  {
    type: choice(
      ['daemonset', 'deployment', 'statefulset'],
      'daemonset',
      'A pod on every node, interchangeable replicas, or replicas with names and storage of their own. A preset usually says it.',
      { loose: true, common: true },
    ),
    replicas: count(1, 'Number of pods; a DaemonSet has one on each node instead.', {
      integer: true,
      common: true,
    }),
    extraLabels: map(text('', ''), 'More labels for the workload itself.'),
    extraAnnotations: map(text('', ''), 'Annotations for the workload itself.'),
    parallelRollout: flag(true, 'Start and stop the pods of a StatefulSet all at once.'),
    minReadySeconds: count(10, 'Seconds that a new pod has to stay ready before it counts.', {
      integer: true,
    }),
    hostNetwork: flag(false, 'Use the node’s network.'),
    hostPID: flag(false, 'See the node’s processes.'),
    dnsPolicy: choice(
      ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'],
      'ClusterFirst',
      'How names are resolved; with the node’s network, ClusterFirstWithHostNet keeps cluster names working.',
      { loose: true },
    ),
    terminationGracePeriodSeconds: count(null, 'Seconds that a pod has for a clean stop.', {
      integer: true,
      nullable: true,
    }),
    revisionHistoryLimit: count(10, 'Old revisions kept for a rollback.', { integer: true }),
    updateStrategy: anything({}, 'How pods are replaced on a change.'),
    nodeSelector: map(text('', ''), 'Labels of the nodes that may run the pods.'),
    tolerations: anything([], 'Taints that the pods put up with.', { common: true }),
    topologySpreadConstraints: anything([], 'How replicas spread over zones and nodes.'),
    priorityClassName: text('', 'Priority class of the pods.', { format: 'kubernetes-name' }),
    podAnnotations: map(text('', ''), 'Annotations for the pods.'),
    podLabels: map(text('', ''), 'More labels for the pods.'),
    podDisruptionBudget: group(
      {
        enabled: flag(false, 'Limit how many pods a drain may take down; not for a DaemonSet.'),
        minAvailable: anything(null, 'Pods, or a percentage, that must stay up.'),
        maxUnavailable: anything(null, 'Pods, or a percentage, that may be down.'),
      },
      'Protection from drains. Set one of the two limits.',
    ),
    enableStatefulSetAutoDeletePVC: flag(
      false,
      'Delete storage claims along with the StatefulSet and its removed replicas.',
    ),
    autoscaling: autoscalingOptions,
    affinity: anything({}, 'Rules for which nodes and neighbours the pods prefer.'),
    volumes: group({ extra: anything([], 'More volumes of the pod.') }, 'Volumes.'),
    volumeClaimTemplates: anything([], 'Storage claimed for each replica of a StatefulSet.'),
    initContainers: anything([], 'Containers that run before Alloy starts.'),
    extraContainers: anything([], 'Containers that run beside Alloy.'),
  },
  'The workload.',
)
