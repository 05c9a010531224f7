/**
 * Pod logs of Grafana, Loki, Mimir and Tempo: rules that tell their pods, and stages that parse
 * their lines, both inside Pod Logs via Loki (templates/_integration_loki_logs.tpl and its like).
 */
import type { Block, Statement } from '../alloy/ast'
import { block, object, quotedRaw, rawExpression, withOrigin } from '../alloy/build'
import { podLabel } from '../base/names'
import { sortedEntries } from '../base/record'
import { labelsFrom, matchLines, replaceIn, structuredMetadata } from '../pipelines/log-stages'
import { rule } from '../pipelines/rules'
import { printValue } from '../values/helm'
import { flag, type Group, group, map, text, texts, type ValueOf } from '../values/options'
import { carriedOver, filledUp, podMatch, selectorsOf } from './instances'
import type { IntegrationInstance } from './types'

/** `logs` of an instance. */
export const logOptions = group(
  {
    enabled: flag(true, 'Label and parse the logs of these pods, inside Pod Logs via Loki.', {
      common: true,
    }),
    tuning: group(
      {
        structuredMetadata: map(
          text('', '', { loose: true }),
          'Structured metadata to make of a line’s fields; an empty value takes the field of the same name. Loki has to allow it.',
        ),
        timestampFormat: text(
          'RFC3339Nano',
          'Format of the line’s own time, which becomes the log’s. Empty keeps the time of reading.',
        ),
        scrubTimestamp: flag(true, 'Take the time out of the line, as the log has it already.'),
        dropLogLevels: texts('Drop lines of these levels.', { initial: ['debug'], common: true }),
        excludeLines: texts('Drop lines in which one of these regular expressions is found.'),
      },
      'What becomes of each line.',
    ),
  },
  'The logs of its pods.',
)

/** In what the logs of one service differ from those of another. */
export interface LogRow {
  /** The label by which its pods are known, and its value. */
  readonly tag: { readonly label: 'integration' | 'job'; readonly value: string }
  /** Whether the job becomes namespace and component. */
  readonly jobOfComponent: boolean
  /** The field with the time, where it is not `ts`. */
  readonly timeField: '' | 't'
  /** Only lines that begin so are parsed; otherwise every line is. */
  readonly prefix?: 'ts=' | 't='
  /** What a timestamp in a line looks like, as a regular expression. */
  readonly timestamp: string
  /** The defaults are loaded once for all instances, rather than filled up for each. */
  readonly carriesOver: boolean
}

type Instance = IntegrationInstance<{
  readonly name: string
  readonly namespaces: readonly string[]
  readonly labelSelectors: Readonly<Record<string, unknown>>
  readonly logs?: ValueOf<typeof logOptions>
}>

/** Whether any instance reads logs, settings carried over from one to the next. */
export function readsLogs(options: Group, instances: readonly Instance[]): boolean {
  return carriedOver(options, instances).some(({ values }) => values.logs?.enabled === true)
}

/** Rules and stages of all instances that read logs. */
export function podLogRules(
  row: LogRow,
  type: string,
  options: Group,
  instances: readonly Instance[],
) {
  const merged = row.carriesOver ? carriedOver(options, instances) : filledUp(options, instances)
  const discoveryRules: Statement[] = []
  const stages: Statement[] = []
  merged.forEach((instance, index) => {
    const { logs } = instance.values
    const written = instances[index]?.user ?? {}
    if (!logs?.enabled) return
    const origin = { unit: ['integrations', type].join('/'), path: [...instance.path, 'logs'] }
    const name = printValue(written.name)
    discoveryRules.push(...withOrigin(tagRules(row, instance, name), origin))
    stages.push(...withOrigin([parse(row, type, logs.tuning, written, name)], origin))
  })
  return { discoveryRules, stages }
}

function tagRules(row: LogRow, instance: Instance, name: string): Block[] {
  const { source_labels, values } = podMatch(instance.values.namespaces, selectorsOf(instance))
  const tag = (target: string, replacement: string) =>
    rule({
      source_labels,
      separator: ';',
      regex: values.join(';'),
      target_label: target,
      replacement,
    })
  const rules = [tag(row.tag.label, row.tag.value), tag('instance', name)]
  if (row.jobOfComponent) {
    rules.push(
      rule({
        source_labels: [...source_labels, '__meta_kubernetes_namespace', podLabel('component')],
        separator: ';',
        regex: [...values, '([^;]+)', '([^;]+)'].join(';'),
        target_label: 'job',
        replacement: '$1/$2',
      }),
    )
  }
  return rules
}

type Tuning = ValueOf<typeof logOptions>['tuning']

/** The selector of an instance's lines; the chart escapes neither name nor namespaces. */
function selectorText(
  { tag }: LogRow,
  written: Readonly<Record<string, unknown>>,
  name: string,
  quote: string,
) {
  const equal = (label: string, operator: string, value: string) =>
    [label, operator, quote, value, quote].join('')
  const { namespaces } = written
  return [
    '{',
    [
      equal(tag.label, '=', tag.value),
      equal('instance', '=', name),
      ...(Array.isArray(namespaces) && namespaces.length > 0
        ? [equal('namespace', '=~', namespaces.map(printValue).join('|'))]
        : []),
    ].join(','),
    '}',
  ].join('')
}

function parse(
  row: LogRow,
  type: string,
  tuning: Tuning,
  written: Readonly<Record<string, unknown>>,
  name: string,
): Block {
  const dropped = (source: string, words: readonly string[], reason: string) =>
    words.length > 0 &&
    block('stage.drop', {
      source,
      expression: quotedRaw(['(?i)(', words.join('|'), ')'].join('')),
      drop_counter_reason: [type, reason].join('-'),
    })
  const metadata = tuning.structuredMetadata
  const fields = [
    block('stage.logfmt', {
      mapping: object([
        ['ts', row.timeField],
        ['level', ''],
        ...sortedEntries(metadata).map(([key, value]) => [key, value || key] as const),
      ]),
    }),
    labelsFrom(['level', 'level']),
    tuning.timestampFormat !== '' &&
      block('stage.timestamp', { source: 'ts', format: tuning.timestampFormat }),
    tuning.scrubTimestamp && block('stage.replace', { expression: row.timestamp, replace: '' }),
    Object.hasOwn(metadata, 'caller') && replaceIn('caller', '(:[0-9]+$)', ''),
    structuredMetadata(metadata),
    dropped('level', tuning.dropLogLevels, 'drop-log-level'),
  ]
  const prefixed = (prefix: string) =>
    rawExpression(['`', selectorText(row, written, name, '"'), ' |~ "^', prefix, '"`'].join(''))
  return matchLines(quotedRaw(selectorText(row, written, name, '\\"')), [
    row.prefix === undefined ? fields : matchLines(prefixed(row.prefix), fields),
    dropped('', tuning.excludeLines, 'exclude-line'),
  ])
}

/** Settings that the chart fills up with the default where they are empty (`filledUp`). */
export const filledSettings = [
  ['logs', 'tuning', 'timestampFormat'],
  ['logs', 'tuning', 'scrubTimestamp'],
  ['logs', 'tuning', 'dropLogLevels'],
] as const
