import { anything, choice, count, flag, group, text, texts } from '../../values/options'
import {
  accountFields,
  containerSecurity,
  deployField,
  extra,
  extraArgs,
  imageDigest,
  imageFields,
  imageHelp,
  imagePullSecrets,
  ipDualStack,
  linuxNodes,
  logsJob,
  nameFields,
  namespaceField,
  placementFields,
  podAnnotations,
  podLabels,
  podSecurity,
  probeOptions,
  rbacProxyOptions,
  resources,
  verticalPodAutoscaler,
} from '../common-options'
import { monitorDefaults, scrapeConfigDefaults } from './monitoring'
import { defaultCollectors, defaultNodeLabels } from './resources'

const hardened = {
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
} as const

const title = 'kube-state-metrics'

/** charts/telemetry-services/values.yaml over the chart kube-state-metrics 8.3. */
export const options = group(
  {
    ...deployField(title),
    replicas: count(
      1,
      'How many pods. Several only make sense with autosharding, or to survive the loss of one, when each metric exists several times.',
      { integer: true, common: true },
    ),
    autosharding: group(
      {
        enabled: flag(false, 'Let each pod watch a share of the objects. For large clusters.', {
          common: true,
        }),
      },
      'Sharing the work among several pods.',
    ),
    metricLabelsAllowlist: texts(
      'Kubernetes labels to offer as metrics, such as pods=[app,team] or namespaces=[*].',
      { initial: [defaultNodeLabels], common: true },
    ),
    metricAnnotationsAllowList: texts(
      'Kubernetes annotations to offer as metrics, in the same form as the labels.',
      { common: true },
    ),
    namespaces: anything(
      '',
      'Watch objects of these namespaces only: a list, or names with commas between.',
      { common: true },
    ),
    namespacesDenylist: anything(
      '',
      'Do not watch objects of these namespaces: a list, or names with commas between.',
    ),
    releaseNamespace: flag(false, 'Watch the namespace that it runs in, besides those listed.'),
    resources: resources(),
    collectors: texts('Kinds of objects to watch.', { initial: defaultCollectors }),
    collectorsExclude: anything([], 'Kinds of objects to leave out of the standard list.'),
    collectorsExtra: anything([], 'Kinds of objects to watch besides the standard list.'),
    metricAllowlist: texts(
      'Names of the metrics to offer; regular expressions work. Empty offers all.',
    ),
    metricDenylist: texts('Names of metrics not to offer; regular expressions work.'),
    customResourceState: group(
      {
        enabled: flag(false, 'Offer metrics about custom resources.'),
        create: flag(true, 'Make the ConfigMap; off when there is one already.'),
        name: text('', 'Name of the ConfigMap.'),
        key: text('config.yaml', 'Key of the configuration in the ConfigMap.'),
        config: anything({}, 'Which custom resources, and which metrics of them.'),
      },
      'Metrics about custom resources.',
    ),
    image: group(
      {
        ...imageFields('registry.k8s.io', 'kube-state-metrics/kube-state-metrics'),
        sha: imageDigest,
      },
      imageHelp,
    ),
    imagePullSecrets,
    ...nameFields,
    ...namespaceField,
    updateStrategy: text(
      'Recreate',
      'How pods are replaced; Recreate avoids metrics that exist twice.',
    ),
    revisionHistoryLimit: count(10, 'How many older versions to keep for going back.', {
      integer: true,
    }),
    extraArgs: extraArgs(),
    env: extra('Environment variables.'),
    ...placementFields({ nodeSelector: linuxNodes }),
    topologySpreadConstraints: extra('How pods spread over nodes and zones.'),
    priorityClassName: text('', 'Which pods go first when nodes are full.'),
    podAnnotations: podAnnotations(logsJob('integrations/kubernetes/kube-state-metrics')),
    podLabels,
    annotations: anything({}, 'Annotations of the workload.'),
    labels: anything({}, 'Further labels of the workload.'),
    customLabels: anything({}, 'Further labels of all objects.'),
    selectorOverride: anything(
      {},
      'Labels by which the pods are found, instead of the chart’s own.',
    ),
    releaseLabel: flag(
      true,
      'Label the objects with the release. Cluster Metrics finds the pods by it.',
    ),
    prometheusScrape: flag(
      false,
      'Ask for scraping by annotation. Cluster Metrics scrapes without, so this would do it twice.',
    ),
    podDisruptionBudget: anything({}, 'How many pods may be missing while nodes are drained.'),
    automountServiceAccountToken: flag(true, 'Give the pods the account’s token.'),
    hostNetwork: flag(false, 'Use the network of the node.'),
    hostUsers: flag(null, 'Whether the pods share the node’s user namespace.', { nullable: true }),
    dnsPolicy: text('ClusterFirst', 'Where the pods look up names.'),
    dnsConfig: anything({}, 'Further settings of name resolution.'),
    service: group(
      {
        port: count(8080, 'Port of the metrics.', { integer: true }),
        type: choice(['ClusterIP', 'NodePort', 'LoadBalancer'], 'ClusterIP', 'Kind of Service.', {
          loose: true,
        }),
        ipDualStack,
        nodePort: count(0, 'Port on the nodes, for the type NodePort.', { integer: true }),
        loadBalancerIP: text('', 'Address of the load balancer.'),
        loadBalancerSourceRanges: texts('Networks that may reach the load balancer.'),
        clusterIP: text('', 'Address inside the cluster.'),
        annotations: anything({}, 'Annotations of the Service.'),
      },
      'The Service before the pods.',
    ),
    selfMonitor: group(
      {
        enabled: flag(false, 'Offer its own metrics on the Service too.'),
        telemetryHost: text('', 'Address to listen on for them.'),
        telemetryPort: count(0, 'Port of its own metrics; 8081 unless set.', { integer: true }),
        telemetryNodePort: count(0, 'Port on the nodes, for the type NodePort.', { integer: true }),
      },
      'Metrics about kube-state-metrics itself.',
    ),
    rbac: group(
      {
        create: flag(true, 'Make the roles that it needs.'),
        useClusterRole: flag(
          true,
          'Read the whole cluster. Off, it gets a role in each of the listed namespaces only.',
        ),
        useExistingRole: text('', 'Name of a role that exists, to use instead.'),
        extraRules: extra('Further rules of the role, such as for custom resources.'),
        clusterRoleSelectors: extra('Make the role of others’ rules, found by these labels.'),
        customResourceState: group(
          {
            createClusterRoleRules: flag(
              true,
              'Allow reading the definitions of custom resources.',
            ),
          },
          'What metrics about custom resources need.',
        ),
      },
      'What it may read.',
    ),
    serviceAccount: group(
      {
        ...accountFields,
        imagePullSecrets,
        automountServiceAccountToken: flag(true, 'Give pods of this account its token.'),
      },
      'The account that the pods run as.',
    ),
    securityContext: podSecurity({
      enabled: true,
      runAsGroup: 65534,
      runAsUser: 65534,
      fsGroup: 65534,
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    }),
    containerSecurityContext: containerSecurity(hardened),
    startupProbe: probeOptions('When it counts as started.', {
      delay: 0,
      timeout: 5,
      optional: true,
    }),
    livenessProbe: probeOptions('When it is restarted.', { delay: 5, timeout: 5 }),
    readinessProbe: probeOptions('When it gets requests.', { delay: 5, timeout: 5 }),
    authFilter: group(
      { enabled: flag(false, 'Let only authorised accounts read the metrics.') },
      'Who may read the metrics.',
    ),
    kubeRBACProxy: rbacProxyOptions({
      port: 9090,
      securityContext: hardened,
      fields: { ignoreProbePaths: true, volumeMounts: [] },
    }),
    kubeconfig: group(
      {
        enabled: flag(false, 'Watch another cluster than the one it runs in.'),
        secret: text('', 'The kubeconfig, encoded as base64.', { secret: true }),
      },
      'How to reach another cluster.',
    ),
    networkPolicy: anything(
      { enabled: false },
      'Who may talk to the pods, and whom they may talk to.',
    ),
    prometheus: anything(
      { monitor: monitorDefaults, scrapeconfig: scrapeConfigDefaults },
      'A ServiceMonitor or ScrapeConfig for the Prometheus Operator. Cluster Metrics scrapes without.',
    ),
    verticalPodAutoscaler,
    volumes: extra('Further volumes.'),
    volumeMounts: extra('Where further volumes appear in the container.'),
    containers: extra('Further containers.'),
    initContainers: extra('Containers that run first.'),
    extraManifests: extra('Further Kubernetes objects.'),
  },
  'Metrics about the state of Kubernetes objects.',
  { open: true },
)
