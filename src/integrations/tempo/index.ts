import { exposedService } from '../exposed-service'
import {
  commonTargetRules,
  memcachedRule,
  mixinJobRule,
  nodeAsInstanceRules,
  nodeNameRule,
} from '../exposed-service-rules'
import { tempoMetrics } from './allow-lists'

/** Tempo (templates/_integration_tempo_metrics.tpl, _integration_tempo_logs.tpl). */
export const tempo = exposedService({
  type: 'tempo',
  title: 'Tempo',
  help: 'Metrics and logs of Tempo, as its mixin’s dashboards want them.',
  portName: 'http-metrics',
  selectors: { 'app.kubernetes.io/name': ['tempo', 'enterprise-traces'] },
  selectorKey: 'app.kubernetes.io/name',
  fallback: { selector: 'app.kubernetes.io/name=tempo', port: 'http-metrics', keep: '(.+)' },
  ownJob: false,
  allowList: tempoMetrics,
  targetRules: (nodeLabels) => [nodeNameRule, mixinJobRule, ...commonTargetRules(nodeLabels)],
  metricRules: [...nodeAsInstanceRules, memcachedRule],
  logs: {
    tag: { label: 'integration', value: 'tempo' },
    jobOfComponent: true,
    timeField: '',
    timestamp: '(ts=[^ ]+\\s+)',
    carriesOver: false,
  },
})
