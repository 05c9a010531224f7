import { choice, count, flag, group, list, map, text, texts } from '../../values/options'

const statements = (what: string) =>
  texts(`Statements of OpenTelemetry’s transformation language for ${what}.`)

const spanLogs = group(
  {
    enabled: flag(false, 'Make log lines of spans.'),
    spans: flag(false, 'Write a line for every span, which can be very many.'),
    spanAttributes: texts('Attributes of spans to write. The chart looks for them elsewhere.'),
    spansAttributes: texts(
      'Attributes of spans to write, where the chart looks for them, though it declares spanAttributes.',
    ),
    roots: flag(false, 'Write a line for the first span of every trace.'),
    process: flag(false, 'Write a line for every process.'),
    processAttributes: texts('Attributes of processes to write.'),
    labels: texts('Keys of the line that become labels.'),
    overrides: map(text('', '', { loose: true }), 'Other names for the keys of the line.'),
  },
  'Log lines made of spans.',
)

const spanMetrics = group(
  {
    enabled: flag(false, 'Make metrics of spans: how many, how long, how many failed.', {
      common: true,
    }),
    dimensions: list(
      group({
        name: text('', 'Attribute.', { loose: true }),
        default: text('', 'Value for spans without the attribute.', { loose: true }),
      }),
      'Attributes that become labels, besides the service’s and span’s name, kind and status.',
    ),
    dimensionsCacheSize: count(1000, 'Combinations of labels to keep in mind.', {
      integer: true,
      deprecated: 'aggregationCardinalityLimit',
    }),
    aggregationCardinalityLimit: count(
      1000,
      'Combinations of labels to count apart; further ones are counted together.',
      { integer: true },
    ),
    excludeDimensions: texts('Labels to leave out of the usual ones.'),
    namespace: text('traces.span.metrics', 'First part of the metrics’ names.'),
    metricsExpiration: text(null, 'Forget metrics that did not change for so long.', {
      nullable: true,
      format: 'duration',
    }),
    seriesExpiration: text(null, 'Stop sending series that did not change for so long.', {
      nullable: true,
      format: 'duration',
    }),
    events: group({ enabled: flag(false, 'Count events in spans.') }, 'Events in spans.'),
    exemplars: group(
      {
        enabled: flag(false, 'Attach examples of traces to histograms.'),
        maxPerDataPoint: count(null, 'How many examples at most.', {
          nullable: true,
          integer: true,
        }),
      },
      'Examples of traces.',
    ),
    histogram: group(
      {
        enabled: flag(true, 'Make a histogram of durations.'),
        type: choice(['explicit', 'exponential'], 'explicit', 'Fixed buckets, or growing ones.'),
        unit: text('s', 'Unit of the durations: s or ms.'),
        explicit: group(
          {
            buckets: list(text('', ''), 'Upper bounds of the buckets.', {
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
          },
          'Fixed buckets.',
        ),
        exponential: group(
          { maxSize: count(160, 'How many buckets at most.', { integer: true }) },
          'Growing buckets.',
        ),
      },
      'The histogram of durations.',
    ),
    skipBeyla: flag(true, 'Leave out spans that Beyla counted already.'),
    skipInternal: flag(true, 'Leave out spans inside a service.'),
    transforms: group(
      {
        resource: statements('the metrics’ resources'),
        metric: statements('the metrics'),
        datapoint: statements('the data points'),
      },
      'Changes to the metrics that were made.',
    ),
  },
  'Metrics made of spans.',
)

/** `connectors`: new telemetry made of what came in. */
export const connectorOptions = group(
  {
    grafanaCloudMetrics: group(
      {
        enabled: flag(
          true,
          'Send a metric of the hosts that report, which Application Observability in Grafana Cloud counts by. It may cost money there.',
        ),
      },
      'Host metric for Grafana Cloud.',
    ),
    spanLogs,
    spanMetrics,
  },
  'New telemetry, made of what came in.',
)
