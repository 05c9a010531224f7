import type { Expression, Statement } from '../alloy/ast'
import type { Path } from '../diagnostics/diagnostic'
import type { UnitContext } from '../values/context'
import type { Group } from '../values/options'
import type { Pipeline } from '../values/signals'

export interface ProcessorContext<V> extends UnitContext {
  readonly name: string
  /** The Alloy label made of the name. */
  readonly label: string
  readonly values: V
  readonly user: Readonly<Record<string, unknown>>
  /** `['dataProcessors', name]`. */
  readonly path: Path
}

/** A kind of data processor (templates/dataProcessors). */
export interface Processor<V = Readonly<Record<string, unknown>>> {
  readonly type: string
  readonly title: string
  readonly help: string
  readonly options: Group
  supports(values: V, pipeline: Pipeline): boolean
  /** Where its slice of a pipeline takes data in. */
  input(context: ProcessorContext<V>, pipeline: Pipeline): Expression
  /** Its slice of a pipeline; data leaves to `output`. */
  build(context: ProcessorContext<V>, pipeline: Pipeline, output: Expression): readonly Statement[]
  /**
   * Components that all its slices on one collector share, once; absent when it has none. They are
   * there when the config mentions the last one's `output`.
   */
  shared?(context: ProcessorContext<V>): readonly Statement[]
  validate?(context: ProcessorContext<V>): void
}

/** One data processor as pipelines see it. */
export interface ProcessorInstance {
  readonly name: string
  readonly type: string
  readonly unit: Processor
  readonly context: ProcessorContext<Readonly<Record<string, unknown>>>
}

/** All data processors, by name. */
export type ProcessorSet = ReadonlyMap<string, ProcessorInstance>
