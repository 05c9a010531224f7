/** Where Helm finds the chart. */
export const chartSource = {
  repository: 'https://grafana.github.io/helm-charts',
  alias: 'grafana',
  name: 'k8s-monitoring',
  /** Later releases of the same major, whose values stay valid. */
  version: '^4',
} as const
