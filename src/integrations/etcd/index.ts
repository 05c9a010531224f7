import { quotedRaw } from '../../alloy/build'
import { rule } from '../../pipelines/rules'
import { printValue } from '../../values/helm'
import { count, group, text, type ValueOf } from '../../values/options'
import { checkSelectors } from '../checks'
import {
  discoveryFields,
  instanceTimingFields,
  nameField,
  plainMetricsFields,
} from '../instance-options'
import { scrapePods } from '../pod-scrape'
import type { Integration } from '../types'

const type = 'etcd'
const title = 'etcd'

const options = group({
  name: nameField,
  jobLabel: text(
    'integrations/etcd',
    'The job label of these metrics; dashboards look for the default.',
  ),
  ...discoveryFields('etcd’s pods'),
  ...instanceTimingFields,
  metrics: group(
    {
      port: count(2381, 'Port with the metrics.', { integer: true, common: true }),
      ...plainMetricsFields,
    },
    'What is scraped.',
  ),
})

type Values = ValueOf<typeof options>

/** etcd, where it runs as pods (templates/_integration_etcd.tpl). */
export const etcd = {
  type,
  title,
  help: 'Metrics of etcd, the cluster’s own where its pods can be reached, or another.',
  options,
  secretFields: [],
  collectsMetrics: () => true,
  readsPodLogs: () => false,
  sendsLogs: () => false,
  build: (context, instances) =>
    instances.flatMap((instance) =>
      scrapePods(context, type, instance, {
        keep: rule({
          source_labels: ['__meta_kubernetes_pod_phase', '__meta_kubernetes_pod_ready'],
          separator: '@',
          regex: 'Running@true',
          action: 'keep',
        }),
        address: rule({
          source_labels: ['__meta_kubernetes_pod_ip'],
          replacement: quotedRaw(['$1', printValue(instance.values.metrics.port)].join(':')),
          target_label: '__address__',
        }),
        alwaysRelabel: true,
      }),
    ),
  validate(context, instances) {
    for (const instance of instances) {
      checkSelectors(context, instance, { title, key: 'app.kubernetes.io/component' })
    }
  },
} satisfies Integration<Values>
