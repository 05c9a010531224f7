import { exposedService } from '../exposed-service'
import {
  commonTargetRules,
  memcachedRule,
  mixinJobRule,
  nodeAsInstanceRules,
  nodeNameRule,
} from '../exposed-service-rules'
import { lokiMetrics } from './allow-lists'

/** Loki (templates/_integration_loki_metrics.tpl, _integration_loki_logs.tpl). */
export const loki = exposedService({
  type: 'loki',
  title: 'Loki',
  help: 'Metrics and logs of Loki, as its mixin’s dashboards want them.',
  portName: 'http-metrics',
  selectors: { 'app.kubernetes.io/name': ['loki', 'enterprise-logs'] },
  selectorKey: 'app.kubernetes.io/name',
  fallback: { selector: 'app.kubernetes.io/name=loki', port: 'http-metrics', keep: '(.+)' },
  ownJob: false,
  allowList: lokiMetrics,
  targetRules: (nodeLabels) => [nodeNameRule, mixinJobRule, ...commonTargetRules(nodeLabels)],
  metricRules: [...nodeAsInstanceRules, memcachedRule],
  logs: {
    tag: { label: 'integration', value: 'loki' },
    jobOfComponent: true,
    timeField: '',
    prefix: 'ts=',
    timestamp: '(?:^|\\s+)(ts=\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d+[^ ]*\\s+)',
    carriesOver: true,
  },
})
