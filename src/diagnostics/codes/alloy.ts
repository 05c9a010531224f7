import type { CodeTable } from './code'

export const alloyCodes = {
  'alloy.nothing-to-replace': {
    severity: 'error',
    title: 'Nothing to replace',
    help: 'replaceComponent looks for a component in the finished configs. If none matches, the chart stops, unless the entry is optional.',
  },
  'alloy.syntax': {
    severity: 'warning',
    title: 'Alloy syntax',
    help: 'This text becomes part of a config and does not follow the Alloy language. Alloy would refuse the whole config at start, so the collector would not run.',
  },
  'alloy.template': {
    severity: 'warning',
    title: 'Template that is kept as it is',
    help: 'Helm fills in this text as a Go template. The wizard fills in the release, the chart, values and a few functions; what else there is stays as it is in the preview, and Helm will fill it in.',
  },
  'alloy.component': {
    severity: 'warning',
    title: 'Component used against its reference',
    help: 'Alloy’s reference lists which components there are, and which arguments and blocks each has. What is not there makes Alloy refuse the config. The list is of Alloy 1.18 and may lack what is newer.',
  },
  'alloy.reference': {
    severity: 'warning',
    title: 'Reference that leads nowhere',
    help: 'An expression reads from a component that is not in the same config, or not in the same module. Alloy refuses such a config.',
  },
} as const satisfies CodeTable
