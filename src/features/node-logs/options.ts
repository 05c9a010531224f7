import { flag, group, map, text, texts } from '../../values/options'
import { commonFields } from '../common'

/** `nodeLogs` (charts/feature-node-logs). */
export const options = group({
  ...commonFields,
  journal: group(
    {
      path: text(
        '/var/log/journal',
        'Folder of the journal on the node. Nodes that keep it in memory have it in /run/log/journal.',
      ),
      maxAge: text('8h', 'How far back to read when the collector starts.', { format: 'duration' }),
      jobLabel: text('integrations/kubernetes/journal', 'Value of the label job.'),
      formatAsJson: flag(false, 'Send whole journal entries as JSON instead of their message.'),
      units: texts(
        'Keep only logs of these systemd units, each of which may be a regular expression. Empty keeps all.',
        { common: true },
      ),
    },
    'The systemd journal of each node.',
  ),
  extraDiscoveryRules: text(
    '',
    'Relabelling rules for journal entries, whose fields are labels that start with __journal_.',
    { format: 'alloy' },
  ),
  extraLogProcessingStages: text(
    '',
    'Stages of loki.process to run last. Go template expressions in it see this feature’s values.',
    { format: 'alloy' },
  ),
  journalLabels: map(
    text('', 'Journal field, without its leading underscores.', { loose: true }),
    'Labels to make of journal fields, such as boot_id, hostname or transport.',
  ),
  structuredMetadata: map(
    text('', 'Journal field, without its leading underscores.'),
    'Structured metadata to make of journal fields, such as boot_id, hostname or transport.',
  ),
})
