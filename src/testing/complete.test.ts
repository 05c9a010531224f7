import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setIn } from '../base/tree'
import { adoptDecisions, complete } from '../complete'
import { features } from '../features'
import { generate } from '../generate'

/** Destinations for every signal, as a user would add them first. */
const ground = {
  cluster: { name: 'harbour' },
  destinations: {
    metrics: { type: 'prometheus', url: 'https://prometheus.example.com/api/v1/write' },
    logs: { type: 'loki', url: 'https://loki.example.com/loki/api/v1/push' },
    traces: {
      type: 'otlp',
      url: 'https://otlp.example.com:4317',
      metrics: { enabled: false },
      logs: { enabled: false },
    },
    profiles: { type: 'pyroscope', url: 'https://pyroscope.example.com' },
  },
}

const switchable = features.filter(({ key }) => key !== 'selfReporting' && key !== 'integrations')

function withFeatures(keys: readonly string[], from: unknown = ground): unknown {
  return switchable
    .filter(({ key }) => keys.includes(key))
    .reduce<unknown>(
      (values, { path }) =>
        path.reduce<unknown>(
          (tree, _, depth) => setIn(tree, [...path.slice(0, depth + 1), 'enabled'], true),
          values,
        ),
      from,
    )
}

function errorsOf(values: unknown): string[] {
  return generate(values)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, path, message }) => `${code} at ${path.join('.')}: ${message}`)
}

describe('completing choices', () => {
  it.each(switchable.map(({ key }) => key))('makes %s alone install', (key) => {
    expect(errorsOf(complete(withFeatures([key])).values)).toEqual([])
  })

  it('makes every pair of features install', () => {
    const broken = switchable.flatMap((one, index) =>
      switchable.slice(index + 1).flatMap((other) => {
        const errors = errorsOf(complete(withFeatures([one.key, other.key])).values)
        return errors.length > 0 ? [`${one.key} + ${other.key}: ${errors.join('; ')}`] : []
      }),
    )
    expect(broken).toEqual([])
  }, 60_000)

  it('changes nothing the second time, whatever was picked', () => {
    const some = fc.subarray(switchable.map(({ key }) => key))
    fc.assert(
      fc.property(some, (keys) => {
        const { values } = complete(withFeatures(keys))
        expect(complete(values)).toEqual({ values, decisions: [] })
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('gives each feature the collector that suits it, with a reason', () => {
    const { values, decisions } = complete(
      withFeatures(['clusterMetrics', 'clusterEvents', 'nodeLogs', 'podLogsViaLoki']),
    )
    expect(values.collectors).toEqual({
      'alloy-metrics': { presets: ['clustered', 'statefulset'] },
      'alloy-singleton': { presets: ['singleton'] },
      'alloy-logs': { presets: ['filesystem-log-reader', 'daemonset'] },
    })
    expect(values).toMatchObject({
      clusterMetrics: { collector: 'alloy-metrics' },
      telemetryServices: { 'kube-state-metrics': { deploy: true } },
    })
    expect(decisions.every(({ what, why }) => what !== '' && why !== '')).toBe(true)
  })

  it('keeps a collector of the user’s own, and what they say of it', () => {
    const own = {
      ...(withFeatures(['clusterMetrics']) as object),
      collectors: { mine: { presets: ['clustered', 'statefulset'], controller: { replicas: 3 } } },
    }
    const { values } = complete(own)
    expect(values.collectors).toEqual(own.collectors)
    expect(errorsOf(values)).toEqual([])
  })

  it('leaves a lone collector of one role to that role', () => {
    const { values } = complete({
      ...(withFeatures(['clusterMetrics', 'podLogsViaLoki']) as object),
      collectors: { 'alloy-metrics': { presets: ['clustered', 'statefulset'] } },
    })
    expect(values).toMatchObject({ podLogsViaLoki: { collector: 'alloy-logs' } })
    expect(errorsOf(values)).toEqual([])
  })

  it('leaves out the signals of a feature that no destination takes', () => {
    const { metrics, logs, ...tracesOnly } = ground.destinations
    const { values } = complete(
      withFeatures(['applicationObservability'], { ...ground, destinations: tracesOnly }),
    )
    expect(metrics && logs && errorsOf(values)).toEqual([])
    expect(values).toMatchObject({ applicationObservability: { metrics: { enabled: false } } })
  })

  it('takes over what was decided of a collector when a part of it is edited', () => {
    const { decisions } = complete(withFeatures(['clusterMetrics', 'podLogsViaLoki']))
    const edit = { path: ['collectors', 'alloy-metrics', 'controller', 'replicas'], value: 3 }
    expect(adoptDecisions([edit], decisions)).toEqual([
      { path: ['collectors', 'alloy-metrics', 'presets'], value: ['clustered', 'statefulset'] },
      edit,
    ])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        complete(anything)
      }),
      { numRuns: 300 },
    )
  })
})
