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
} as const satisfies CodeTable
