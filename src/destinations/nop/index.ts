import type { Statement } from '../../alloy/ast'
import { block, component, ref } from '../../alloy/build'
import { checkBasic } from '../../pipelines/http-checks'
import { destinationFields } from '../../pipelines/http-options'
import { flag, group, type ValueOf } from '../../values/options'
import { type Ecosystem, type Signal, signals } from '../../values/signals'
import type { Destination } from '../types'

const accepts = (what: string) =>
  group({ enabled: flag(true, ['Take', what, 'and drop them.'].join(' '), { common: true }) })

const options = group({
  ...destinationFields,
  metrics: accepts('metrics'),
  logs: accepts('logs'),
  traces: accepts('traces'),
  profiles: accepts('profiles'),
})

type Values = ValueOf<typeof options>

interface DeadEnd {
  readonly signal: Signal
  readonly ecosystem: Ecosystem
  readonly component: string
  readonly input: 'receiver' | 'input'
}

/** What takes data and hands it to nobody, for each kind of pipeline. */
const deadEnds: readonly DeadEnd[] = [
  {
    signal: 'metrics',
    ecosystem: 'prometheus',
    component: 'prometheus.relabel',
    input: 'receiver',
  },
  {
    signal: 'metrics',
    ecosystem: 'otlp',
    component: 'otelcol.exporter.prometheus',
    input: 'input',
  },
  { signal: 'logs', ecosystem: 'loki', component: 'loki.relabel', input: 'receiver' },
  { signal: 'logs', ecosystem: 'otlp', component: 'otelcol.exporter.loki', input: 'input' },
  { signal: 'traces', ecosystem: 'otlp', component: 'otelcol.connector.spanlogs', input: 'input' },
  {
    signal: 'profiles',
    ecosystem: 'pyroscope',
    component: 'pyroscope.relabel',
    input: 'receiver',
  },
]

/** templates/destinations/_destination_nop.tpl */
export const nop = {
  type: 'nop',
  title: 'Nowhere',
  help: 'Drops what it gets. For features that need a destination when nothing shall be kept.',
  options,
  secretFields: [],
  supports: (values, signal) => values[signal].enabled,
  ecosystem: () => 'nop',
  target: ({ label }, pipeline) =>
    deadEnds
      .filter(
        ({ signal, ecosystem }) => signal === pipeline.signal && ecosystem === pipeline.ecosystem,
      )
      .map((end) => ref({ name: end.component, label }, end.input)),
  build: ({ label, values }) =>
    signals
      .filter((signal) => values[signal].enabled)
      .flatMap((signal) => deadEnds.filter((end) => end.signal === signal))
      .map(
        (end): Statement =>
          end.signal === 'traces'
            ? component(end.component, label, {}, [block('output')])
            : component(end.component, label, { forward_to: [] }),
      ),
  validate: checkBasic,
} satisfies Destination<Values>
