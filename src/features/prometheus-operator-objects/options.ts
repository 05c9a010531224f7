import { plainTuning, ruleFields, timingFields } from '../../pipelines/metrics-source'
import { anything, choice, flag, group, list, map, text, texts } from '../../values/options'
import { commonFields } from '../common'

/** One kind of object of the Prometheus Operator. */
const kind = (objects: string, enabled: boolean) =>
  group(
    {
      enabled: flag(enabled, `Scrape what ${objects} point to.`, { common: true }),
      namespaces: texts(`Look for ${objects} only in these namespaces.`),
      excludeNamespaces: texts(`Leave out ${objects} of these namespaces (regular expressions).`),
      labelSelectors: map(
        anything('', 'The label’s value.'),
        `Look only at ${objects} with these labels.`,
      ),
      labelExpressions: list(
        group({
          key: text('', 'The label.'),
          operator: choice(
            ['In', 'NotIn', 'Exists', 'DoesNotExist'],
            '',
            'How the label is compared.',
            { loose: true },
          ),
          values: texts('What it is compared with; nothing for Exists and DoesNotExist.'),
        }),
        `Look only at ${objects} whose labels meet these conditions.`,
      ),
      ...timingFields,
      ...ruleFields,
      metricsTuning: plainTuning,
    },
    `Scraping by ${objects}.`,
  )

/** charts/feature-prometheus-operator-objects/values.yaml */
export const options = group(
  {
    ...commonFields,
    podMonitors: kind('PodMonitors', true),
    probes: kind('Probes', true),
    scrapeConfigs: kind('ScrapeConfigs', false),
    serviceMonitors: kind('ServiceMonitors', true),
  },
  'Metrics by the objects of the Prometheus Operator.',
)
