import { flag, group, list, text, texts, type ValueOf } from '../../values/options'
import { commonFields } from '../common'
import { connectorOptions } from './connector-options'
import { processorOptions } from './processor-options'
import { receiverOptions } from './receiver-options'

const conditions = (what: string) =>
  texts(`Conditions of OpenTelemetry’s transformation language; ${what} that meet one are dropped.`)

const statements = (what: string) =>
  texts(`Statements of OpenTelemetry’s transformation language for ${what}.`)

/** `applicationObservability` (charts/feature-application-observability). */
export const options = group({
  ...commonFields,
  alignServiceNameWithOTelSemConv: flag(
    false,
    'Find the name of a service that reports none as OpenTelemetry’s conventions do: from the pod’s annotations and labels, the workload, the pod.',
  ),
  overrideUnknownServiceNames: flag(
    false,
    'Treat the name unknown_service, which SDKs make up, as none.',
  ),
  receivers: receiverOptions,
  processors: processorOptions,
  connectors: connectorOptions,
  metrics: group(
    {
      enabled: flag(true, 'Take metrics in. Turn it off when no destination takes them.', {
        common: true,
      }),
      filters: group(
        { metric: conditions('metrics'), datapoint: conditions('data points') },
        'Metrics to drop.',
      ),
      transforms: group(
        {
          resource: statements('the resources of metrics'),
          metric: statements('metrics'),
          datapoint: statements('data points'),
        },
        'Changes to metrics.',
      ),
    },
    'Metrics from applications.',
  ),
  logs: group(
    {
      enabled: flag(true, 'Take logs in. Turn it off when no destination takes them.', {
        common: true,
      }),
      filters: group({ log_record: conditions('log records') }, 'Logs to drop.'),
      transforms: group(
        {
          resource: statements('the resources of logs'),
          log: statements('log records'),
          labels: list(text('', ''), 'Attributes that become labels in Loki.', {
            initial: ['cluster', 'namespace', 'job', 'pod'],
          }),
        },
        'Changes to logs.',
      ),
    },
    'Logs from applications.',
  ),
  traces: group(
    {
      enabled: flag(true, 'Take traces in. Turn it off when no destination takes them.', {
        common: true,
      }),
      filters: group(
        { span: conditions('spans'), spanevent: conditions('events in spans') },
        'Spans to drop.',
      ),
      transforms: group(
        {
          resource: statements('the resources of spans'),
          span: statements('spans'),
          spanevent: statements('events in spans'),
        },
        'Changes to spans.',
      ),
      setSpanNameSemanticConvention: text(
        '1.37.0',
        'Name spans as this version of OpenTelemetry’s conventions says. Empty leaves names as they are.',
      ),
    },
    'Traces from applications.',
  ),
})

export type Values = ValueOf<typeof options>
