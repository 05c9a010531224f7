import { describe, expect, test } from 'vitest'
import { namedAt, removeUnit, renameUnit } from './rename'
import { editValues } from './yaml/edit'
import { readValues } from './yaml/read'

const text = `# ours
destinations:
  # keep this first
  mimir: # the old one
    type: prometheus
    url: https://mimir.test
  split:
    type: router
    ecosystem: prometheus
    defaultDestinations: [mimir]
    routes:
      - match: []
        destinations:
          - mimir # for now
          - other
clusterMetrics:
  enabled: true
  destinations: [mimir]
integrations:
  destinations: [mimir, other]
collectors:
  alloy-metrics:
    includeDestinations: [mimir]
`

describe('renaming', () => {
  test('a destination’s new name reaches everything that names it, and comments and order stay', () => {
    expect(renameUnit(text, 'destinations', 'mimir', 'metrics')).toBe(
      text.replaceAll(/\bmimir\b(?!\.test)/g, 'metrics'),
    )
  })

  test('a collector’s new name reaches features and what runs on it', () => {
    const values = 'clusterMetrics:\n  collector: one\ncollectors:\n  one: {presets: [clustered]}\n'
    expect(renameUnit(values, 'collectors', 'one', 'two')).toBe(values.replaceAll('one', 'two'))
  })

  test('a name that is taken, empty or not there changes nothing', () => {
    for (const [from, to] of [
      ['mimir', 'split'],
      ['mimir', ''],
      ['gone', 'new'],
      ['__proto__', 'new'],
    ] as const)
      expect(renameUnit(text, 'destinations', from, to)).toBe(text)
  })

  test('a name that YAML would read as something else is quoted', () => {
    const renamed = renameUnit(text, 'destinations', 'mimir', 'no')
    expect(readValues(renamed).values).toMatchObject({
      destinations: { no: { type: 'prometheus' } },
      clusterMetrics: { destinations: ['no'] },
    })
  })

  test('names in brackets and the name __proto__ survive', () => {
    const renamed = renameUnit('destinations: {a: {type: nop}}\n', 'destinations', 'a', '__proto__')
    expect(renamed).toBe('destinations: {__proto__: {type: nop}}\n')
  })
})

test('whatever names a destination is found', () => {
  const { values } = readValues(text)
  expect(namedAt(values, 'destinations', 'other').map((path) => path.join('.'))).toEqual([
    'destinations.split.routes.0.destinations.1',
    'integrations.destinations.1',
  ])
})

test('what is removed leaves the lists that name others too, and stays where it is the only one', () => {
  const { values } = readValues(text)
  const after = readValues(editValues(text, removeUnit(values, 'destinations', 'mimir'))).values
  expect(after).toMatchObject({
    destinations: {
      split: { defaultDestinations: ['mimir'], routes: [{ destinations: ['other'] }] },
    },
    clusterMetrics: { destinations: ['mimir'] },
    integrations: { destinations: ['other'] },
  })
  expect(after).not.toHaveProperty('destinations.mimir')
})
