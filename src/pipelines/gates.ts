/**
 * Stamps and gates: how a pipeline that splits late remembers where each record was meant to go.
 *
 * A stamp writes the destinations' names into each record, as a label or a resource attribute. After
 * the processors, or the routes, one gate for each destination keeps the records that name it, takes
 * the stamp off and hands them over (templates/dataProcessors/_config.alloy.tpl).
 */
import type { Block, Expression } from '../alloy/ast'
import { type Attributes, block, type Children, component, ref } from '../alloy/build'
import { assertNever } from '../base/assert-never'
import { alloyName } from '../base/names'
import type { Ecosystem, Pipeline } from '../values/signals'
import {
  ottlAttribute,
  ottlBlocks,
  ottlDelete,
  ottlIsMatch,
  ottlNot,
  ottlSet,
  ottlVerbatim,
  pipelineSuffix,
} from './ottl'
import { keep, rule, setLabel } from './rules'

/** The label or resource attribute that carries the names, comma between them. */
export const stampName = 'selected_destinations'

interface Form {
  readonly stamper: string
  readonly sink: string
  readonly gate: string
  /** The export that takes data in. */
  readonly input: 'receiver' | 'input'
}

const relabel = (component: string): Form => ({
  stamper: component,
  sink: component,
  gate: component,
  input: 'receiver',
})

const forms: Readonly<Record<Ecosystem, Form>> = {
  prometheus: relabel('prometheus.relabel'),
  pyroscope: relabel('pyroscope.relabel'),
  loki: { stamper: 'loki.process', sink: 'loki.process', gate: 'loki.relabel', input: 'receiver' },
  otlp: {
    stamper: 'otelcol.processor.transform',
    sink: 'otelcol.processor.batch',
    gate: 'otelcol.processor.filter',
    input: 'input',
  },
}

const joined = (...parts: readonly string[]) => parts.join('_')

const stamperLabel = (feature: string, pipeline: Pipeline) =>
  joined(alloyName(feature), 'stamp', pipelineSuffix(pipeline))
const sinkLabel = (processor: string, pipeline: Pipeline) =>
  joined(alloyName(processor), 'out', pipelineSuffix(pipeline))
const gateLabel = (owner: string, destination: string, pipeline: Pipeline) =>
  joined(alloyName(owner), alloyName(destination), 'gate', pipelineSuffix(pipeline))

function inputOf(part: 'stamper' | 'sink' | 'gate', label: string, { ecosystem }: Pipeline) {
  const form = forms[ecosystem]
  return ref({ name: form[part], label }, form.input)
}

/** What a feature forwards to when its data is stamped first. */
export function stamperInput(feature: string, pipeline: Pipeline): Expression {
  return inputOf('stamper', stamperLabel(feature, pipeline), pipeline)
}

/** What a processor's slice forwards to. */
export function sinkInput(processor: string, pipeline: Pipeline): Expression {
  return inputOf('sink', sinkLabel(processor, pipeline), pipeline)
}

/** The same as text, for messages and for finding it in the user's own Alloy. */
export function sinkReference(processor: string, pipeline: Pipeline): string {
  const { sink: component, input } = forms[pipeline.ecosystem]
  return [component, sinkLabel(processor, pipeline), input].join('.')
}

/** Where records for one destination go in; the owner is the last processor, or the router. */
export function gateInput(owner: string, destination: string, pipeline: Pipeline): Expression {
  return inputOf('gate', gateLabel(owner, destination, pipeline), pipeline)
}

/** The chart ends these components without the comment by which `replaceComponent` finds them. */
function untagged(name: string, label: string, attributes: Attributes, children?: Children): Block {
  return { ...component(name, label, attributes, children), untagged: true }
}

function outputBlock({ signal }: Pipeline, targets: readonly Expression[]): Block {
  return block('output', { [signal]: targets })
}

/** Writes the names of all chosen destinations into each record that a feature sends. */
export function stamper(
  feature: string,
  pipeline: Pipeline,
  destinations: readonly string[],
  next: Expression,
): Block {
  const { ecosystem, signal } = pipeline
  const name = forms[ecosystem].stamper
  const label = stamperLabel(feature, pipeline)
  const names = destinations.join(',')
  switch (ecosystem) {
    case 'prometheus':
    case 'pyroscope':
      return untagged(name, label, { forward_to: [next] }, [setLabel(stampName, names)])
    case 'loki':
      return untagged(name, label, { forward_to: [next] }, [
        block('stage.static_labels', { values: { [stampName]: names } }),
      ])
    case 'otlp':
      return untagged(name, label, { error_mode: 'ignore' }, [
        resourceStatements(ottlBlocks(signal).statements, [
          ottlSet(ottlAttribute(stampName), ottlVerbatim(names)),
        ]),
        outputBlock(pipeline, [next]),
      ])
    default:
      return assertNever(ecosystem)
  }
}

/** A block of OTTL statements about resources. */
export function resourceStatements(name: string, statements: readonly string[]): Block {
  return block(name, { context: 'resource', statements })
}

/** The named end of a processor's slice, so that the user's own Alloy has something to forward to. */
export function sink(processor: string, pipeline: Pipeline, targets: readonly Expression[]): Block {
  const { ecosystem } = pipeline
  const name = forms[ecosystem].sink
  const label = sinkLabel(processor, pipeline)
  return ecosystem === 'otlp'
    ? untagged(name, label, {}, [outputBlock(pipeline, targets)])
    : untagged(name, label, { forward_to: targets })
}

/** Keeps the records that name a destination, and hands them over without the stamp. */
export function gate(
  owner: string,
  destination: string,
  pipeline: Pipeline,
  targets: readonly Expression[],
): readonly Block[] {
  const { ecosystem, signal } = pipeline
  const name = forms[ecosystem].gate
  const label = gateLabel(owner, destination, pipeline)
  const among = ['(^|.*,)', destination, '(,.*|$)'].join('')
  if (ecosystem !== 'otlp') {
    return [
      untagged(
        name,
        label,
        { forward_to: targets, ...(ecosystem === 'loki' && { max_cache_size: 100 }) },
        [keep([stampName], among), rule({ action: 'labeldrop', regex: stampName })],
      ),
    ]
  }
  const blocks = ottlBlocks(signal)
  const strip = untagged(
    'otelcol.processor.transform',
    joined(label, 'strip'),
    { error_mode: 'ignore' },
    [
      resourceStatements(blocks.statements, [ottlDelete(stampName)]),
      outputBlock(pipeline, targets),
    ],
  )
  const named = ottlIsMatch(ottlAttribute(stampName), ottlVerbatim(among))
  return [
    untagged(name, label, { error_mode: 'ignore' }, [
      block(blocks.conditions, { context: 'resource', conditions: [ottlNot(named)] }),
      outputBlock(pipeline, [ref(strip, 'input')]),
    ]),
    strip,
  ]
}
