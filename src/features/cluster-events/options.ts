import { choice, flag, group, map, text, texts } from '../../values/options'
import { commonFields } from '../common'

/** `clusterEvents` (charts/feature-cluster-events). */
export const options = group({
  ...commonFields,
  namespaces: texts('Watch only these namespaces. Empty watches all of them.', { common: true }),
  excludeNamespaces: texts(
    'Throw away events of these namespaces; each may be a regular expression.',
    {
      common: true,
    },
  ),
  logFormat: choice(['logfmt', 'json'], 'logfmt', 'How an event is written as a log line.', {
    loose: true,
  }),
  clustering: flag(
    false,
    'Share the watching among the replicas of a clustered collector. Leave it off when the collector has one replica.',
  ),
  includeReasons: texts('Keep only events with these reasons, such as Failed.'),
  excludeReasons: texts('Throw away events with these reasons, such as Pulling.'),
  includeLevels: texts('Keep only events of these types: Normal, Warning.'),
  excludeLevels: texts('Throw away events of these types.'),
  jobLabel: text('integrations/kubernetes/eventhandler', 'Value of the label job.'),
  labels: map(
    text('', 'Extracted field; empty means the label’s own name.', { loose: true }),
    'Labels to make of an event’s fields: component, kind, name, node or reason.',
    { initial: { reason: 'reason' } },
  ),
  structuredMetadata: map(
    text('', 'Extracted field; empty means the key’s own name.', { loose: true }),
    'Structured metadata to make of an event’s fields. Empty it if Loki has structured metadata turned off.',
    { initial: { name: 'name', node: 'node' } },
  ),
  extraLogProcessingStages: text(
    '',
    'Stages of loki.process to run last. Go template expressions in it see this feature’s values.',
    { format: 'alloy' },
  ),
})
