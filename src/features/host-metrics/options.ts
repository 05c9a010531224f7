import { listTuning, listTuningFields, sourceFields } from '../../pipelines/metrics-source'
import { nodeLabelOptions } from '../../pipelines/node-labels'
import { anything, choice, flag, group, map, text, texts } from '../../values/options'
import { commonFields } from '../common'

const { collector } = commonFields

/** How an exporter that this chart did not deploy is found. */
const exporterFields = (title: string) => ({
  labelMatchers: map(
    anything('', 'The label’s value.'),
    `Labels that find your own ${title}. They replace those of a deployed one.`,
  ),
  namespace: text('', `Namespace of your own ${title}. Not used for a deployed one.`, {
    format: 'kubernetes-name',
  }),
})

/** `hostMetrics.linuxHosts` (charts/feature-host-metrics/values.yaml). */
export const linuxOptions = group(
  {
    enabled: flag(false, 'Collect CPU, memory, disk and network of Linux nodes.', {
      common: true,
    }),
    collector,
    source: choice(
      ['node-exporter', 'alloy'],
      'node-exporter',
      'Scrape Node Exporter, or let Alloy read the node itself, which takes a privileged DaemonSet.',
      { common: true },
    ),
    ...exporterFields('Node Exporter'),
    ...sourceFields('integrations/node_exporter'),
    metricsTuning: group(
      {
        ...listTuningFields,
        useIntegrationAllowList: flag(
          false,
          'Keep also what the dashboards for single Linux hosts need: some 150 metrics more.',
        ),
        dropMetricsForFilesystem: texts('Drop file system metrics of these types.', {
          initial: ['ramfs', 'tmpfs'],
        }),
      },
      'Which metrics are sent.',
    ),
    scheme: text('http', 'How to reach Node Exporter: http or https.'),
    bearerTokenFile: text('', 'File with a bearer token to send along.'),
  },
  'Metrics of Linux nodes.',
)

/** `hostMetrics.windowsHosts` */
export const windowsOptions = group(
  {
    enabled: flag(false, 'Collect CPU, memory, disk and network of Windows nodes.', {
      common: true,
    }),
    collector,
    source: choice(
      ['windows-exporter', 'alloy'],
      'windows-exporter',
      'Scrape Windows Exporter, or let Alloy read the node itself, which takes a DaemonSet on Windows nodes.',
      { common: true, loose: true },
    ),
    ...exporterFields('Windows Exporter'),
    ...sourceFields('integrations/windows-exporter'),
    metricsTuning: listTuning,
    scheme: text('http', 'The chart does not use this setting.'),
    bearerTokenFile: text('', 'The chart does not use this setting.'),
  },
  'Metrics of Windows nodes.',
)

/** `hostMetrics.energyMetrics` */
export const energyOptions = group(
  {
    enabled: flag(false, 'Collect how much energy nodes and containers use.', { common: true }),
    collector,
    ...exporterFields('Kepler'),
    ...sourceFields('integrations/kepler'),
    metricsTuning: listTuning,
  },
  'Energy use of nodes and containers.',
)

/** `hostMetrics`: its parts are features of their own. */
export const hostMetricsOptions = group(
  {
    ...commonFields,
    nodeLabels: nodeLabelOptions,
    linuxHosts: linuxOptions,
    windowsHosts: windowsOptions,
    energyMetrics: energyOptions,
  },
  'Metrics of the nodes themselves.',
)
