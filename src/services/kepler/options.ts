import { anything, choice, count, flag, group, text } from '../../values/options'
import {
  accountFields,
  containerSecurity,
  deployField,
  imageDigest,
  imageHelp,
  imagePullSecrets,
  linuxNodes,
  logsJob,
  nameFields,
  notOnFargate,
  placementFields,
  podAnnotations,
  podLabels,
  podSecurity,
  pullPolicy,
  resources,
} from '../common-options'

const serviceType = choice(
  ['ClusterIP', 'NodePort', 'LoadBalancer'],
  'ClusterIP',
  'Kind of Service.',
  {
    loose: true,
  },
)

/** charts/telemetry-services/values.yaml over the chart kepler 0.6. */
export const options = group(
  {
    ...deployField('Kepler'),
    extraEnvVars: anything(
      {
        KEPLER_LOG_LEVEL: '1',
        ENABLE_GPU: 'true',
        ENABLE_QAT: 'false',
        ENABLE_EBPF_CGROUPID: 'true',
        EXPOSE_HW_COUNTER_METRICS: 'true',
        EXPOSE_IRQ_COUNTER_METRICS: 'true',
        EXPOSE_CGROUP_METRICS: 'false',
        ENABLE_PROCESS_METRICS: 'false',
        CPU_ARCH_OVERRIDE: '',
        CGROUP_METRICS: '*',
        EXPOSE_ESTIMATED_IDLE_POWER_METRICS: 'true',
      },
      'Environment variables, which are Kepler’s settings, by name.',
      { common: true },
    ),
    canMount: group(
      { usrSrc: flag(false, 'Mount /usr/src, which not all nodes have.') },
      'Which folders of the node to mount.',
    ),
    service: group(
      {
        annotations: anything({}, 'Annotations of the Service.'),
        type: serviceType,
        port: count(9102, 'Port that it takes on each node; it must be free there.', {
          integer: true,
          common: true,
        }),
      },
      'Where it listens, and the Service before it.',
    ),
    resources: resources(),
    image: group(
      {
        repository: text(
          'quay.io/sustainable_computing_io/kepler',
          'The image with its registry; the global registry does not change it.',
        ),
        tag: text('', 'Version of the image. Empty takes the one that the chart was made for.', {
          loose: true,
        }),
        digest: imageDigest,
        pullPolicy: pullPolicy('Always'),
      },
      imageHelp,
    ),
    imagePullSecrets,
    ...placementFields({
      nodeSelector: linuxNodes,
      tolerations: [{ effect: 'NoSchedule', key: 'node-role.kubernetes.io/control-plane' }],
      affinity: notOnFargate,
    }),
    ...nameFields,
    annotations: anything({}, 'Annotations of the DaemonSet.'),
    podAnnotations: podAnnotations(logsJob('integrations/kepler')),
    podLabels,
    podSecurityContext: podSecurity({}),
    securityContext: containerSecurity({ privileged: true }),
    rbac: group(
      { create: flag(true, 'Make the role that it needs.') },
      'What it may do in the cluster.',
    ),
    serviceAccount: group(accountFields, 'The account that the pods run as.'),
    serviceMonitor: anything(
      {
        enabled: false,
        namespace: '',
        interval: '30s',
        scrapeTimeout: '5s',
        labels: {},
        attachMetadata: { node: false },
        relabelings: [
          {
            action: 'replace',
            regex: '(.*)',
            replacement: '$1',
            sourceLabels: ['__meta_kubernetes_pod_node_name'],
            targetLabel: 'instance',
          },
        ],
        metricRelabelings: [],
      },
      'A ServiceMonitor for the Prometheus Operator. Host Metrics scrapes without.',
    ),
    redfish: group(
      {
        enabled: flag(false, 'Ask the nodes’ Redfish interfaces for their power.'),
        name: text('redfish', 'Name of the Secret.'),
        labels: anything({}, 'Further labels of the Secret.'),
        annotations: anything({}, 'Annotations of the Secret.'),
        fileContent: text(
          [
            'your_kubelet_node1_name,redfish_username,redfish_password,https://node1_redfish_ip_or_hostname',
            'your_kubelet_node2_name,redfish_username,redfish_password,https://node2_redfish_ip_or_hostname',
          ].join('\n'),
          'A line for each node: its name, user, password and address of Redfish.',
          { secret: true, format: 'multiline' },
        ),
      },
      'Power as the nodes’ own controllers measure it.',
    ),
    networkPolicy: group(
      {
        enabled: flag(false, 'Make a network policy.'),
        egress: anything(
          {},
          'Whom the pods may talk to. The chart cannot write it: leave it empty.',
        ),
        ingress: anything(
          [{ ports: [{ protocol: 'TCP', port: 9102 }] }],
          'Who may reach the pods.',
        ),
      },
      'Who may talk to the pods.',
    ),
    modelServer: group(
      {
        enabled: flag(false, 'Run the server that trains and serves power models.'),
        modelConfig: text('NODE_COMPONENTS_ESTIMATOR=true\n', 'What the estimator works out.', {
          format: 'multiline',
        }),
        nameOverride: text('', 'What the server is named with, instead of model-server.'),
        fullnameOverride: text('', 'Name of the server; only used beside Kepler’s own full name.'),
        image: group(
          {
            repository: text(
              'quay.io/sustainable_computing_io/kepler_model_server',
              'The image with its registry.',
            ),
            tag: text('v0.7.12', 'Version of the image.', { loose: true }),
            digest: imageDigest,
            pullPolicy: pullPolicy('Always'),
          },
          imageHelp,
        ),
        replicas: count(1, 'How many pods.', { integer: true }),
        annotations: anything({}, 'Annotations of the Deployment and the Service.'),
        podAnnotations: anything({}, 'Annotations of the pods.'),
        podLabels,
        podSecurityContext: podSecurity({}),
        securityContext: containerSecurity({}),
        ...placementFields({ nodeSelector: linuxNodes }),
        resources: anything({}, 'CPU and memory of the server.'),
        sidecarResources: anything({}, 'CPU and memory of the estimator beside Kepler.'),
        service: group(
          {
            annotations: anything({}, 'Annotations of the Service.'),
            type: serviceType,
            port: count(8100, 'Port of the Service.', { integer: true }),
          },
          'The Service before the server.',
        ),
      },
      'Better estimates from trained models.',
    ),
  },
  'Estimates of the energy that pods use.',
  { open: true },
)
