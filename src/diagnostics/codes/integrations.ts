import type { CodeTable } from './code'

export const integrationsCodes = {
  'integrations.pod-logs-off': {
    severity: 'error',
    title: 'Integration needs Pod Logs',
    help: 'An integration that handles logs adds its rules to Pod Logs via Loki, so that feature has to be on.',
  },
} as const satisfies CodeTable
