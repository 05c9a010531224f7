import type { Block, Statement } from '../../alloy/ast'
import { attribute, block, call, component, quotedRaw, ref, withOrigin } from '../../alloy/build'
import { sortedEntries } from '../../base/record'
import {
  labelsFrom,
  matchLines,
  replaceIn,
  staticLabels,
  structuredMetadata,
} from '../../pipelines/log-stages'
import { rule } from '../../pipelines/rules'
import { settingOrigin } from '../../pipelines/setting-origin'
import { templatedStatements, userStatements } from '../../pipelines/user-alloy'
import type { FeatureContext } from '../types'
import type { Values } from '.'

function copyField(source: string, target: string): Block {
  return rule({
    action: 'replace',
    source_labels: [source],
    replacement: '$1',
    target_label: target,
  })
}

/** A field as the user names it; the chart puts it between quotes as it is. */
function copyNamedField(field: string, target: string): Block {
  return rule({
    action: 'replace',
    source_labels: [quotedRaw('__journal__'.concat(field))],
    replacement: '$1',
    target_label: target,
  })
}

/** Klog starts a line with one letter for the level and the date. */
const klogLevels = [
  ['(I)', 'INFO'],
  ['(W)', 'WARN'],
  ['(warning)', 'WARN'],
  ['(E)', 'ERROR'],
  ['(D)', 'DEBUG'],
] as const

/** Journald's own priorities. */
const priorities = [
  ['(?i)^(debug)$', 'DEBUG'],
  ['(?i)^(info|notice)$', 'INFO'],
  ['(?i)^(warning|warn)$', 'WARN'],
  ['(?i)^(error|err)$', 'ERROR'],
  ['(?i)^(alert|critical|crit|emerg|emergency|fatal)$', 'CRIT'],
] as const

/** A level wherever lines of common formats have it. */
const anyLevel =
  '(?i)(?:"(?:level|loglevel|levelname|lvl|levelText|SeverityText)":\\s*"|\\s*(?:level|loglevel|levelText|lvl)="?|\\s+\\[?)(?P<level>(DEBUG?|DBG|INFO?(RMATION)?|WA?RN(ING)?|ERR(OR)?|CRI?T(ICAL)?|FATAL|FTL|NOTICE|TRACE|TRC|PANIC|PNC|ALERT|EMERGENCY))("|\\s+|-|\\s*\\])'

/** Finds a line's level: klog's letter, else a word in the line, else journald's priority. */
function levelStages(): Block[] {
  const levelLabel = labelsFrom(['level', ''])
  return [
    matchLines(
      '{level="UNKNOWN"} |~ "([IWED][0-9]{4}\\\\s+[0-9]{2}:[0-9]{2}:[0-9]{2}\\\\.[0-9]+)"',
      [
        block('stage.regex', { expression: '((?P<level>[A-Z])[0-9])' }),
        klogLevels.map(([pattern, level]) => replaceIn('level', pattern, level)),
        levelLabel,
      ],
    ),
    matchLines('{level="UNKNOWN"}', [block('stage.regex', { expression: anyLevel }), levelLabel]),
    matchLines('{level="UNKNOWN", priority_keyword!=""}', [
      priorities.map(([pattern, level]) => replaceIn('priority_keyword', pattern, level)),
      labelsFrom(['level', 'priority_keyword']),
    ]),
    matchLines('{level!="UNKNOWN"}', [
      block('stage.template', { source: 'level', template: '{{ .Value | ToUpper }}' }),
      levelLabel,
    ]),
  ]
}

/** charts/feature-node-logs/templates/_module.alloy.tpl */
export function build(context: FeatureContext<Values>): readonly Statement[] {
  const { journal, journalLabels, structuredMetadata: metadata } = context.values

  const process = component('loki.process', 'journal_logs', {}, [
    staticLabels({ source: 'journal', level: 'UNKNOWN' }),
    levelStages(),
    structuredMetadata(metadata),
    templatedStatements(context, 'extraLogProcessingStages'),
    attribute('forward_to', context.destinations('logs')),
  ])

  const relabel = component('loki.relabel', 'journal', {}, [
    journal.units.length > 0 &&
      rule({
        action: 'keep',
        source_labels: ['__journal__systemd_unit'],
        regex: quotedRaw(journal.units.join('|')),
      }),
    copyField('__journal__systemd_unit', 'unit'),
    copyField('__journal_priority_keyword', 'priority_keyword'),
    copyField('__journal__systemd_unit', 'service_name'),
    sortedEntries(journalLabels).map(([label, field]) => copyNamedField(field, label)),
    // A field that a label of that name holds already is not copied again.
    sortedEntries(metadata).map(
      ([, field]) => !Object.hasOwn(journalLabels, field) && copyNamedField(field, field),
    ),
    userStatements(context, 'extraDiscoveryRules'),
    attribute('forward_to', []),
  ])

  const source = component('loki.source.journal', 'worker', {
    path: journal.path,
    format_as_json: journal.formatAsJson,
    max_age: journal.maxAge,
    relabel_rules: ref(relabel, 'rules'),
    labels: { job: journal.jobLabel, instance: call('sys.env', 'HOSTNAME') },
    forward_to: [ref(process, 'receiver')],
  })
  return [...withOrigin([relabel, source], settingOrigin(...context.path, 'journal')), process]
}
