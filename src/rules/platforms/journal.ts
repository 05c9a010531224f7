import type { Rule } from '../types'

/** Nodes without a systemd journal give Node Logs nothing to read. */
export const journal: Rule = ({ model, assignments }) => {
  if (!assignments.some(({ feature }) => feature.key === 'nodeLogs')) return
  model.report({
    code: 'platforms.no-journal',
    path: ['nodeLogs', 'enabled'],
    message:
      'Node Logs reads the journal of systemd. Not checked here: Talos and k3s on Alpine have none, and some systems keep it in /run/log/journal, in memory; journal.path says where it is.',
  })
}
