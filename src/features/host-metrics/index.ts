export { energyMetrics } from './energy'
export { linuxHosts } from './linux'
export { windowsHosts } from './windows'
