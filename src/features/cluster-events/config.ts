import type { Statement } from '../../alloy/ast'
import { attribute, block, component, quotedRaw, ref } from '../../alloy/build'
import { sortedEntries } from '../../base/record'
import {
  dropLabels,
  dropMatching,
  labelMatching,
  labelsFrom,
  matchLines,
  staticLabels,
  structuredMetadata,
} from '../../pipelines/log-stages'
import { templatedStatements } from '../../pipelines/user-alloy'
import type { FeatureContext } from '../types'
import type { Values } from '.'

/** What is taken out of an event's line; empty means the field's own name. */
const extracted = {
  component: 'sourcecomponent',
  kind: '',
  level: 'type',
  name: '',
  node: 'sourcehost',
  reason: '',
}

/** Keeps the lines whose label is one of a list, by way of a mark that never leaves the stage. */
function keepOnly(label: 'reason' | 'level', wanted: readonly string[], reason: string) {
  if (wanted.length === 0) return []
  return [
    staticLabels({ drop: 'yes' }),
    matchLines(labelMatching(label, wanted), [staticLabels({ drop: 'no' })]),
    dropMatching('{drop="yes"}', reason),
    dropLabels('drop'),
  ]
}

function dropListed(source: string, unwanted: readonly string[], reason: string) {
  return (
    unwanted.length > 0 &&
    block('stage.drop', { source, expression: unwanted.join('|'), drop_counter_reason: reason })
  )
}

/** charts/feature-cluster-events/templates/_module.alloy.tpl */
export function build(context: FeatureContext<Values>): readonly Statement[] {
  const { values } = context
  const process = component('loki.process', 'cluster_events', {}, [
    dropListed('namespace', values.excludeNamespaces, 'excluded_namespaces'),
    staticLabels({ source: 'kubernetes-events' }),
    values.logFormat === 'json'
      ? block('stage.json', { expressions: extracted })
      : block('stage.logfmt', { mapping: extracted }),
    labelsFrom(
      ['kind', ''],
      ['level', ''],
      ['service_name', 'job'],
      ...sortedEntries(values.labels),
    ),
    matchLines('{kind="Node"}', [labelsFrom(['node', 'name'])]),
    keepOnly('reason', values.includeReasons, 'not_included_reasons'),
    dropListed('reason', values.excludeReasons, 'excluded_reasons'),
    keepOnly('level', values.includeLevels, 'not_included_levels'),
    dropListed('level', values.excludeLevels, 'excluded_levels'),
    matchLines('{level="Normal"}', [staticLabels({ level: 'Info' })]),
    structuredMetadata(values.structuredMetadata),
    dropLabels('kind'),
    templatedStatements(context, 'extraLogProcessingStages'),
    attribute('forward_to', context.destinations('logs')),
  ])
  const source = component(
    'loki.source.kubernetes_events',
    'cluster_events',
    {
      job_name: values.jobLabel,
      log_format: quotedRaw(values.logFormat),
      namespaces: values.namespaces.length > 0 ? values.namespaces : undefined,
    },
    [
      values.clustering && block('clustering', { enabled: true }),
      attribute('forward_to', [ref(process, 'receiver')]),
    ],
  )
  return [source, process]
}
