import { anything, choice, count, flag, group, list, text, texts } from '../../values/options'
import {
  accountFields,
  containerSecurity,
  extra,
  imageDigest,
  imageFields,
  imageHelp,
  imagePullSecrets,
  nameFields,
  namespaceField,
  placementFields,
  podAnnotations,
  podLabels,
  podSecurity,
  resources,
} from '../common-options'

type Tree = Readonly<Record<string, unknown>>

/** What differs between the two charts that bring Beyla. */
export interface BeylaDefaults {
  readonly enabled: boolean
  readonly nameOverride: string
  readonly targetPort: number | null
  readonly cacheReplicas: number
  readonly cacheResources: Tree
  readonly podAnnotations: Tree
  readonly nodeSelector: Tree
  readonly tolerations: readonly Tree[]
}

const beylaImage = (repository: string) =>
  group(
    {
      ...imageFields('docker.io', repository),
      digest: imageDigest,
      pullSecrets: imagePullSecrets,
    },
    imageHelp,
  )

const endpoint = anything({ endpoint: { interval: '15s' } }, 'How the port is scraped.')

function serviceOptions(targetPort: number | null) {
  const protocol = text('', 'Protocol that the port speaks.')
  return group(
    {
      targetPort: count(
        targetPort,
        'Port that Beyla serves metrics on. It is taken on each node, so it must be free there.',
        { integer: true, nullable: true, common: true },
      ),
      enabled: flag(false, 'Make a Service before the pods.'),
      type: choice(['ClusterIP', 'NodePort', 'LoadBalancer'], 'ClusterIP', 'Kind of Service.', {
        loose: true,
      }),
      annotations: anything({}, 'Annotations of the Service.'),
      labels: anything({}, 'Further labels of the Service.'),
      clusterIP: text('', 'Address inside the cluster.'),
      loadBalancerIP: text('', 'Address of the load balancer.'),
      loadBalancerClass: text('', 'Kind of load balancer.'),
      loadBalancerSourceRanges: texts('Networks that may reach the load balancer.'),
      externalIPs: texts('Addresses outside the cluster.'),
      externalTrafficPolicy: text('', 'Where traffic from outside may go.'),
      port: count(80, 'Port of the Service.', { integer: true }),
      portName: text('metrics', 'Name of the port.'),
      appProtocol: protocol,
      nodePort: anything(null, 'Port on the nodes, for the type NodePort.'),
      internalMetrics: group(
        {
          port: count(8080, 'Port of the Service for them.', { integer: true }),
          targetPort: count(null, 'Their port in the pods, if it is another one.', {
            integer: true,
            nullable: true,
          }),
          portName: text('int-metrics', 'Name of the port.'),
          appProtocol: protocol,
          nodePort: anything(null, 'Port on the nodes, for the type NodePort.'),
        },
        'Metrics about Beyla itself.',
      ),
    },
    'Where Beyla serves its metrics.',
    { open: true },
  )
}

function cacheOptions({ cacheReplicas, cacheResources }: BeylaDefaults) {
  return group(
    {
      replicas: count(cacheReplicas, 'How many pods; one for about fifty nodes.', {
        integer: true,
        common: true,
      }),
      resources: resources(cacheResources),
      image: beylaImage('grafana/beyla-k8s-cache'),
      service: group(
        {
          name: text('beyla-k8s-cache', 'Name of the cache’s objects.'),
          port: count(50055, 'Port that it answers on.', { integer: true }),
          annotations: anything({}, 'Not used by the chart.'),
          labels: anything({}, 'Further labels of the Service.'),
        },
        'The Service before the cache.',
      ),
      profilePort: count(0, 'Port for profiles of the cache; 0 for none.', { integer: true }),
      internalMetrics: group(
        {
          port: count(0, 'Port for metrics about the cache; 0 for none.', { integer: true }),
          path: text('/metrics', 'Not used by the chart.'),
          portName: text('metrics', 'Name of the port.'),
        },
        'Metrics about the cache itself.',
      ),
      env: anything({}, 'Environment variables, by name.'),
      envValueFrom: anything({}, 'Environment variables from elsewhere, by name.'),
      annotations: anything({}, 'Annotations of the Deployment.'),
      podAnnotations: anything({}, 'Annotations of the pods.'),
      podLabels,
      ...placementFields(),
    },
    'The cache of Kubernetes facts that all Beylas share.',
  )
}

/** Options of the chart beyla 1.16, except for its configuration and the preset. */
export function beylaFields(defaults: BeylaDefaults) {
  const { nodeSelector, tolerations } = defaults
  return {
    enabled: flag(defaults.enabled, 'Deploy Beyla itself.'),
    k8sCache: cacheOptions(defaults),
    service: serviceOptions(defaults.targetPort),
    resources: resources(),
    image: beylaImage('grafana/beyla'),
    ...placementFields({ nodeSelector, tolerations }),
    ...nameFields,
    nameOverride: text(defaults.nameOverride, nameFields.nameOverride.help),
    ...namespaceField,
    privileged: flag(true, 'Run Beyla with all privileges. Off, it gets only those that it needs.'),
    extraCapabilities: texts('Further privileges, where it does not have all.'),
    contextPropagation: group(
      {
        enabled: flag(true, 'Carry traces from one service to the next. Uses the node’s network.'),
      },
      'Traces across services.',
    ),
    securityContext: containerSecurity({ privileged: true }),
    podSecurityContext: podSecurity({}),
    env: anything({}, 'Environment variables, by name.'),
    envValueFrom: anything({}, 'Environment variables from elsewhere, by name.'),
    podAnnotations: podAnnotations(defaults.podAnnotations),
    podLabels: anything({}, 'Further labels by which Beyla’s pods are found.'),
    annotations: anything({}, 'Annotations of the objects.'),
    updateStrategy: anything({ type: 'RollingUpdate' }, 'How pods are replaced.'),
    minReadySeconds: count(0, 'Seconds that a pod must be ready before the next is replaced.', {
      integer: true,
      nullable: true,
    }),
    priorityClassName: text('', 'Which pods go first when nodes are full.'),
    dnsPolicy: text('ClusterFirstWithHostNet', 'Where the pods look up names.'),
    volumes: extra('Further volumes.'),
    volumeMounts: extra('Where further volumes appear in the container.'),
    rbac: group(
      {
        create: flag(true, 'Make the role that it needs.'),
        extraClusterRoleRules: extra('Further rules of the role.'),
      },
      'What it may read.',
    ),
    injector: group(
      { enabled: flag(false, 'Let Beyla write what the SDK injector is to instrument.') },
      'Working with the SDK injector.',
    ),
    serviceAccount: group(
      {
        ...accountFields,
        automount: flag(true, 'Give pods of this account its token.'),
        labels: anything({}, 'Further labels of the account.'),
      },
      'The account that the pods run as.',
    ),
    serviceMonitor: group(
      {
        enabled: flag(false, 'Make a ServiceMonitor. Auto-Instrumentation scrapes without.'),
        additionalLabels: anything({}, 'Further labels of the ServiceMonitor.'),
        annotations: anything({}, 'Annotations of the ServiceMonitor.'),
        metrics: endpoint,
        internalMetrics: endpoint,
        endpoint: anything({}, 'How Beyla’s metrics are scraped.'),
        jobLabel: text('', 'Label of the Service that becomes the job.'),
      },
      'For the Prometheus Operator.',
    ),
    extraObjects: list(anything({}, 'A Kubernetes object.'), 'Further Kubernetes objects.'),
  } as const
}
