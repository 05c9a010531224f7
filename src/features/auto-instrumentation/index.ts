import type { Feature } from '../types'
import { build, type Values } from './config'
import { options } from './options'
import { validate } from './validate'

export { type BeylaSurroundings, beylaConfig, beylaData } from './beyla-config'
export type { Values as AutoInstrumentationValues } from './config'
export { enforcedTypes } from './options'

/** charts/feature-auto-instrumentation */
export const autoInstrumentation = {
  key: 'autoInstrumentation',
  path: ['autoInstrumentation'],
  title: 'Auto-Instrumentation',
  name: 'Auto-Instrumentation',
  module: 'auto_instrumentation',
  group: 'applications',
  help: 'Request rates, errors and durations of applications that nobody instrumented, seen from the kernel by Beyla; traces too, together with Application Observability.',
  costs: 'Deploys Beyla, a privileged pod on every Linux node, and a cache for it.',
  pipelines: [{ signal: 'metrics', ecosystem: 'prometheus' }],
  options,
  home: 'alloy-metrics',
  // The chart does not ask for it, though replicas without it scrape everything several times.
  needsClustering: () => false,
  needs: () => ({}),
  build,
  validate,
} satisfies Feature<Values>
