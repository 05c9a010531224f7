import { anything, choice, count, flag, group, list, text, texts } from '../../values/options'

const portOptions = group(
  {
    name: text('', 'Name of the port, unique within the pod.', { format: 'kubernetes-name' }),
    port: count(null, 'Port of the Service.', { integer: true, nullable: true }),
    targetPort: count(null, 'Port that Alloy listens on.', { integer: true, nullable: true }),
    hostPort: count(null, 'Also open this port on the node itself.', {
      integer: true,
      nullable: true,
    }),
    nodePort: count(null, 'Port on every node, used when the Service is of type NodePort.', {
      integer: true,
      nullable: true,
    }),
    protocol: choice(['TCP', 'UDP', 'SCTP'], 'TCP', 'Transport protocol.', { loose: true }),
    appProtocol: text('', 'Application protocol, which meshes and gateways read.', {
      example: 'grpc',
    }),
  },
  'One more port of the collector.',
)

/** `alloy`: the container that runs Alloy. Defaults are those of the Alloy chart's values.yaml. */
export const alloyContainerOptions = group(
  {
    configMap: group(
      {
        create: flag(
          true,
          'Let the operator write the ConfigMap. Leave off for a collector: the chart already writes it.',
        ),
        content: text('', 'Configuration for the ConfigMap that the operator writes.', {
          format: 'multiline',
        }),
        name: text(null, 'Name of the ConfigMap to read instead of the collector’s own.', {
          format: 'kubernetes-name',
          nullable: true,
        }),
        key: text(null, 'Key of the ConfigMap that holds the configuration.', { nullable: true }),
      },
      'Where the configuration comes from.',
    ),
    clustering: group(
      {
        enabled: flag(
          false,
          'Share the targets among all replicas. Needed when several pods run a feature that scrapes.',
        ),
        name: text('', 'Name of the Alloy cluster; replicas only join others of the same name.'),
        portName: text(
          'http',
          'Name of the clustering port. Inside Istio, a name that does not start with http keeps it plain TCP.',
        ),
      },
      'Work shared among replicas.',
    ),
    stabilityLevel: choice(
      ['generally-available', 'public-preview', 'experimental'],
      'generally-available',
      'The least mature components that may run. Lower it only for a component that asks for it.',
      { loose: true },
    ),
    storagePath: text(
      '/tmp/alloy',
      'Folder for the write-ahead log and read positions. Point it at a mounted volume to keep them across restarts.',
    ),
    enableHttpServerPort: flag(true, 'Open Alloy’s own HTTP port and probe it for readiness.'),
    listenAddr: text('0.0.0.0', 'Address that Alloy’s own HTTP server listens on.'),
    listenPort: count(12345, 'Port of Alloy’s own HTTP server.', { integer: true }),
    listenScheme: choice(['HTTP', 'HTTPS'], 'HTTP', 'HTTPS once the server is set up for TLS.', {
      loose: true,
    }),
    initialDelaySeconds: count(10, 'Seconds before the first readiness probe.', { integer: true }),
    timeoutSeconds: count(1, 'Seconds after which a readiness probe has failed.', {
      integer: true,
    }),
    uiPathPrefix: text('/', 'Path under which Alloy’s own pages are served.'),
    enableReporting: flag(true, 'Report anonymous usage figures to Grafana Labs.'),
    extraEnv: anything(
      [],
      'More environment variables for the container, as Kubernetes lists them.',
    ),
    envFrom: anything([], 'ConfigMaps and Secrets whose keys become environment variables.'),
    command: texts('Command to run in place of the image’s own, as Windows images need.'),
    extraArgs: texts('More arguments for `alloy run`.'),
    extraPorts: list(portOptions, 'More ports for the container and its Service.'),
    hostAliases: anything([], 'More lines for the pod’s hosts file.'),
    mounts: group(
      {
        varlog: flag(false, 'Mount /var/log of the node, where pod and system logs are.'),
        dockercontainers: flag(false, 'Mount the node’s folder of Docker container logs.'),
        extra: anything([], 'More volume mounts of the container.'),
      },
      'What the container sees of the node.',
    ),
    securityContext: anything({}, 'Security context of the Alloy container.'),
    resources: anything({}, 'CPU and memory that the container requests and may use.', {
      common: true,
    }),
    lifecycle: anything({}, 'Hooks to run when the container starts or stops.'),
    livenessProbe: anything({}, 'Probe that restarts the container when it fails.'),
  },
  'The Alloy container.',
)
