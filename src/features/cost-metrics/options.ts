import { listTuning, sourceFields } from '../../pipelines/metrics-source'
import { anything, group, map, text } from '../../values/options'
import { commonFields } from '../common'

/** charts/feature-cost-metrics/values.yaml */
export const options = group(
  {
    ...commonFields,
    opencost: group(
      {
        metricsSource: text('', 'The chart does not use this setting.'),
        labelMatchers: map(
          anything('', 'The label’s value.'),
          'Labels that find your own OpenCost. They replace those of a deployed one.',
        ),
        namespace: text('', 'Namespace of your own OpenCost. Not used for a deployed one.', {
          format: 'kubernetes-name',
        }),
        ...sourceFields('integrations/opencost'),
        metricsTuning: listTuning,
      },
      'How OpenCost is found and scraped.',
    ),
  },
  'What the cluster and its workloads cost.',
)
