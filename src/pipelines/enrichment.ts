import type { Ecosystem } from '../values/signals'

/** The ecosystems whose data carries labels; OTLP has resource attributes instead. */
export type LabelEcosystem = Exclude<Ecosystem, 'otlp'>

/** What the enriching processors are made of in each ecosystem; the enrich components are experimental. */
export const enrichment: Readonly<
  Record<
    LabelEcosystem,
    { readonly relabel: string; readonly enrich: string; readonly matchLabel: string }
  >
> = {
  prometheus: {
    relabel: 'prometheus.relabel',
    enrich: 'prometheus.enrich',
    matchLabel: 'metrics_match_label',
  },
  loki: { relabel: 'loki.relabel', enrich: 'loki.enrich', matchLabel: 'logs_match_label' },
  pyroscope: {
    relabel: 'pyroscope.relabel',
    enrich: 'pyroscope.enrich',
    matchLabel: 'profiles_match_label',
  },
}
