import type { DestinationSet } from '../destinations/types'
import type { Findings } from '../diagnostics/findings'
import type { Feature } from '../features/types'
import type { ProcessorSet } from '../processors/types'
import type { RootValues, UnitContext } from '../values/context'

/** The values, read: what every later step works from. */
export interface Model extends UnitContext {
  readonly findings: Findings
  readonly root: RootValues
  readonly destinations: DestinationSet
  readonly processors: ProcessorSet
  /**
   * The collectors as the user wrote them, later with what features change about them: see
   * `influence.ts`. In the order of their names.
   */
  readonly collectors: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

/** A feature that is on, with the collector that the chart gives it; '' when it gives none. */
export interface Assignment {
  readonly feature: Feature
  readonly collector: string
}
