import { chartName, chartVersion } from '../collectors/names'

/** Labels of the chart's own objects about a collector (`collector.alloy.labels`). */
export const collectorLabels: Readonly<Record<string, string>> = {
  'helm.sh/chart': `${chartName}-${chartVersion}`,
  'app.kubernetes.io/managed-by': 'Helm',
  'app.kubernetes.io/part-of': 'alloy',
}
