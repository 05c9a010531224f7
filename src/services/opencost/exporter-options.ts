import { anything, count, flag, group, text, texts } from '../../values/options'
import { containerSecurity, extra, resources } from '../common-options'
import { timedProbeOptions, wholeImage } from './shared-options'
import { httpRoute, ingress } from './web-options'

const timed = (help: string, delay: number, period: number, failures: number) =>
  timedProbeOptions(help, { delay, period, failures })

const pinnedTag = '1.121.1@sha256:50052694785db32174332670920faf7b7f55d32a91ba3caec1e9207a58338ff5'

/** The program that works out costs. */
export const exporterOptions = group(
  {
    defaultClusterId: text(
      'default-cluster',
      'Name of the cluster where metrics do not tell it. It has to be cluster.name.',
      { common: true },
    ),
    clusterIdConfigmap: text('', 'ConfigMap that has the cluster’s name under CLUSTER_ID.'),
    resources: resources({
      requests: { cpu: '10m', memory: '55Mi' },
      limits: { memory: '1Gi' },
    }),
    extraEnv: anything(
      {
        CLOUD_PROVIDER_API_KEY: 'disabled',
        CURRENT_CLUSTER_ID_FILTER_ENABLED: 'true',
        PROM_CLUSTER_ID_LABEL: 'cluster',
      },
      'Further environment variables, by name.',
      { common: true },
    ),
    env: extra('Further environment variables, as a list.'),
    extraVolumeMounts: anything(
      [{ mountPath: '/var/configs', name: 'configs', readOnly: false }],
      'Where further volumes appear in the container.',
    ),
    apiPort: count(9003, 'Port of the metrics and the API.', { integer: true }),
    debugPort: anything(null, 'Port for looking into it.'),
    replicas: count(1, 'How many pods.', { integer: true }),
    image: wholeImage('opencost/opencost', pinnedTag),
    command: texts('What to run instead.'),
    extraArgs: texts('Further arguments, without their dashes.'),
    cloudProviderApiKey: text('', 'Key for your cloud’s prices.', { secret: true }),
    aws: group(
      {
        access_key_id: text('', 'The key’s name.', { secret: true }),
        secret_access_key: text('', 'The key.', { secret: true }),
      },
      'Access to Amazon’s prices of spot instances.',
    ),
    csv_path: text('', 'Where to write results as CSV.'),
    prometheusDataSource: group(
      {
        queryResolutionSeconds: count(300, 'Seconds between two points of a query.', {
          integer: true,
        }),
      },
      'How Prometheus is asked.',
    ),
    collectorDataSource: group(
      {
        enabled: flag(false, 'Collect what is used itself, without Prometheus.'),
        scrapeInterval: text('30s', 'How often.', { format: 'duration' }),
        networkPort: count(3001, 'Port of the network’s metrics.', { integer: true }),
        retention10m: count(36, 'How many spans of ten minutes to keep.', { integer: true }),
        retention1h: count(49, 'How many hours to keep.', { integer: true }),
        retention1d: count(15, 'How many days to keep.', { integer: true }),
      },
      'Collecting without Prometheus.',
    ),
    persistence: group(
      {
        enabled: flag(false, 'Keep exports on a volume.'),
        mountPath: text('/mnt/export', 'Folder of the exports.'),
        annotations: anything({}, 'Annotations of the claim.'),
        accessMode: text('', 'How the volume is mounted.'),
        storageClass: text('', 'Kind of storage.'),
        size: text('', 'Size of the volume.', { format: 'quantity' }),
      },
      'Storage of exports.',
    ),
    inferenceCostTracking: group(
      {
        enabled: flag(false, 'Work out costs of language models.'),
        modelLabel: text('llm-d.ai/model', 'Label that names the model.'),
        sharedInfraLabel: text('llm-d.ai/inference-shared', 'Label of what models share.'),
        sharedInfraLabelValue: text('true', 'The label’s value.'),
        collectionInterval: text('2m', 'How often.', { format: 'duration' }),
      },
      'Costs of language models.',
    ),
    adminToken: group(
      {
        enabled: flag(false, 'Ask for a token before changes.'),
        value: text('', 'The token.', { secret: true }),
        existingSecret: text('', 'Secret that has the token.'),
        secretKey: text('ADMIN_TOKEN', 'Key of the token in the Secret.'),
      },
      'Who may change settings.',
    ),
    startupProbe: timed('When it counts as started.', 10, 5, 30),
    livenessProbe: timed('When it is restarted.', 10, 20, 3),
    readinessProbe: group(
      {
        ...timed('When it gets requests.', 10, 10, 3).fields,
        successThreshold: count(1, 'Successes in a row that count.', { integer: true }),
      },
      'When it gets requests.',
      { open: true },
    ),
    securityContext: containerSecurity({}),
    apiIngress: ingress('http', { path: '/', pathType: 'Prefix' }),
    apiHttpRoute: httpRoute(9003),
  },
  'The program that works out costs.',
  { open: true },
)
