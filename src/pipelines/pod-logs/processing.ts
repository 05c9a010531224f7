import type { Block, Statement } from '../../alloy/ast'
import {
  attribute,
  block,
  component,
  object,
  rawExpression,
  type Value,
  withOrigin,
} from '../../alloy/build'
import { sortedEntries } from '../../base/record'
import type { Path } from '../../diagnostics/diagnostic'
import { dropLabels, escapedMetadata, labelsFrom, matchLines } from '../log-stages'
import { filterSecrets } from '../secret-filter'
import { settingOrigin } from '../setting-origin'
import type { ProcessingValues } from './options'

export interface PodLogProcessing {
  /** Label of the components. */
  readonly label: string
  /** Where the feature's values stand. */
  readonly path: Path
  readonly values: ProcessingValues
  /** `maxPartialLines` 0 leaves Alloy's own default. */
  readonly formats: {
    readonly defaultFormat: string
    readonly maxPartialLines: number
  }
  /** Stages that come last: those of integrations, then the user's. */
  readonly extraStages: readonly Statement[]
  readonly destinations: Value
}

/** Unwraps the runtime's format, tidies labels, adds metadata: the components, the entrance first. */
export function processPodLogs(processing: PodLogProcessing) {
  const { label, values } = processing
  const filtering = filterSecrets(values.secretFilter, label, processing.destinations)
  const process = component('loki.process', label, {}, [
    formatStages(processing.formats),
    dropLabels('filename', 'tmp_container_runtime'),
    escapedMetadata(values.structuredMetadata),
    staticLabelsStage(values),
    processing.extraStages,
    attribute('forward_to', filtering.forwardTo ?? []),
  ])
  const filter = withOrigin(filtering.components, settingOrigin(...processing.path, 'secretFilter'))
  return { entrance: process, components: [process, ...filter] }
}

/** A line whose runtime is unknown is taken to have the default format. */
function formatStages({ defaultFormat, maxPartialLines }: PodLogProcessing['formats']): Block[] {
  return [
    matchLines(
      defaultFormat === 'cri'
        ? '{tmp_container_runtime=~"containerd|cri-o|"}'
        : '{tmp_container_runtime=~"containerd|cri-o"}',
      [
        block('stage.cri', { max_partial_lines: maxPartialLines || undefined }),
        labelsFrom(['flags', ''], ['stream', '']),
      ],
    ),
    matchLines(
      defaultFormat === 'docker'
        ? '{tmp_container_runtime=~"docker|"}'
        : '{tmp_container_runtime="docker"}',
      [block('stage.docker'), labelsFrom(['stream', ''])],
    ),
  ]
}

function staticLabelsStage({
  staticLabels,
  staticLabelsFrom,
}: ProcessingValues): Block | undefined {
  const entries = [
    ...sortedEntries(staticLabels),
    ...sortedEntries(staticLabelsFrom).map(
      ([label, expression]) => [label, rawExpression(expression)] as const,
    ),
  ]
  return entries.length > 0 ? block('stage.static_labels', { values: object(entries) }) : undefined
}
