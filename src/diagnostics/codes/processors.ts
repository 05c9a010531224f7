import type { CodeTable } from './code'

export const processorsCodes = {
  'processors.bad-name': {
    severity: 'error',
    title: 'Name cannot be used',
    help: 'The name of a data processor becomes part of the names of Alloy components. The chart refuses anything but letters, digits, underscores and hyphens.',
  },
  'processors.unknown-type': {
    severity: 'error',
    title: 'Unknown type of processor',
    help: 'The chart knows three types of data processors: custom, ec2Enrichment and kubernetesEnrichment.',
  },
  'processors.undefined': {
    severity: 'error',
    title: 'Processor does not exist',
    help: 'A feature asks for a data processor that is not defined under dataProcessors. Define it, or take it off the feature’s list.',
  },
  'processors.unsupported': {
    severity: 'error',
    title: 'Processor cannot take this data',
    help: 'Every processor on a feature’s list has to support every kind of data that the feature sends. EC2 enrichment takes no OTLP data, and a custom processor only takes what it enables.',
  },
  'processors.not-experimental': {
    severity: 'error',
    title: 'Collector has to allow experimental components',
    help: 'Enrichment of metrics, logs and profiles is built on Alloy components that are still experimental. Alloy only loads them at the stability level “experimental”, and the chart checks that beforehand.',
  },
  'processors.nothing-to-copy': {
    severity: 'error',
    title: 'Nothing to copy',
    help: 'An enrichment without a single label, annotation or tag would do nothing, so the chart refuses it.',
  },
  'processors.empty-source': {
    severity: 'error',
    title: 'Nothing to copy from',
    help: 'Each entry maps the name that the data gets to the label, annotation or tag that is copied. An empty one cannot be copied.',
  },
  'processors.takes-nothing': {
    severity: 'warning',
    title: 'Processor takes no data',
    help: 'A custom processor takes only the kinds of data that it enables. With none enabled, no feature can name it.',
  },
  'processors.no-input': {
    severity: 'warning',
    title: 'No input',
    help: 'The chart forwards data to the component that the input names. Without one it forwards to nothing, and the data is lost without a word.',
  },
  'processors.no-way-out': {
    severity: 'warning',
    title: 'No way out',
    help: 'The chart makes a component after the processor, named after it, the signal and the ecosystem, which goes on to the destinations. Your config has to forward there.',
  },
  'processors.pods-need-all-labels': {
    severity: 'warning',
    title: 'Only pods with all labels are enriched',
    help: 'When only pod labels are copied, the chart narrows its discovery to pods that have all of them, to save memory. Pods that lack one are then not enriched at all, rather than with what they have.',
  },
  'processors.duplicate-components': {
    severity: 'warning',
    title: 'Two features share a processor on one collector',
    help: 'The components of a processor are named after the processor, the signal and the ecosystem, but not after the feature. When two features on one collector send the same kind of data through the same processor, the chart writes those components twice, and Alloy refuses the config. Give each feature a processor of its own, or run them on different collectors.',
  },
  'processors.same-name': {
    severity: 'warning',
    title: 'Processors share a name',
    help: 'Names that differ only in case, or in hyphens and underscores, become one Alloy label, and Alloy refuses two components with one label. The chart does not check this.',
  },
} as const satisfies CodeTable
