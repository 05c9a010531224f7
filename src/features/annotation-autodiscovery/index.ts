import type { Feature } from '../types'
import { build } from './config'
import type { Values } from './context'
import { options } from './options'
import { validate } from './validate'

/** charts/feature-annotation-autodiscovery */
export const annotationAutodiscovery = {
  key: 'annotationAutodiscovery',
  path: ['annotationAutodiscovery'],
  title: 'Annotation Autodiscovery',
  name: 'Annotation Autodiscovery',
  module: 'annotation_autodiscovery',
  group: 'applications',
  help: 'Metrics of your own applications: every pod and service that asks for it by an annotation is scraped.',
  costs: 'Nothing more to deploy; what it sends grows with the workloads that are annotated.',
  pipelines: [{ signal: 'metrics', ecosystem: 'prometheus' }],
  options,
  home: 'alloy-metrics',
  needsClustering: () => true,
  needs: () => ({}),
  build,
  validate,
} satisfies Feature<Values>
