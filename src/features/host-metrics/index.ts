export { energyMetrics } from './energy'
export { linuxHosts } from './linux'
export { hostMetricsOptions } from './options'
export { windowsHosts } from './windows'
