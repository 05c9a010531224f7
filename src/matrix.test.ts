import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complete } from './complete'
import { generate } from './generate'
import { destinationMatrix, matrixChanges } from './matrix'

const on = { enabled: true }
const place = (type: string, more: object = {}) => ({ type, url: 'https://sink.test', ...more })

function cellsOf(values: unknown, feature: string, signal: string) {
  const row = destinationMatrix(values).rows.find(
    (one) => one.feature === feature && one.pipeline.signal === signal,
  )
  return Object.fromEntries(
    (row?.cells ?? []).map(({ name, reason, through }) => [
      name,
      through.length > 0 ? [reason, ...through] : reason,
    ]),
  )
}

describe('what goes where', () => {
  test('each signal of a feature has a row of its own, with a reason for each destination', () => {
    const values = {
      applicationObservability: on,
      destinations: { lines: place('loki'), spans: place('otlp', { metrics: { enabled: false } }) },
    }
    expect(cellsOf(values, 'applicationObservability', 'traces')).toEqual({
      lines: 'unsupported',
      spans: 'implicit',
    })
    expect(cellsOf(values, 'applicationObservability', 'metrics')).toEqual({
      lines: 'unsupported',
      spans: 'unsupported',
    })
  })

  test('a destination behind a router that a feature names gets its data through the router', () => {
    const values = {
      clusterMetrics: { ...on, destinations: ['split'] },
      costMetrics: on,
      destinations: {
        east: place('prometheus'),
        west: place('prometheus'),
        other: place('prometheus'),
        split: {
          type: 'router',
          ecosystem: 'prometheus',
          defaultDestinations: ['east'],
          routes: [{ match: [], destinations: ['west'] }],
        },
      },
    }
    expect(cellsOf(values, 'clusterMetrics', 'metrics')).toEqual({
      east: ['unlisted', 'split'],
      west: ['unlisted', 'split'],
      other: 'unlisted',
      split: 'explicit',
    })
    expect(cellsOf(values, 'costMetrics', 'metrics')).toEqual({
      east: 'shadowed',
      west: 'shadowed',
      other: 'implicit',
      split: 'shadowed',
    })
  })

  test('names that lead nowhere are told', () => {
    const { rows } = destinationMatrix({ nodeLogs: { ...on, destinations: ['gone'] } })
    expect(rows.find(({ feature }) => feature === 'nodeLogs')).toMatchObject({
      on: true,
      named: ['gone'],
      missing: ['gone'],
    })
  })

  test('it agrees with the collectors that are generated', () => {
    const keys = [
      'clusterMetrics',
      'nodeLogs',
      'podLogsViaOpenTelemetry',
      'profiling',
      'costMetrics',
    ]
    const types = ['prometheus', 'loki', 'otlp', 'pyroscope', 'nop', 'loki-stdout']
    fc.assert(
      fc.property(fc.subarray(keys), fc.subarray(types), (chosen, kinds) => {
        const { values } = complete({
          cluster: { name: 'north' },
          selfReporting: { enabled: false },
          destinations: Object.fromEntries(kinds.map((type) => [`my-${type}`, place(type)])),
          ...Object.fromEntries(chosen.map((key) => [key, on])),
        })
        const { rows } = destinationMatrix(values)
        const chosenIn = (some: typeof rows) =>
          some.flatMap(({ cells }) => cells.filter((cell) => cell.chosen).map(({ name }) => name))
        const sent = chosenIn(rows.filter((row) => row.on))
        // A config may hold the metrics destinations of integrations though there are none.
        const spare = chosenIn(
          rows.filter(
            ({ feature, pipeline }) => feature === 'integrations' && pipeline.signal === 'metrics',
          ),
        )
        const held = generate(values).collectors.flatMap(({ destinations }) => destinations)
        expect(held).toEqual(expect.arrayContaining(sent))
        expect([...sent, ...spare]).toEqual(expect.arrayContaining(held))
      }),
      { numRuns: 25 },
    )
  }, 30_000)

  test('nothing that it is given makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (destinations, clusterMetrics) => {
        destinationMatrix({ destinations, clusterMetrics })
        destinationMatrix(destinations)
      }),
    )
  })
})

describe('what a change does', () => {
  const before = { clusterMetrics: on, destinations: { cloud: place('otlp') } }

  test('a destination of the pipeline’s own ecosystem takes the data over from one that translates', () => {
    const after = {
      ...before,
      destinations: { ...before.destinations, mimir: place('prometheus') },
    }
    const changes = matrixChanges(destinationMatrix(before), destinationMatrix(after))
    expect(changes.find(({ feature }) => feature === 'clusterMetrics')).toMatchObject({
      gains: ['mimir'],
      loses: ['cloud'],
    })
  })

  test('a feature that is switched off loses what it had', () => {
    const after = { ...before, clusterMetrics: { enabled: false } }
    expect(
      matrixChanges(destinationMatrix(before), destinationMatrix(after)).map(
        ({ feature, loses }) => [feature, ...loses],
      ),
    ).toEqual([['clusterMetrics', 'cloud']])
  })

  test('nothing changes between equal values', () => {
    expect(matrixChanges(destinationMatrix(before), destinationMatrix(before))).toEqual([])
  })
})
