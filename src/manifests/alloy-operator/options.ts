import {
  accountFields,
  containerSecurity,
  imageDigest,
  imageFields,
  imageHelp,
  imagePullSecrets,
  linuxNodes,
  nameFields,
  namespaceField,
  placementFields,
  podLabels,
  podSecurity,
  resources,
} from '../../services/common-options'
import {
  anything,
  choice,
  count,
  flag,
  group,
  text,
  texts,
  type ValueOf,
} from '../../values/options'

const port = (number: number, help: string) =>
  group({ port: count(number, help, { integer: true }) }, help)

const probe = (help: string, delay: number, period: number) =>
  group(
    {
      initialDelaySeconds: count(delay, 'Seconds to wait before the first request.', {
        integer: true,
      }),
      periodSeconds: count(period, 'Seconds between requests.', { integer: true }),
    },
    help,
  )

/** `alloy-operator`: the chart alloy-operator 0.6, and what the parent chart adds to it. */
export const operatorOptions = group(
  {
    deploy: flag(true, 'Whether to install the Alloy Operator with this release.', {
      common: true,
    }),
    conflictCheck: flag(
      true,
      'Whether to stop when another Alloy Operator is found in the cluster.',
    ),
    waitForAlloyRemoval: anything(
      {
        enabled: true,
        image: {
          registry: 'ghcr.io',
          repository: 'grafana/helm-chart-toolbox-kubectl',
          tag: '0.1.2',
          digest: '',
          pullPolicy: 'IfNotPresent',
          pullSecrets: [],
        },
        podAnnotations: {},
        podLabels: { 'sidecar.istio.io/inject': 'false', 'linkerd.io/inject': 'disabled' },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
          runAsNonRoot: true,
          runAsUser: 4242,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        resources: {},
        tolerations: [],
        nodeSelector: linuxNodes,
      },
      'The jobs that remove the collectors before the operator.',
    ),
    replicaCount: count(1, 'How many pods.', { integer: true }),
    namespaces: texts('Namespaces whose collectors it manages. Empty manages all.'),
    ownNamespaceOnly: flag(false, 'Manage the collectors of its own namespace only.', {
      common: true,
    }),
    rbac: group(
      {
        create: flag(true, 'Make the roles that it needs.'),
        createClusterRoles: flag(
          true,
          'Give it rights in the whole cluster. Off, it gets them in each of its namespaces.',
          { common: true },
        ),
      },
      'What it may do.',
    ),
    leaderElection: group(
      { enabled: flag(true, 'Let one of several pods do the work.') },
      'Choosing a leader.',
    ),
    resources: resources({ requests: {}, limits: {} }),
    image: group(
      {
        ...imageFields('ghcr.io', 'grafana/alloy-operator'),
        digest: imageDigest,
        pullSecrets: imagePullSecrets,
      },
      imageHelp,
    ),
    extraArgs: texts('Further arguments of the program.'),
    ...placementFields({ nodeSelector: linuxNodes }),
    topologySpreadConstraints: anything([], 'How pods spread over nodes and zones.'),
    priorityClassName: text('', 'Which pods go first when nodes are full.'),
    ...nameFields,
    ...namespaceField,
    podAnnotations: anything({}, 'Annotations of the pods.'),
    podLabels,
    podSecurityContext: podSecurity({ runAsNonRoot: true }),
    securityContext: containerSecurity({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    }),
    serviceAccount: group(
      {
        ...accountFields,
        automount: flag(true, 'Give pods of this account its token.'),
        labels: anything({}, 'Not used by the chart.'),
      },
      'The account that the pods run as.',
    ),
    service: group(
      {
        type: choice(['ClusterIP', 'NodePort', 'LoadBalancer'], 'ClusterIP', 'Kind of Service.', {
          loose: true,
        }),
        health: port(8081, 'Port of the health checks.'),
        metrics: port(8082, 'Port of its own metrics.'),
      },
      'The Service before the pods.',
    ),
    livenessProbe: probe('When it is restarted.', 15, 20),
    readinessProbe: probe('When it gets requests.', 5, 10),
    podDisruptionBudget: anything({}, 'How many pods may be missing while nodes are drained.'),
    serviceMonitor: anything(
      {
        enabled: false,
        additionalLabels: {},
        interval: '60s',
        scrapeTimeout: '10s',
        telemetryPath: '/metrics',
        targetLabels: [],
        metricRelabelings: [],
        relabelings: [],
      },
      'A ServiceMonitor for the Prometheus Operator.',
    ),
    crds: group(
      {
        deployAlloyCRD: flag(true, 'Install the definition of Alloy objects.'),
        deployPodLogsCRD: flag(false, 'Install the definition of PodLogs objects.'),
      },
      'Custom resource definitions.',
    ),
  },
  'The operator that turns the collectors’ objects into workloads.',
  { open: true },
)

export type OperatorValues = ValueOf<typeof operatorOptions>
