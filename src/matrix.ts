import { isRecord } from './base/record'
import { activePipelines, isEnabled, sectionValues } from './collectors/assignment'
import type { Model } from './collectors/types'
import { selectDestinations, type Verdict } from './destinations/selection'
import type { DestinationInstance } from './destinations/types'
import { Findings } from './diagnostics/findings'
import { features } from './features'
import type { Feature } from './features/types'
import { readModel } from './model'
import { type Ecosystem, type Pipeline, type Signal, signals } from './values/signals'

/** A destination as the matrix's head shows it. */
export interface MatrixDestination {
  readonly name: string
  readonly type: string
  readonly title: string
  readonly ecosystem: Ecosystem | 'nop'
  /** What it takes. */
  readonly signals: readonly Signal[]
  readonly disabled: boolean
  /** Whether it hands data on to others instead of keeping it. */
  readonly routes: boolean
}

/** Why data goes to a destination or not, and whether a router brings it there after all. */
export interface MatrixCell extends Verdict {
  /** Chosen routers that hand this data on to the destination, by their routes or by default. */
  readonly through: readonly string[]
}

/** One pipeline of one feature. */
export interface MatrixRow {
  /** The feature's key. */
  readonly feature: string
  readonly title: string
  /** The setting that names its destinations. */
  readonly path: readonly string[]
  /** Whether the feature is on; where it is not, the row tells what would be. */
  readonly on: boolean
  readonly pipeline: Pipeline
  /** Destinations that the feature names; empty where the chart chooses. */
  readonly named: readonly string[]
  /** Those of the named that are not there. */
  readonly missing: readonly string[]
  /** One for each destination, sorted by name. */
  readonly cells: readonly MatrixCell[]
}

/** What goes where, and why. */
export interface DestinationMatrix {
  readonly destinations: readonly MatrixDestination[]
  readonly rows: readonly MatrixRow[]
}

function describe({ name, unit, context, disabled }: DestinationInstance): MatrixDestination {
  return {
    name,
    type: unit.type,
    title: unit.title,
    ecosystem: unit.ecosystem(context.values),
    signals: signals.filter((signal) => unit.supports(context.values, signal)),
    disabled,
    routes: unit.downstream !== undefined,
  }
}

/** Routers that a pipeline reaches, and that can carry it further. */
function routersOf(
  model: Model,
  { ecosystem }: Pipeline,
  names: readonly string[],
): readonly DestinationInstance[] {
  return names.flatMap((name) => {
    const destination = model.destinations.get(name)
    if (!destination?.unit.downstream) return []
    return destination.unit.ecosystem(destination.context.values) === ecosystem ? [destination] : []
  })
}

function rowOf(model: Model, feature: Feature, on: boolean, pipeline: Pipeline): MatrixRow {
  const written = sectionValues(model, feature).destinations
  const named = (Array.isArray(written) ? written : []).filter((name) => typeof name === 'string')
  const { names, verdicts } = selectDestinations(model.destinations, pipeline, named)
  const routers = routersOf(model, pipeline, names)
  return {
    feature: feature.key,
    title: feature.title,
    path: [feature.path[0], 'destinations'],
    on,
    pipeline,
    named,
    missing: named.filter((name) => !model.destinations.has(name)),
    cells: verdicts.map((verdict) => {
      const destination = model.destinations.get(verdict.name)
      const takes =
        destination &&
        !destination.disabled &&
        !destination.unit.downstream &&
        destination.unit.supports(destination.context.values, pipeline.signal)
      const through = takes
        ? routers.filter(({ unit, context }) =>
            unit.downstream?.(context.values).includes(verdict.name),
          )
        : []
      return { ...verdict, through: through.map(({ name }) => name) }
    }),
  }
}

/**
 * Feature by destination: what goes where and why, by the chart's own rules of selection. Features
 * that are off have rows too, with all pipelines that they might send. Never throws.
 */
export function destinationMatrix(values: unknown): DestinationMatrix {
  const release = { name: 'release', namespace: 'default' }
  const model = readModel(isRecord(values) ? values : {}, release, new Findings())
  return {
    destinations: [...model.destinations.values()].map(describe),
    rows: features.flatMap((feature) => {
      const on = isEnabled(model, feature)
      // What a feature sends is asked of its settings, which are complete only while it is on.
      const sent = on ? activePipelines(model, feature) : feature.pipelines
      return sent.map((pipeline) => rowOf(model, feature, on, pipeline))
    }),
  }
}

/** What is different for one pipeline of a feature. */
export interface MatrixChange {
  readonly feature: string
  readonly title: string
  readonly pipeline: Pipeline
  readonly gains: readonly string[]
  readonly loses: readonly string[]
}

const keyOf = ({ feature, pipeline }: MatrixRow) =>
  [feature, pipeline.signal, pipeline.ecosystem].join(' ')

const reached = (row: MatrixRow | undefined) =>
  row?.on
    ? row.cells.filter(({ chosen, through }) => chosen || through.length > 0).map((one) => one.name)
    : []

/** What goes elsewhere in the second matrix than in the first, in the order of the features. */
export function matrixChanges(
  before: DestinationMatrix,
  after: DestinationMatrix,
): readonly MatrixChange[] {
  const known = new Map(before.rows.map((row) => [keyOf(row), row]))
  const still = new Set(after.rows.map(keyOf))
  const pairs: readonly (readonly [MatrixRow | undefined, MatrixRow | undefined])[] = [
    ...after.rows.map((row) => [known.get(keyOf(row)), row] as const),
    ...before.rows.filter((row) => !still.has(keyOf(row))).map((row) => [row, undefined] as const),
  ]
  return pairs.flatMap(([old, now]) => {
    const row = now ?? old
    const was = reached(old)
    const is = reached(now)
    const gains = is.filter((name) => !was.includes(name))
    const loses = was.filter((name) => !is.includes(name))
    if (!row || gains.length + loses.length === 0) return []
    const { feature, title, pipeline } = row
    return [{ feature, title, pipeline, gains, loses }]
  })
}
