import { exposedService } from '../exposed-service'
import { logMetricRules } from '../exposed-service-rules'

/** NVIDIA's DCGM Exporter (templates/_integration_dcgm-exporter.tpl). */
export const dcgmExporter = exposedService({
  type: 'dcgm-exporter',
  title: 'DCGM Exporter',
  help: 'Metrics of NVIDIA GPUs, from the DCGM Exporter that runs beside them.',
  portName: 'metrics',
  selectors: {},
  selectorKey: 'app',
  fallback: { selector: 'app=nvidia-dcgm-exporter', port: 'metrics', keep: '.*' },
  ownJob: true,
  idleSwitch: true,
  targetRules: () => [],
  metricRules: logMetricRules,
})
