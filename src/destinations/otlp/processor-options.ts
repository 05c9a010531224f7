import { anything, count, flag, group, list, map, names, text, texts } from '../../values/options'

const statements = (what: string) => texts(`OTTL statements for ${what}.`)
const statementsFrom = (what: string) =>
  texts(`Alloy expressions, each yielding an OTTL statement for ${what}.`)
const conditions = (what: string) => texts(`OTTL conditions; ${what} that meet one are dropped.`)
const errorMode = () =>
  text('ignore', 'What happens to an error in a statement: ignore, silent or propagate.')

/** Attributes that scraped or collected data has by another name than OpenTelemetry's. */
const commonMoves = {
  service_name: 'service.name',
  service_namespace: 'service.namespace',
  deployment_environment_name: 'deployment.environment.name',
  deployment_environment: 'deployment.environment',
} as const

const moves = (initial: Readonly<Record<string, string>>, what: string) =>
  map(
    text('', 'Resource attribute that takes it over.', { loose: true }),
    `${what} to move to the resource, unless the resource has the attribute already. An empty one stays where it is.`,
    { initial },
  )

const transform = group(
  {
    errorMode: errorMode(),
    metrics: group(
      {
        resource: statements('the resource of metrics'),
        resourceFrom: statementsFrom('the resource of metrics'),
        metric: statements('metrics'),
        metricFrom: statementsFrom('metrics'),
        datapoint: statements('data points'),
        datapointFrom: statementsFrom('data points'),
        datapointToResource: moves(commonMoves, 'Attributes of data points'),
      },
      'Changes to metrics.',
    ),
    logs: group(
      {
        resource: statements('the resource of logs'),
        resourceFrom: statementsFrom('the resource of logs'),
        log: statements('log records'),
        logFrom: statementsFrom('log records'),
        scope: statements('the scope of logs'),
        scopeFrom: statementsFrom('the scope of logs'),
        logToResource: moves(
          {
            ...commonMoves,
            container: 'k8s.container.name',
            cronjob: 'k8s.cronjob.name',
            daemonset: 'k8s.daemonset.name',
            deployment: 'k8s.deployment.name',
            job_name: 'k8s.job.name',
            namespace: 'k8s.namespace.name',
            pod: 'k8s.pod.name',
            replicaset: 'k8s.replicaset.name',
            statefulset: 'k8s.statefulset.name',
          },
          'Attributes of log records',
        ),
      },
      'Changes to logs.',
    ),
    traces: group(
      {
        resource: statements('the resource of traces'),
        resourceFrom: statementsFrom('the resource of traces'),
        span: statements('spans'),
        spanFrom: statementsFrom('spans'),
        spanevent: statements('events of spans'),
        spaneventFrom: statementsFrom('events of spans'),
      },
      'Changes to traces.',
    ),
  },
  'Changes to the data, in OTTL, the OpenTelemetry transformation language.',
)

const receiver = group(
  {
    otlp: group(
      {
        grpc: group(
          {
            maxReceivedMessageSize: text('4MB', 'Largest message that the extra Alloy takes.', {
              format: 'byte-size',
            }),
          },
          'Its gRPC server.',
        ),
      },
      'Its OTLP receiver.',
    ),
  },
  'How the extra Alloy takes traces in.',
)

const collector = group(
  {
    alloy: anything({}, 'Settings of the Alloy container, as for any collector.'),
    controller: group(
      {
        type: text('statefulset', 'Kind of workload. A StatefulSet keeps its pods’ names.'),
        replicas: count(2, 'How many pods share the traces.', { integer: true, common: true }),
      },
      'Its workload.',
      { open: true },
    ),
  },
  'The extra Alloy, with any setting that a collector has.',
  { open: true },
)

const tailSampling = group(
  {
    enabled: flag(false, 'Decide about whole traces once they are complete.', { common: true }),
    receiver,
    decisionWait: text('15s', 'How long to wait for the spans of a trace before deciding.', {
      format: 'duration',
      common: true,
    }),
    decisionCache: group(
      {
        sampledCacheSize: count(0, 'How many kept traces to remember for late spans; 0 for none.', {
          integer: true,
        }),
        nonSampledCacheSize: count(
          0,
          'How many dropped traces to remember for late spans; 0 for none.',
          { integer: true },
        ),
      },
      'Decisions to remember after the spans are gone.',
    ),
    numTraces: count(0, 'How many traces to keep in memory; 0 leaves it to Alloy.', {
      integer: true,
    }),
    expectedNewTracesPerSec: count(
      0,
      'How many new traces to make room for each second; 0 leaves it to Alloy.',
      { integer: true },
    ),
    policies: list(
      group(
        {
          name: text('', 'Name of the policy.', { loose: true, common: true }),
          type: text('', 'Kind of policy, such as latency or status_code.', { common: true }),
        },
        'One policy, with the settings of its type written as in Alloy.',
        { open: true },
      ),
      'A trace is kept when one of them says so.',
      { common: true },
    ),
    collector,
  },
  'Keep only traces that matter. Runs as an Alloy of its own, to which all collectors send.',
)

const serviceGraphMetrics = group(
  {
    enabled: flag(false, 'Make metrics of which service calls which.', { common: true }),
    destinations: names(
      'destination',
      'Where the metrics go. Empty means every destination of the right kind.',
      {
        common: true,
      },
    ),
    receiver,
    cacheLoop: text('1m', 'How often the cache is tidied.', { format: 'duration' }),
    databaseNameAttribute: text('', 'Attribute that names a database.', {
      deprecated: 'databaseNameAttributes',
    }),
    databaseNameAttributes: texts('Attributes that name a database, in order of preference.', {
      initial: ['db.name'],
    }),
    dimensions: texts('Attributes to keep as labels of the metrics.', {
      initial: [
        'cloud.availability_zone',
        'cloud.region',
        'deployment.environment',
        'k8s.cluster.name',
        'k8s.namespace.name',
        'service.namespace',
        'service.version',
      ],
    }),
    latencyHistogramBuckets: texts('Bounds of the buckets of the latency histograms.', {
      initial: [
        '2ms',
        '4ms',
        '6ms',
        '8ms',
        '10ms',
        '50ms',
        '100ms',
        '200ms',
        '400ms',
        '800ms',
        '1s',
        '1400ms',
        '2s',
        '5s',
        '10s',
        '15s',
      ],
    }),
    metricsFlushInterval: text('60s', 'How often the metrics are sent.', { format: 'duration' }),
    storeExpirationLoop: text('2s', 'How often incomplete pairs of spans are given up.', {
      format: 'duration',
    }),
    collector,
    loadBalancer: group(
      {
        resolver: text(
          'kubernetes',
          'How collectors find the pods of the extra Alloy: kubernetes, dns or static.',
        ),
        timeout: text('60s', 'How long finding them may take.', { format: 'duration' }),
      },
      'How traces are shared among the pods of the extra Alloy.',
    ),
  },
  'Metrics for the service map, made from traces. Runs as an Alloy of its own, to which all collectors send.',
)

/** `processors` (destinations/otlp-values.yaml). */
export const processors = group(
  {
    serviceGraphMetrics,
    tailSampling,
    attributes: group(
      {
        actions: list(
          group({
            key: text('', 'Attribute to act on.', { loose: true }),
            action: text(
              '',
              'What to do: insert, update, upsert, delete, hash, extract or convert.',
            ),
            value: anything(null, 'Value to set; it is written as a text.'),
            valueFrom: text('', 'Alloy expression for the value.', { format: 'alloy-expression' }),
            pattern: text('', 'Pattern to extract with, or to find attributes by.', {
              nullable: true,
              format: 'regex',
            }),
            fromAttribute: text('', 'Attribute to take the value from.', { nullable: true }),
            fromContext: text('', 'Key of the request’s context to take the value from.', {
              nullable: true,
            }),
            convertedType: text('', 'Type to convert to: int, double or string.', {
              nullable: true,
            }),
          }),
          'Actions, in order.',
        ),
      },
      'Simple changes to attributes of all signals.',
    ),
    resourceAttributes: group(
      {
        useDefaultRemoveList: flag(
          true,
          'Remove resource attributes that change with every pod or process, which make series and streams multiply.',
        ),
        removeList: texts('Further resource attributes to remove.'),
      },
      'Resource attributes to remove.',
    ),
    transform,
    filters: group(
      {
        enabled: flag(false, 'Whether to drop data by the conditions below.'),
        errorMode: errorMode(),
        metrics: group(
          { metric: conditions('metrics'), datapoint: conditions('data points') },
          'Metrics to drop.',
        ),
        logs: group({ logRecord: conditions('log records') }, 'Logs to drop.'),
        traces: group(
          { span: conditions('spans'), spanevent: conditions('events of spans') },
          'Traces to drop.',
        ),
      },
      'What not to send.',
    ),
    batch: group(
      {
        enabled: flag(
          true,
          'Whether to put data together before sending. Leave it on: the chart writes a broken config without it.',
        ),
        size: count(8192, 'From how many items on a batch is sent.', { integer: true }),
        maxSize: count(0, 'Largest number of items of a batch; 0 for any.', { integer: true }),
        timeout: text('2s', 'When a batch is sent though it is small.', { format: 'duration' }),
      },
      'Fewer, larger requests.',
    ),
    memoryLimiter: group(
      {
        enabled: flag(false, 'Refuse data when memory runs short.'),
        checkInterval: text('1s', 'How often to look.', { format: 'duration' }),
        limit: text('0MiB', 'How much memory is too much.', { format: 'byte-size' }),
      },
      'Protection of the collector’s memory.',
    ),
  },
  'What happens to the data before it is sent.',
)
