import { rawExpression, rawStatements } from '../../alloy/build'
import { sinkReference } from '../../pipelines/gates'
import type { ValueOf } from '../../values/options'
import { type Pipeline, pipelines } from '../../values/signals'
import type { Processor, ProcessorContext } from '../types'
import { options } from './options'

export type Values = ValueOf<typeof options>
type Slice = Values['metrics']['prometheus']

function sliceOf(values: Values, { signal, ecosystem }: Pipeline): Slice | undefined {
  const slices: Readonly<Record<string, Slice>> = values[signal]
  return Object.hasOwn(slices, ecosystem) ? slices[ecosystem] : undefined
}

/** Findings that the chart leaves to Alloy, or to the user who misses the data. */
function validate({ name, values, path, report }: ProcessorContext<Values>): void {
  const enabled = pipelines.filter((pipeline) => sliceOf(values, pipeline)?.enabled)
  if (enabled.length === 0) {
    report({
      code: 'processors.takes-nothing',
      path,
      message: `The processor ${name} takes no kind of data, so no feature can use it. Enable a slice, and give it an input and a config.`,
    })
  }
  for (const pipeline of enabled) {
    const slice = sliceOf(values, pipeline)
    const place = [...path, pipeline.signal, pipeline.ecosystem]
    if (slice?.input.trim() === '') {
      report({
        code: 'processors.no-input',
        path: [...place, 'input'],
        message: `Without an input, ${pipeline.signal} that reach the processor ${name} are dropped. Name the component of yours that takes them in.`,
      })
    }
    const exit = sinkReference(name, pipeline)
    if (slice && !slice.config.includes(exit)) {
      report({
        code: 'processors.no-way-out',
        path: [...place, 'config'],
        message: `Nothing in this config forwards to ${exit}, so what comes in never leaves. Have the last component forward there, unless dropping everything is what you want.`,
      })
    }
  }
}

/** The user's own Alloy between features and destinations. */
export const custom = {
  type: 'custom',
  title: 'Custom',
  help: 'Passes data through Alloy components of your own before it is sent.',
  options,
  supports: (values, pipeline) => sliceOf(values, pipeline)?.enabled ?? false,
  input: ({ values }, pipeline) => rawExpression(sliceOf(values, pipeline)?.input ?? ''),
  build({ values, path }, pipeline) {
    const { signal, ecosystem } = pipeline
    return rawStatements(sliceOf(values, pipeline)?.config ?? '', {
      unit: 'processors/custom',
      path: [...path, signal, ecosystem, 'config'],
    })
  },
  validate,
} satisfies Processor<Values>
