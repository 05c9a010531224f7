import { ruleFields } from '../../pipelines/metrics-source'
import { anything, flag, group, map, text, texts, type ValueOf } from '../../values/options'
import { defaultListTuning, metricsFields, nameField } from '../instance-options'

const fields = {
  ...metricsFields,
  extraDiscoveryRules: ruleFields.extraDiscoveryRules,
  extraMetricProcessingRules: text(
    '',
    'Your own rule blocks on the metrics, after the scrape and before the lists above.',
    { format: 'alloy' },
  ),
} as const

/** One instance of the integration (integrations/istio-values.yaml). */
export const options = group({
  name: nameField,
  jobLabel: text(
    'integration/istio',
    'The job label of these metrics. Istio’s dashboards look for the default.',
  ),
  sidecarMetrics: group(
    {
      enabled: flag(true, 'Collect the metrics of the proxies beside your workloads.', {
        common: true,
      }),
      labelSelectors: map(
        anything('', ''),
        'Only pods with these labels; a list allows several values. Empty means all pods with a proxy.',
      ),
      sidecarContainerName: text(
        'istio-proxy.*',
        'Name of the proxies’ container, as a regular expression.',
        { format: 'regex' },
      ),
      ...fields,
      tuning: defaultListTuning,
    },
    'The sidecar proxies.',
  ),
  istiodMetrics: group(
    {
      enabled: flag(true, 'Collect the metrics of istiod, the control plane.', { common: true }),
      serviceName: text('istiod', 'Name of istiod’s Service. Empty looks at all Services.'),
      namespace: text('', 'Namespace of istiod’s Service. Empty looks in all.'),
      labelSelectors: map(
        anything('', ''),
        'Labels of its endpoint slices; a list allows several values.',
      ),
      ...fields,
      tuning: group(
        {
          useDefaultAllowList: flag(
            false,
            'Keep only what Istio’s dashboards need. Off by default here, unlike for the proxies.',
          ),
          includeMetrics: texts('Keep only these metrics (regular expressions). Empty keeps all.'),
          excludeMetrics: texts('Drop these metrics (regular expressions).'),
        },
        'Which metrics are sent.',
      ),
    },
    'The control plane.',
  ),
})

export type Values = ValueOf<typeof options>
