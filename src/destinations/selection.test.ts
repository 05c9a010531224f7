import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { destinationSet } from '../testing/destination-set'
import { type Pipeline, pipelines } from '../values/signals'
import { selectDestinations } from './selection'

const scraped: Pipeline = { signal: 'metrics', ecosystem: 'prometheus' }
const logs: Pipeline = { signal: 'logs', ecosystem: 'loki' }

const reasons = (
  written: Parameters<typeof destinationSet>[0],
  pipeline: Pipeline,
  filter?: readonly string[],
) =>
  Object.fromEntries(
    selectDestinations(destinationSet(written).set, pipeline, filter).verdicts.map(
      ({ name, reason }) => [name, reason],
    ),
  )

describe('without a list of the feature’s own', () => {
  test('destinations of the pipeline’s ecosystem win over others', () => {
    expect(
      reasons(
        {
          mimir: { type: 'prometheus' },
          cloud: { type: 'otlp' },
          void: { type: 'nop' },
          lines: { type: 'loki' },
          old: { type: 'prometheus', disabled: true },
        },
        scraped,
      ),
    ).toEqual({
      mimir: 'implicit',
      cloud: 'outranked',
      void: 'outranked',
      lines: 'unsupported',
      old: 'disabled',
    })
  })

  test('without any of it, all that take the signal get it translated', () => {
    const { set } = destinationSet({ void: { type: 'nop' }, cloud: { type: 'otlp' } })
    expect(selectDestinations(set, scraped).names).toEqual(['cloud', 'void'])
  })

  test('a router hides itself and everything behind it', () => {
    const behind = {
      split: { type: 'router', ecosystem: 'loki', defaultDestinations: ['first'], routes: [] },
      first: { type: 'loki' },
      second: { type: 'loki' },
    }
    expect(reasons(behind, logs)).toEqual({
      split: 'shadowed',
      first: 'shadowed',
      second: 'implicit',
    })
    expect(reasons({ ...behind, split: { ...behind.split, disabled: true } }, logs)).toMatchObject({
      first: 'implicit',
    })
  })
})

describe('with a list', () => {
  test('names are sorted, unknown ones are ignored, ecosystems do not matter', () => {
    const { set } = destinationSet({ zulu: { type: 'prometheus' }, alpha: { type: 'otlp' } })
    const { names } = selectDestinations(set, scraped, ['zulu', 'nobody', 'alpha'])
    expect(names).toEqual(['alpha', 'zulu'])
  })

  test('a disabled one stays out although it is named', () => {
    expect(reasons({ mimir: { type: 'prometheus', disabled: true } }, scraped, ['mimir'])).toEqual({
      mimir: 'disabled',
    })
  })
})

const types = ['prometheus', 'loki', 'otlp', 'pyroscope', 'nop', 'custom'] as const

test('whoever takes the signal is chosen, or told why not; what is chosen takes it', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(...types)),
      fc.constantFrom(...pipelines),
      (chosenTypes, pipeline) => {
        const written = Object.fromEntries(
          Object.entries(chosenTypes).map(([name, type]) => [name, { type }]),
        )
        const { set } = destinationSet(written)
        const { names, verdicts } = selectDestinations(set, pipeline)
        const able = [...set.values()].filter(({ unit, context }) =>
          unit.supports(context.values, pipeline.signal),
        )
        expect(verdicts).toHaveLength(set.size)
        expect(names.length > 0).toBe(able.length > 0)
        expect(able.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]))
      },
    ),
  )
})
