import { exposedService } from '../exposed-service'
import { commonTargetRules, logMetricRules } from '../exposed-service-rules'
import { alloyMetrics } from './allow-lists'

/** Grafana Alloy itself (templates/_integration_alloy.tpl). */
export const alloy = exposedService({
  type: 'alloy',
  title: 'Alloy',
  help: 'Metrics of Alloy: whether collectors are healthy, and how much they carry.',
  portName: 'http-metrics',
  selectors: {},
  selectorKey: 'app.kubernetes.io/name',
  fallback: { selector: 'app.kubernetes.io/name=alloy', port: 'metrics', keep: '.*' },
  ownJob: true,
  allowList: alloyMetrics,
  targetRules: commonTargetRules,
  metricRules: logMetricRules,
})
