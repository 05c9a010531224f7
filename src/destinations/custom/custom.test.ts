import { describe, expect, test } from 'vitest'
import { tryDestination } from '../../testing/destination'
import { custom } from '.'

const metrics = (ecosystem: 'prometheus' | 'otlp') => ({ signal: 'metrics', ecosystem }) as const

test('a target may be several, and the user’s components stand as they are', () => {
  const tried = tryDestination({
    type: 'custom',
    ecosystem: 'prometheus',
    metrics: { enabled: true, target: 'a.b.one.receiver, a.b.two.receiver' },
    config: 'prometheus.relabel "mine" { forward_to = [] }',
  })
  expect(tried.target(metrics('prometheus'))).toMatch(
    /to = a\.b\.one\.receiver\s+to\s+= a\.b\.two\.receiver/,
  )
  expect(tried.text).toContain('prometheus.relabel "mine"')
  expect(tried.text).toContain('forward_to = [a.b.one.receiver, a.b.two.receiver]')
  expect(tried.codes).toEqual([])
})

test('OTLP components get what others send through receivers', () => {
  const tried = tryDestination({
    type: 'custom',
    ecosystem: 'otlp',
    metrics: { enabled: true, target: 'x.y.z.input' },
    logs: { enabled: true, target: 'x.y.z.input' },
  })
  expect(tried.target(metrics('prometheus'))).toBe(
    'to = otelcol.receiver.prometheus.my_place.receiver',
  )
  expect(tried.target({ signal: 'logs', ecosystem: 'loki' })).toBe(
    'to = otelcol.receiver.loki.my_place.receiver',
  )
  expect(tried.text).toMatch(/output \{\s+logs = \[x\.y\.z\.input\]/)
})

describe('what does not load is told of', () => {
  const codesOf = (written: object, ecosystem: 'prometheus' | 'otlp') => {
    const { context, codes } = tryDestination({ type: 'custom', ...written })
    const all: string[] = [...codes]
    custom.accept(
      { ...context, values: context.values as never, report: ({ code }) => all.push(code) },
      metrics(ecosystem),
      { name: 'Some feature', path: ['someFeature'] },
    )
    return all
  }
  const on = { metrics: { enabled: true, target: 'a.b.c.receiver' } }

  test('an exporter that the chart refers to by the wrong name', () => {
    expect(codesOf({ ...on, ecosystem: 'prometheus' }, 'otlp')).toEqual([
      'destinations.custom-conversion',
    ])
    expect(codesOf({ ...on, ecosystem: 'prometheus' }, 'prometheus')).toEqual([])
  })

  test('no target, and no or another ecosystem', () => {
    expect(codesOf({ ecosystem: 'otlp', metrics: { enabled: true } }, 'otlp')).toEqual([
      'destinations.custom-without-target',
    ])
    expect(codesOf(on, 'otlp')).toContain('destinations.custom-ecosystem')
    expect(codesOf({ ...on, ecosystem: 'loki' }, 'otlp')).toEqual(['destinations.custom-ecosystem'])
  })
})
