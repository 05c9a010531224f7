import { quotedRaw } from '../../alloy/build'
import { rule } from '../../pipelines/rules'
import { group, text, type ValueOf } from '../../values/options'
import { checkSelectors } from '../checks'
import {
  discoveryFields,
  instanceTimingFields,
  nameField,
  plainMetricsFields,
} from '../instance-options'
import { scrapePods } from '../pod-scrape'
import type { Integration } from '../types'

const type = 'cert-manager'
const title = 'cert-manager'

const options = group({
  name: nameField,
  jobLabel: text(
    'integrations/cert-manager',
    'The job label of these metrics; dashboards look for the default.',
  ),
  ...discoveryFields('cert-manager’s pods'),
  ...instanceTimingFields,
  metrics: group(
    {
      portName: text('http-metrics', 'Name of the container port with the metrics.', {
        common: true,
      }),
      ...plainMetricsFields,
    },
    'What is scraped.',
  ),
})

type Values = ValueOf<typeof options>

/** cert-manager (templates/_integration_cert-manager.tpl). */
export const certManager = {
  type,
  title,
  help: 'Metrics of cert-manager: certificates, when they run out, and how renewal goes.',
  options,
  secretFields: [],
  collectsMetrics: () => true,
  readsPodLogs: () => false,
  sendsLogs: () => false,
  build: (context, instances) =>
    instances.flatMap((instance) =>
      scrapePods(context, type, instance, {
        keep: rule({
          source_labels: [
            '__meta_kubernetes_pod_container_port_name',
            '__meta_kubernetes_pod_phase',
            '__meta_kubernetes_pod_ready',
          ],
          separator: '@',
          regex: quotedRaw([instance.values.metrics.portName, 'Running', 'true'].join('@')),
          action: 'keep',
        }),
        alwaysRelabel: false,
      }),
    ),
  validate(context, instances) {
    for (const instance of instances) {
      checkSelectors(context, instance, { title, key: 'app.kubernetes.io/name' })
    }
  },
} satisfies Integration<Values>
