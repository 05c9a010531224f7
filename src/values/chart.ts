/** The chart that everything here follows. */
export const chartName = 'k8s-monitoring'
export const chartVersion = '4.4.0'
