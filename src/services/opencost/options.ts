import { anything, choice, count, flag, group, map, text, texts } from '../../values/options'
import {
  accountFields,
  deployField,
  extra,
  imagePullSecrets,
  nameFields,
  namespaceField,
  podLabels,
  podSecurity,
} from '../common-options'
import { exporterOptions } from './exporter-options'
import { prometheusOptions } from './prometheus-options'
import { uiOptions } from './ui-options'
import { httpRoute, ingress } from './web-options'

/** The program's own settings: `telemetryServices.opencost.opencost`. */
const opencost = group(
  {
    exporter: exporterOptions,
    prometheus: prometheusOptions,
    cloudIntegrationSecret: text(
      '',
      'Secret with access to your cloud’s billing, under the key cloud-integration.json.',
    ),
    cloudIntegrationJSON: text('', 'The same as a text, from which a Secret is made.', {
      secret: true,
      format: 'multiline',
    }),
    cloudCost: group(
      {
        enabled: flag(false, 'Read costs of the cloud outside the cluster too.'),
        refreshRateHours: count(6, 'Hours between two readings.', { integer: true }),
        runWindowDays: count(3, 'Days that one reading covers.', { integer: true }),
        monthToDateInterval: count(6, 'Readings between two of the whole month.', {
          integer: true,
        }),
        queryWindowDays: count(7, 'Days that one query covers.', { integer: true }),
      },
      'Costs of the cloud.',
    ),
    carbonCost: group(
      { enabled: flag(false, 'Estimate carbon emissions too.') },
      'Carbon emissions.',
    ),
    customPricing: group(
      {
        enabled: flag(false, 'Use prices of your own, as for a cluster in your own rooms.', {
          common: true,
        }),
        configmapName: text('custom-pricing-model', 'Name of the ConfigMap with prices.'),
        configPath: text('/tmp/custom-config', 'Folder where the prices appear.'),
        createConfigmap: flag(true, 'Make the ConfigMap; off when there is one already.'),
        provider: text('custom', 'Whose prices they are.'),
        costModel: map(anything('', 'A price.'), 'The prices: per hour, or per gigabyte.', {
          initial: {
            description: 'Modified pricing configuration.',
            CPU: 1.25,
            spotCPU: 0.006655,
            RAM: 0.5,
            spotRAM: 0.000892,
            GPU: 0.95,
            storage: 0.25,
            zoneNetworkEgress: 0.01,
            regionNetworkEgress: 0.01,
            internetNetworkEgress: 0.12,
          },
        }),
      },
      'Prices of your own.',
    ),
    retention1d: count(15, 'Days of results to keep by the day.', { integer: true }),
    retention1h: count(49, 'Hours of results to keep by the hour.', { integer: true }),
    dataRetention: group(
      { dailyResolutionDays: anything(null, 'The older name of retention1d; it wins.') },
      'How long results are kept.',
    ),
    metrics: group(
      {
        kubeStateMetrics: group(
          {
            emitPodAnnotations: anything(null, 'Offer annotations of pods.'),
            emitNamespaceAnnotations: anything(null, 'Offer annotations of namespaces.'),
            emitKsmV1Metrics: anything(
              false,
              'Offer metrics as old versions of kube-state-metrics did.',
            ),
            emitKsmV1MetricsOnly: anything(true, 'Offer only those that newer versions lack.'),
          },
          'Metrics like those of kube-state-metrics.',
        ),
        serviceMonitor: anything(
          {
            enabled: false,
            additionalLabels: {},
            namespace: '',
            scrapeInterval: '30s',
            scrapeTimeout: '10s',
            honorLabels: true,
            relabelings: [],
            metricRelabelings: [],
            extraEndpoints: [],
            scheme: 'http',
            tlsConfig: {},
          },
          'A ServiceMonitor for the Prometheus Operator. Cost Metrics scrapes without.',
        ),
        config: group(
          {
            enabled: flag(false, 'Choose among the metrics.'),
            configmapName: text('custom-metrics', 'Name of the ConfigMap with the choice.'),
            disabledMetrics: texts('Metrics not to offer.'),
          },
          'Which metrics it offers.',
        ),
      },
      'The metrics that it offers.',
    ),
    mcp: group(
      {
        enabled: flag(false, 'Answer questions of language models too.'),
        port: count(8081, 'Port for them.', { integer: true }),
        ingress: ingress('', { path: '/', pathType: 'Prefix' }),
        httpRoute: httpRoute(8081),
      },
      'The server for language models.',
    ),
    ui: uiOptions,
    sigV4Proxy: anything(
      {
        image: 'public.ecr.aws/aws-observability/aws-sigv4-proxy:latest',
        imagePullPolicy: 'IfNotPresent',
        name: 'aps',
        port: 8005,
        region: 'us-west-2',
        host: 'aps-workspaces.us-west-2.amazonaws.com',
        extraEnv: null,
        resources: {},
        securityContext: {},
      },
      'The proxy that signs queries to Amazon Managed Service for Prometheus.',
    ),
    nodeSelector: anything(
      { 'kubernetes.io/os': 'linux' },
      'Labels of the nodes that the pods may run on.',
    ),
    tolerations: anything(
      [{ key: 'kubernetes.io/arch', operator: 'Equal', value: 'arm64', effect: 'NoSchedule' }],
      'Taints that do not keep the pods away.',
      { common: true },
    ),
    affinity: anything({}, 'Which nodes and which neighbours the pods prefer or avoid.'),
    topologySpreadConstraints: extra('How pods spread over nodes and zones.'),
    extraContainers: extra('Further containers.'),
    updateCaTrust: anything(
      {
        enabled: false,
        securityContext: {
          runAsUser: 0,
          runAsGroup: 0,
          runAsNonRoot: false,
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        caCertsSecret: 'ca-certs-secret',
        resources: {},
      },
      'Certificate authorities of your own to trust.',
    ),
    platforms: group(
      {
        openshift: anything(
          {
            enabled: false,
            createMonitoringClusterRoleBinding: false,
            createMonitoringResourceReaderRoleBinding: false,
            monitoringServiceAccountName: 'prometheus-k8s',
            monitoringServiceAccountNamespace: 'openshift-monitoring',
            enableSCC: false,
            enablePromAccess: false,
          },
          'What OpenShift needs.',
        ),
      },
      'What platforms need.',
    ),
  },
  'OpenCost’s own settings.',
  { open: true },
)

/** charts/telemetry-services/values.yaml over the chart opencost 2.5. */
export const options = group(
  {
    ...deployField('OpenCost'),
    metricsSource: text(
      '',
      'Destination whose Prometheus OpenCost asks, or custom to set it up yourself.',
      { common: true, format: 'destination' },
    ),
    opencost,
    extraVolumes: anything([{ name: 'configs', emptyDir: {} }], 'Further volumes.'),
    ...nameFields,
    ...namespaceField,
    clusterName: text('cluster.local', 'Domain of the cluster’s own names.'),
    loglevel: text('info', 'How much it logs.'),
    imagePullSecrets,
    service: group(
      {
        enabled: flag(true, 'Make a Service before the pods.'),
        annotations: anything({}, 'Annotations of the Service.'),
        labels: anything({}, 'Further labels of the Service.'),
        type: choice(['ClusterIP', 'NodePort', 'LoadBalancer'], 'ClusterIP', 'Kind of Service.', {
          loose: true,
        }),
        nodePort: anything({}, 'Port on the nodes, for the type NodePort.'),
        extraPorts: extra('Further ports.'),
        loadBalancerSourceRanges: texts('Networks that may reach the load balancer.'),
      },
      'The Service before the pods.',
    ),
    rbac: group({ enabled: flag(true, 'Make the role that it needs.') }, 'What it may read.'),
    serviceAccount: group(
      {
        ...accountFields,
        automountServiceAccountToken: flag(true, 'Give pods of this account its token.'),
      },
      'The account that the pods run as.',
    ),
    updateStrategy: anything(
      { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 }, type: 'RollingUpdate' },
      'How pods are replaced.',
    ),
    annotations: anything({}, 'Annotations of the Deployment and of role bindings.'),
    podAnnotations: anything({}, 'Annotations of the pods.'),
    secretAnnotations: anything({}, 'Annotations of the Secrets.'),
    podLabels,
    commonLabels: anything({}, 'Further labels of all objects.'),
    priorityClassName: text('', 'Which pods go first when nodes are full.'),
    podAutomountServiceAccountToken: flag(true, 'Give the pods the account’s token.'),
    podSecurityContext: podSecurity({}),
    pdb: group(
      {
        enabled: flag(false, 'Make a disruption budget.'),
        minAvailable: anything(null, 'How many pods must be there.'),
        maxUnavailable: anything(null, 'How many pods may be missing.'),
      },
      'How many pods may be missing while nodes are drained.',
    ),
    networkPolicies: anything(
      {
        enabled: false,
        prometheus: {
          namespace: 'prometheus-system',
          port: 9090,
          labels: { 'app.kubernetes.io/name': 'prometheus' },
        },
        extraEgress: [],
      },
      'Who may talk to the pods. The chart only makes it for a Prometheus inside the cluster.',
    ),
    plugins: group(
      {
        enabled: flag(false, 'Read costs of further services by plugins.'),
        install: anything(
          {
            enabled: true,
            fullImageName: 'curlimages/curl:latest',
            securityContext: {
              allowPrivilegeEscalation: false,
              seccompProfile: { type: 'RuntimeDefault' },
              capabilities: { drop: ['ALL'] },
              readOnlyRootFilesystem: true,
              runAsNonRoot: true,
              runAsUser: 1000,
            },
            plugins: [],
          },
          'How plugins are fetched.',
        ),
        folder: text('/opt/opencost/plugin', 'Folder of the plugins.'),
        version: text('', 'Version of the plugins. Empty takes the newest.', { loose: true }),
        existingSecret: text('', 'Secret with the plugins’ settings.'),
        configs: map(
          text('', 'The plugin’s settings.', { secret: true, format: 'multiline' }),
          'Settings of each plugin, from which a Secret is made.',
        ),
      },
      'Costs of further services.',
    ),
    external: group(
      {
        nodeLabels: group(
          {
            configMapName: text('', 'ConfigMap with labels of nodes.'),
            namespace: text('', 'Its namespace.'),
            key: text('', 'Its key.'),
            route: text('', 'Where to ask for them instead.'),
          },
          'Labels of nodes that Kubernetes does not have.',
        ),
      },
      'What comes from outside.',
    ),
    extraObjects: extra('Further Kubernetes objects.'),
  },
  'What workloads cost.',
  { open: true },
)
