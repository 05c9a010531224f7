import { pipelineSuffix } from '../../pipelines/ottl'
import type { Processor } from '../types'
import { discovery, input, labelSlice, otlpSlice, type Values } from './config'
import { options } from './options'
import { validate } from './validate'

/** Labels and annotations of pods and namespaces, copied onto data of every kind. */
export const kubernetesEnrichment = {
  type: 'kubernetesEnrichment',
  title: 'Kubernetes enrichment',
  help: 'Copies labels and annotations of the pod and its namespace onto metrics, logs, traces and profiles. Except for OTLP data it takes experimental Alloy components, and much memory in a large cluster.',
  options,
  supports: () => true,
  input,
  build(context, pipeline, output) {
    const { ecosystem, signal } = pipeline
    const suffix = pipelineSuffix(pipeline)
    return ecosystem === 'otlp'
      ? otlpSlice(context, signal, suffix, output)
      : labelSlice(context, ecosystem, suffix, output)
  },
  shared: discovery,
  validate,
} satisfies Processor<Values>
