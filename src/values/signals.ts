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
