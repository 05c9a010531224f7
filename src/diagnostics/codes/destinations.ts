import type { CodeTable } from './code'

export const destinationsCodes = {
  'destinations.bad-name': {
    severity: 'error',
    title: 'Name with other characters',
    help: 'Destination names become parts of Alloy labels and Kubernetes names, so the chart takes letters, digits, hyphens and underscores only.',
  },
  'destinations.unknown-type': {
    severity: 'error',
    title: 'Unknown type of destination',
    help: 'The type says which protocol and which components to use. Without a known one, the chart cannot make anything of the destination.',
  },
  'destinations.same-name': {
    severity: 'error',
    title: 'Destinations share a name',
    help: 'Names that differ only in case, or in hyphens and underscores, become one Kubernetes object and one Alloy label. Disabled destinations count too.',
  },
} as const satisfies CodeTable
