import type { Catalog } from '../../queries/surface'
import type { Tile } from '../../ui/Tiles'

/** A way to add a destination, named after what people have. */
export interface Kind extends Tile {
  /** The chart's type; none for a Grafana Cloud stack, which becomes several. */
  readonly type?: string
  /** What a name is made of. */
  readonly name: string
  /** An address to show in the empty field. */
  readonly example?: string
}

const known: readonly Kind[] = [
  {
    id: 'grafana-cloud',
    title: 'Grafana Cloud',
    help: 'One form and one token for metrics, logs, traces and profiles.',
    name: 'grafana-cloud',
  },
  {
    id: 'prometheus',
    type: 'prometheus',
    title: 'Prometheus',
    help: 'Prometheus, Mimir, Thanos, VictoriaMetrics: whatever takes remote write.',
    name: 'prometheus',
    example: 'http://mimir.example.svc:8080/api/v1/push',
  },
  {
    id: 'loki',
    type: 'loki',
    title: 'Loki',
    help: 'Logs, to Loki’s push address.',
    name: 'loki',
    example: 'http://loki.example.svc:3100/loki/api/v1/push',
  },
  {
    id: 'otlp',
    type: 'otlp',
    title: 'Tempo or any OTLP endpoint',
    help: 'Traces, and metrics and logs too where the server takes them.',
    name: 'otlp',
    example: 'http://tempo.example.svc:4317',
  },
  {
    id: 'pyroscope',
    type: 'pyroscope',
    title: 'Pyroscope',
    help: 'Profiles.',
    name: 'pyroscope',
    example: 'http://pyroscope.example.svc:4040',
  },
]

/** Every way to add a destination: what people have first, then the rest of the chart's types. */
export function kindsOf({ destinations }: Catalog): readonly Kind[] {
  const named = new Set(known.map(({ type }) => type))
  return [
    ...known,
    ...destinations
      .filter(({ type }) => !named.has(type))
      .map(({ type, title, help }) => ({ id: type, type, title, help, name: type })),
  ]
}
