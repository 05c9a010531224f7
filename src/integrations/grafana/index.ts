import { exposedService } from '../exposed-service'
import { commonTargetRules, nodeAsInstanceRules, nodeNameRule } from '../exposed-service-rules'

/** Grafana (templates/_integration_grafana_metrics.tpl, _integration_grafana_logs.tpl). */
export const grafana = exposedService({
  type: 'grafana',
  title: 'Grafana',
  help: 'Metrics and logs of Grafana.',
  portName: 'grafana',
  selectors: { 'app.kubernetes.io/name': 'grafana' },
  selectorKey: 'app.kubernetes.io/name',
  fallback: { selector: 'app.kubernetes.io/name=grafana', port: 'grafana', keep: '(.+)' },
  ownJob: false,
  targetRules: (nodeLabels) => [nodeNameRule, ...commonTargetRules(nodeLabels)],
  metricRules: nodeAsInstanceRules,
  logs: {
    tag: { label: 'job', value: 'integrations/grafana' },
    jobOfComponent: false,
    timeField: 't',
    prefix: 't=',
    timestamp: '(?:^|\\s+)(t=\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d+[^ ]*\\s+)',
    carriesOver: false,
  },
})
