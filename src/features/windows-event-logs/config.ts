import type { Block, Statement } from '../../alloy/ast'
import { attribute, block, component, object, ref, type Value, withOrigin } from '../../alloy/build'
import { escapeLabel } from '../../base/names'
import { sortedEntries } from '../../base/record'
import { labelsFrom, matchLines, replaceIn, staticLabels } from '../../pipelines/log-stages'
import { ownNode } from '../../pipelines/own-node'
import { settingOrigin } from '../../pipelines/setting-origin'
import { templatedStatements } from '../../pipelines/user-alloy'
import type { FeatureContext } from '../types'
import type { Values } from '.'

type Source = Values['sources'][number]

/** Windows' words for levels. */
const levels = [
  ['(?i)^(verbose)$', 'DEBUG'],
  ['(?i)^(information|info)$', 'INFO'],
  ['(?i)^(warning|warn)$', 'WARN'],
  ['(?i)^(error|err)$', 'ERROR'],
  ['(?i)^(critical|crit)$', 'CRIT'],
] as const

/** Which events a source reads; without a query, all of them. */
export function queryOf(source: Source): string {
  return source.xpathQuery || '*'
}

function sourceComponent(values: Values, source: Source, forwardTo: Value): Block {
  const { name, eventLogName, jobLabel, labels } = source
  const fixed: [string, Exclude<Value, undefined>][] = []
  if (jobLabel) fixed.push(['job', jobLabel])
  fixed.push(['instance', ownNode()])
  if (eventLogName) fixed.push(['channel', eventLogName])
  return component('loki.source.windowsevent', name, {
    eventlog_name: eventLogName || undefined,
    xpath_query: queryOf(source) === '*' ? undefined : source.xpathQuery,
    poll_interval: values.pollInterval,
    use_incoming_timestamp: values.useIncomingTimestamp,
    exclude_event_data: values.excludeEventData,
    exclude_user_data: values.excludeUserData,
    exclude_event_message: values.excludeEventMessage,
    locale: values.locale,
    bookmark_path: values.bookmarks.enabled
      ? [values.bookmarks.hostPath, '\\', name, '.xml'].join('')
      : undefined,
    labels: object([...fixed, ...sortedEntries(labels)]),
    forward_to: forwardTo,
  })
}

/** Takes fields out of the event, under names that are fit for labels. */
function extract(fields: readonly (readonly [string, string])[]): Block {
  return block('stage.json', {
    expressions: object(fields.map(([name, field]) => [escapeLabel(name), field] as const)),
  })
}

function metadataStages(values: Values): Block[] {
  const fields = sortedEntries(values.structuredMetadata)
  if (fields.length === 0) return []
  return [
    extract(fields),
    block('stage.structured_metadata', {
      values: object(fields.map(([name]) => [name, escapeLabel(name)] as const)),
    }),
  ]
}

/** charts/feature-windows-event-logs/templates/_module.alloy.tpl */
export function build(context: FeatureContext<Values>): readonly Statement[] {
  const { values } = context
  const process = component('loki.process', 'windows_event_logs', {}, [
    staticLabels({ source: 'windowsevent', level: 'UNKNOWN' }),
    block('stage.json', { expressions: { level_text: 'levelText' } }),
    matchLines('{level="UNKNOWN"}', [
      levels.map(([pattern, level]) => replaceIn('level_text', pattern, level)),
      labelsFrom(['level', 'level_text']),
    ]),
    sortedEntries(values.extraLabels).map(([label, field]) => [
      extract([[label, field]]),
      labelsFrom([label, escapeLabel(label)]),
    ]),
    metadataStages(values),
    templatedStatements(context, 'extraLogProcessingStages'),
    attribute('forward_to', context.destinations('logs')),
  ])
  const forwardTo = [ref(process, 'receiver')]
  const sources = values.sources.flatMap((source, index) =>
    withOrigin(
      [sourceComponent(values, source, forwardTo)],
      settingOrigin(...context.path, 'sources', index),
    ),
  )
  return [...sources, process]
}
