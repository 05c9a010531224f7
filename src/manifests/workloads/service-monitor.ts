import { present } from '../../base/present'
import { isEmpty, printValue } from '../../values/helm'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, given, metadataOf } from './chart'
import { fillAll } from './template'

/** How a Prometheus Operator finds Alloy's own metrics (templates/servicemonitor.yaml). */
export function serviceMonitors(chart: Chart): KubernetesObject[] {
  const monitor = (key: string) => chart.value('serviceMonitor', key)
  if (isEmpty(chart.value('service', 'enabled')) || isEmpty(monitor('enabled'))) return []
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: metadataOf(chart, {
        component: 'metrics',
        labels: monitor('additionalLabels'),
      }),
      spec: {
        endpoints: [
          present({
            port: 'http-metrics',
            scheme: printValue(chart.alloy('listenScheme')).toLowerCase(),
            honorLabels: true,
            interval: given(monitor('interval')),
            metricRelabelings: given(fillAll(monitor('metricRelabelings'), chart)),
            relabelings: given(fillAll(monitor('relabelings'), chart)),
            tlsConfig: given(monitor('tlsConfig')),
          }),
        ],
        selector: { matchLabels: chart.selectorLabels },
      },
    },
  ]
}
