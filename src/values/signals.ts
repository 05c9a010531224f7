/** What is collected. */
export const signals = ['metrics', 'logs', 'traces', 'profiles'] as const
export type Signal = (typeof signals)[number]

/** The family of components that a pipeline is made of. */
export const ecosystems = ['prometheus', 'loki', 'otlp', 'pyroscope'] as const
export type Ecosystem = (typeof ecosystems)[number]

/** One pipeline of a feature: what it carries, in which components. */
export interface Pipeline {
  readonly signal: Signal
  readonly ecosystem: Ecosystem
}

/** Every pipeline that the chart knows. */
export const pipelines: readonly Pipeline[] = [
  { signal: 'metrics', ecosystem: 'prometheus' },
  { signal: 'metrics', ecosystem: 'otlp' },
  { signal: 'logs', ecosystem: 'loki' },
  { signal: 'logs', ecosystem: 'otlp' },
  { signal: 'traces', ecosystem: 'otlp' },
  { signal: 'profiles', ecosystem: 'pyroscope' },
]
