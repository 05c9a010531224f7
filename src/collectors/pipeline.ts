/**
 * The end of a feature's pipelines: which destinations they reach, and through what
 * (templates/dataProcessors/_config.alloy.tpl).
 */
import type { Expression, Statement } from '../alloy/ast'
import { comment, withOrigin } from '../alloy/build'
import { mentions } from '../alloy/mentions'
import { copy } from '../base/copy'
import { valueAt } from '../base/record'
import { destinationTargets } from '../destinations/selection'
import type { DestinationSet, Sender } from '../destinations/types'
import type { Path } from '../diagnostics/diagnostic'
import type { Report } from '../diagnostics/findings'
import { gate, gateInput, sink, sinkInput, stamper, stamperInput } from '../pipelines/gates'
import type { ProcessorInstance, ProcessorSet } from '../processors/types'
import type { Pipeline } from '../values/signals'

export { type Selection, selectDestinations, type Verdict } from '../destinations/selection'

/** A feature's pipeline with all that decides where its data goes. */
export interface Flow {
  readonly destinations: DestinationSet
  readonly processors: ProcessorSet
  /** The key whose values say it: the feature's own, `hostMetrics` for each of its parts. */
  readonly feature: string
  readonly pipeline: Pipeline
  /** Names of the destinations that were selected, sorted. */
  readonly names: readonly string[]
  /** The feature's `dataProcessors`, in their order. */
  readonly chosen: readonly string[]
}

/** The chosen processors that take this pipeline's data, in their order; others are left out. */
export function processorChain({
  processors,
  chosen,
  pipeline,
}: Pick<Flow, 'processors' | 'chosen' | 'pipeline'>): readonly ProcessorInstance[] {
  return chosen.flatMap((name) => {
    const processor = processors.get(name)
    return processor?.unit.supports(processor.context.values, pipeline) ? [processor] : []
  })
}

/** What a feature forwards to: its destinations, or what stamps its data on the way to processors. */
export function pipelineTargets(flow: Flow): readonly Expression[] {
  const { destinations, feature, pipeline, names } = flow
  return processorChain(flow).length === 0
    ? destinationTargets(destinations, names, pipeline)
    : [stamperInput(feature, pipeline)]
}

/**
 * What stands between a feature's instance and its destinations: a stamper, each processor's slice
 * with its sink, and one gate for each destination. Nothing without processors.
 */
export function pipelineBoundary(flow: Flow): readonly Statement[] {
  const { destinations, feature, pipeline, names } = flow
  const chain = processorChain(flow)
  const [first] = chain
  const last = chain.at(-1)
  if (!first || !last) return []
  const input = ({ unit, context }: ProcessorInstance) => unit.input(context, pipeline)
  return [
    stamper(feature, pipeline, names, input(first)),
    ...chain.flatMap((processor, index) => {
      const { name, unit, context } = processor
      const next = chain[index + 1]
      return withOrigin(
        [
          comment(['Processor:', name, ['(', unit.type, ')'].join('')].join(' ')),
          ...unit.build(context, pipeline, sinkInput(name, pipeline)),
          sink(
            name,
            pipeline,
            next ? [input(next)] : names.map((to) => gateInput(name, to, pipeline)),
          ),
        ],
        { unit: ['processors', unit.type].join('/'), path: context.path },
      )
    }),
    ...names.flatMap((name) =>
      gate(last.name, name, pipeline, destinationTargets(destinations, [name], pipeline)),
    ),
  ]
}

/** What the slices of a processor share, for each processor whose shared parts the config mentions. */
export function sharedComponents(
  processors: ProcessorSet,
  statements: readonly Statement[],
): readonly Statement[] {
  return [...processors.values()].flatMap(({ unit, context }) => {
    const shared = unit.shared?.(context) ?? []
    const last = shared.at(-1)
    if (last?.kind !== 'block' || last.label === undefined) return []
    const output = [last.name, last.label, 'output'].join('.')
    return mentions(statements, output)
      ? withOrigin(shared, { unit: ['processors', unit.type].join('/'), path: context.path })
      : []
  })
}

/** A feature with one of its pipelines, as the checks of several at once see it. */
export interface FlowOwner {
  readonly flow: Flow
  readonly sender: Sender
}

/** Routers refuse what they cannot carry (templates/destinations/_destination_router_validations.tpl). */
export function checkAcceptance({ flow, sender }: FlowOwner): void {
  for (const name of flow.names) {
    const destination = flow.destinations.get(name)
    destination?.unit.accept?.(destination.context, flow.pipeline, sender)
  }
}

/**
 * Every processor that a feature names has to exist, and to take what the feature sends
 * (templates/dataProcessors/_dataProcessor_validations.tpl).
 */
export function checkChain({ flow, sender }: FlowOwner, report: (finding: Report) => void): void {
  const { signal, ecosystem } = flow.pipeline
  flow.chosen.forEach((name, index) => {
    const processor = flow.processors.get(name)
    const path = [...sender.path, 'dataProcessors', index]
    const remove = {
      title: `Take ${name} off the list`,
      edits: [
        {
          path: [...sender.path, 'dataProcessors'],
          value: flow.chosen.filter((_, at) => at !== index),
        },
      ],
      safe: false,
    }
    if (!processor) {
      report({
        code: 'processors.undefined',
        path,
        message: `${sender.name} asks for the data processor ${name}, which is not defined. Define it under dataProcessors, or take it off the list.`,
        fixes: [remove],
      })
      return
    }
    if (processor.unit.supports(processor.context.values, flow.pipeline)) return
    const enable: Path = [...processor.context.path, signal, ecosystem, 'enabled']
    report({
      code: 'processors.unsupported',
      path,
      message: `${sender.name} sends ${signal} in ${ecosystem} form, which the data processor ${name} does not take. Every processor on the list has to take all that the feature sends.`,
      fixes: [
        ...(processor.type === 'custom'
          ? [
              {
                title: `Have ${name} take ${signal} in ${ecosystem} form`,
                edits: [{ path: enable, value: true }],
                safe: false,
              },
            ]
          : []),
        remove,
      ],
    })
  })
}

/** Enrichment of label ecosystems needs a collector that runs experimental components. */
export function checkStability(
  { flow, sender }: FlowOwner,
  collector: { readonly name: string; readonly spec: Readonly<Record<string, unknown>> },
  report: (finding: Report) => void,
): void {
  if (flow.pipeline.ecosystem === 'otlp') return
  if (valueAt(collector.spec, ['alloy', 'stabilityLevel']) === 'experimental') return
  const path = ['collectors', collector.name, 'alloy', 'stabilityLevel']
  for (const { name, type } of processorChain(flow)) {
    if (type === 'custom') continue
    report({
      code: 'processors.not-experimental',
      path,
      message: `The data processor ${name} enriches the ${flow.pipeline.signal} of ${sender.name} with experimental components, which the collector ${collector.name} does not allow yet.`,
      fixes: [
        {
          title: 'Allow experimental components',
          edits: [{ path, value: 'experimental' }],
          safe: true,
        },
      ],
    })
  }
}

/** A name that is not taken: `base-2`, `base-3` and so on. */
function freeName(base: string, taken: ReadonlyMap<string, unknown>): string {
  for (let number = 2; ; number += 1) {
    const name = [base, number].join('-')
    if (!taken.has(name)) return name
  }
}

/**
 * Two features on one collector that send one kind of data through one processor make its
 * components twice, which Alloy refuses. All flows are of one collector.
 */
export function checkSharedProcessors(
  owners: readonly FlowOwner[],
  report: (finding: Report) => void,
): void {
  const users = new Map<string, FlowOwner>()
  for (const owner of owners) {
    const { flow, sender } = owner
    for (const { name, context } of processorChain(flow)) {
      const key = [name, flow.pipeline.signal, flow.pipeline.ecosystem].join(' ')
      const earlier = users.get(key)
      if (!earlier) users.set(key, owner)
      // Parts of one feature share one boundary.
      if (!earlier || earlier.flow.feature === flow.feature) continue
      const other = freeName(name, flow.processors)
      report({
        code: 'processors.duplicate-components',
        path: [...sender.path, 'dataProcessors', flow.chosen.indexOf(name)],
        message: `${sender.name} and ${earlier.sender.name} run on the same collector and both pass ${flow.pipeline.signal} through ${name}. The chart then writes the same components twice, and Alloy does not start. Give one of them a processor of its own.`,
        fixes: [
          {
            title: `Give ${sender.name} a copy named ${other}`,
            edits: [
              { path: ['dataProcessors', other], value: copy(context.user) },
              {
                path: [...sender.path, 'dataProcessors'],
                value: flow.chosen.map((chosen) => (chosen === name ? other : chosen)),
              },
            ],
            // The user's own Alloy names its components, and those names have to change too.
            safe: flow.processors.get(name)?.type !== 'custom',
          },
        ],
      })
    }
  }
}
