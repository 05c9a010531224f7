import { exposedService } from '../exposed-service'
import {
  commonTargetRules,
  memcachedRule,
  mixinJobRule,
  nodeAsInstanceRules,
  nodeNameRule,
} from '../exposed-service-rules'
import { mimirMetrics } from './allow-lists'

/** Mimir (templates/_integration_mimir_metrics.tpl, _integration_mimir_logs.tpl). */
export const mimir = exposedService({
  type: 'mimir',
  title: 'Mimir',
  help: 'Metrics and logs of Mimir, as its mixin’s dashboards want them.',
  portName: 'http-metrics',
  selectors: { 'app.kubernetes.io/name': 'mimir' },
  selectorKey: 'app.kubernetes.io/name',
  fallback: { selector: 'app.kubernetes.io/name=mimir', port: 'http-metrics', keep: '(.+)' },
  ownJob: false,
  allowList: mimirMetrics,
  targetRules: (nodeLabels) => [nodeNameRule, mixinJobRule, ...commonTargetRules(nodeLabels)],
  metricRules: [...nodeAsInstanceRules, memcachedRule],
  logs: {
    tag: { label: 'integration', value: 'mimir' },
    jobOfComponent: true,
    timeField: '',
    prefix: 'ts=',
    timestamp: '(?:^|\\s+)(ts=\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d+[^ ]*\\s+)',
    carriesOver: false,
  },
})
