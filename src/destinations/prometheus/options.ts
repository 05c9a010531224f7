import {
  authenticationTypeOption,
  basicFields,
  bearerFields,
  bearerFileFields,
  destinationFields,
  headerFields,
  labelFields,
  oauth2Options,
  proxyFields,
  secretOptions,
  sigv4Options,
  tenantFields,
  tlsOptions,
  urlFields,
} from '../../pipelines/http-options'
import {
  anything,
  count,
  flag,
  group,
  list,
  map,
  text,
  texts,
  type ValueOf,
} from '../../values/options'

const enrichmentReplacement = 'The data processor kubernetesEnrichment.'

const queueOptions = group(
  {
    capacity: count(
      10000,
      'Samples that each shard keeps while they wait. Raise it with the samples per send.',
      { integer: true },
    ),
    minShards: count(1, 'Senders that run at least at the same time.', { integer: true }),
    maxShards: count(
      50,
      'Senders that run at most at the same time. Lower it when the server is overwhelmed.',
      { integer: true },
    ),
    maxSamplesPerSend: count(2000, 'Samples in one request at most.', { integer: true }),
    batchSendDeadline: text('5s', 'How long samples wait for a request to fill up.', {
      format: 'duration',
    }),
    minBackoff: text('30ms', 'Wait before the first retry; it doubles each time.', {
      format: 'duration',
    }),
    maxBackoff: text('5s', 'Longest wait between retries.', { format: 'duration' }),
    retryOnHttp429: flag(true, 'Retry when the server says that there is too much at once.'),
    sampleAgeLimit: text('0s', 'Drop samples that are older than this; 0s keeps all.', {
      format: 'duration',
    }),
  },
  'The queue in front of the server.',
  { title: 'Queue' },
)

const writeAheadLogOptions = group(
  {
    truncateFrequency: text('2h', 'How often old parts of the log are removed.', {
      format: 'duration',
    }),
    minKeepaliveTime: text('5m', 'How long data is kept at least.', { format: 'duration' }),
    maxKeepaliveTime: text(
      '8h',
      'How long data is kept at most, sent or not: the longest outage of the server to survive.',
      { format: 'duration' },
    ),
  },
  'The log on disk that samples go through before they are sent.',
  { title: 'Write-ahead log' },
)

const conversionOptions = group(
  {
    addMetricSuffixes: flag(true, 'Add the unit and the type to the names of metrics.'),
    keepIdentifyingResourceAttributes: flag(
      true,
      'Keep the service’s name, namespace and instance as labels of target_info.',
    ),
    resourceToTelemetryConversion: flag(
      false,
      'Turn every resource attribute into a label of every metric. It makes many more series.',
    ),
  },
  'How OTLP metrics become Prometheus ones.',
  { title: 'OpenTelemetry conversion' },
)

const expressionOptions = (what: string) =>
  list(
    group({
      key: text('', 'Label to look at.', { loose: true }),
      operator: text('', 'In, NotIn, Exists or DoesNotExist.', { loose: true, example: 'In' }),
      values: anything([], 'Values to compare with; none for Exists and DoesNotExist.'),
    }),
    what,
  )

const rulesOptions = group(
  {
    enabled: flag(
      false,
      'Copy the cluster’s PrometheusRule objects to this server, which then evaluates them.',
      { common: true },
    ),
    collector: text(
      '',
      'Collector that copies the rules. Only one may; empty means the first by name.',
      { format: 'collector' },
    ),
    address: text(
      '',
      'Base address of Mimir, without the path that metrics are pushed to. Empty takes the destination’s URL as it is.',
      { format: 'url' },
    ),
    addressFrom: text('', 'Alloy expression that yields the base address.', {
      format: 'alloy-expression',
    }),
    namespaces: texts('Namespaces to read rules from; empty means all.'),
    labelSelectors: map(
      text('', 'Value of the label.', { loose: true }),
      'Labels that a rule object must have.',
    ),
    labelExpressions: expressionOptions('Conditions on a rule object’s labels.'),
    namespaceLabelSelectors: map(
      text('', 'Value of the label.', { loose: true }),
      'Labels that a namespace must have for its rules to be read.',
    ),
    namespaceLabelExpressions: expressionOptions('Conditions on a namespace’s labels.'),
    syncInterval: text('5m', 'How often the server’s rules are compared with the cluster’s.', {
      format: 'duration',
    }),
    mimirNamespacePrefix: text(
      'agent',
      'Prefix of the rule namespaces on the server, by which Alloy tells its own from others’. Give each cluster its own.',
    ),
    useLegacyRoutes: flag(false, 'Use the older paths of the ruler API.'),
    prometheusHttpPrefix: text('/prometheus', 'Path of the server’s Prometheus API.', {
      title: 'Prometheus HTTP prefix',
    }),
    extraArguments: text('', 'Further Alloy settings of mimir.rules.kubernetes.', {
      format: 'alloy',
    }),
  },
  'Alerting and recording rules from the cluster.',
)

export const options = group({
  ...destinationFields,
  ...urlFields,
  ...proxyFields,
  ...tenantFields,
  ...headerFields,
  ...labelFields,
  metricProcessingRules: text(
    '',
    'write_relabel_config blocks that keep, drop or relabel metrics before they are sent.',
    { format: 'alloy' },
  ),
  metricEnrichment: group(
    {
      namespaceLabels: texts('Namespace labels to copy onto metrics.', {
        deprecated: enrichmentReplacement,
      }),
      podLabels: texts('Pod labels to copy onto metrics.', { deprecated: enrichmentReplacement }),
    },
    'Labels of Kubernetes objects on metrics that name them. Experimental in Alloy, and costly.',
    { deprecated: enrichmentReplacement },
  ),
  auth: group(
    {
      type: authenticationTypeOption(['', 'none', 'basic', 'bearerToken', 'oauth2', 'sigv4']),
      ...basicFields,
      ...bearerFields,
      ...bearerFileFields,
      oauth2: oauth2Options,
      sigv4: sigv4Options,
    },
    'How to log in.',
    { title: 'Authentication' },
  ),
  secret: secretOptions,
  tls: tlsOptions,
  sendNativeHistograms: flag(
    false,
    'Send native histograms. Turn it on together with the scraping of them, if the server takes them.',
  ),
  queueConfig: queueOptions,
  writeAheadLog: writeAheadLogOptions,
  protobufMessage: text('', 'Message format of remote write. Wins over the protocol’s version.', {
    example: 'io.prometheus.write.v2.Request',
  }),
  remoteWriteProtocol: count(
    1,
    'Version of remote write: 1, or 2, which is experimental in Alloy.',
    { integer: true },
  ),
  openTelemetryConversion: conversionOptions,
  rules: rulesOptions,
})

export type PrometheusValues = ValueOf<typeof options>
