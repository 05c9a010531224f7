import { valueAt } from '../../base/record'
import { isEmpty } from '../../values/helm'
import type { Integration } from '../types'
import { build } from './config'
import { options, type Values } from './options'

/** Istio's proxies and control plane (templates/_integration_istio_metrics.tpl). */
export const istio = {
  type: 'istio',
  title: 'Istio',
  help: 'Metrics of the Istio service mesh: its proxies and its control plane.',
  options,
  secretFields: [],
  /** Off only where every instance has a `metrics.enabled: false`, an option that nothing else reads. */
  collectsMetrics: (instances) =>
    instances.some(({ user }) => {
      const enabled = valueAt(user, ['metrics', 'enabled'])
      return enabled === undefined || !isEmpty(enabled)
    }),
  readsPodLogs: () => false,
  sendsLogs: () => false,
  build: (context, instances) => instances.flatMap((instance) => build(context, instance)),
} satisfies Integration<Values>
