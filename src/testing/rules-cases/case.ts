import type { Code } from '../../diagnostics/codes'

/** Values, or a part of them that is merged over what stands before it. */
export type Values = Readonly<Record<string, unknown>>

/** When a code is reported, and when it is not. */
export interface RuleCase {
  readonly code: Code
  /** What both have in common, over {@link ground}. */
  readonly on?: Values
  /** What makes the finding, over that. */
  readonly bad: unknown
  /** What comes near and makes none, over that; without it, what both have in common. */
  readonly good?: Values
  /** Take the values as they are, without completing them first. */
  readonly asIs?: true
  readonly release?: string
}

export const metrics = { type: 'prometheus', url: 'https://metrics.example.com/api/v1/write' }
export const logs = { type: 'loki', url: 'https://logs.example.com/loki/api/v1/push' }
export const traces = {
  type: 'otlp',
  url: 'https://traces.example.com:4317',
  metrics: { enabled: false },
  logs: { enabled: false },
}
export const profiles = { type: 'pyroscope', url: 'https://profiles.example.com' }

/** A cluster with a destination for every signal, and no feature. */
export const ground: Values = {
  cluster: { name: 'harbour' },
  destinations: { metrics, logs, traces, profiles },
}

/** Features switched on. */
export function on(...features: string[]): Values {
  return Object.fromEntries(features.map((name) => [name, { enabled: true }]))
}

/** The settings of one destination. */
export function destination(name: string, settings: unknown): Values {
  return { destinations: { [name]: settings } }
}

/** The settings of one collector, with a feature to run on it. */
export function collector(settings: unknown, feature = 'clusterEvents'): Values {
  return {
    [feature]: { enabled: true, collector: 'lone' },
    collectors: { lone: settings },
  }
}
