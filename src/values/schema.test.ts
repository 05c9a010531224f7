import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from '../base/distance'
import { anything, choice, count, flag, group, list, map, text, type Variant } from './options'
import { jsonSchemaOf, optionAt, unknownKeys } from './schema'

const variant: Variant = {
  type: 'variant',
  by: 'type',
  cases: {
    loki: group({ url: text('', 'Where.') }),
    otlp: group({ protocol: choice(['grpc', 'http'], 'grpc', 'How.') }),
  },
  help: '',
}
const root = group({
  cluster: group({ name: text('', 'Name.', { common: true }), nameFrom: text('', 'Name from.') }),
  destinations: map(variant, 'Where to.'),
  rules: list(group({ port: count(0, 'Port.', { integer: true, nullable: true }) }), 'Rules.'),
  raw: anything({}, 'Raw.'),
  open: group({ deploy: flag(true, 'Deploy.') }, '', { open: true }),
})

test('tells unknown keys and what was meant', () => {
  const values = {
    cluster: { nmae: 'a', namefrom: 'b', other: 1 },
    destinations: { a: { type: 'loki', url: '', protocol: 'x' }, b: { type: 'unheard', x: 1 } },
    rules: [{ prot: 1 }, 5],
    raw: { anything: { goes: 1 } },
    open: { anything: 1 },
    destination: {},
    __proto__: { x: 1 },
  }
  expect(unknownKeys(root, values)).toEqual([
    { path: ['cluster', 'nmae'], key: 'nmae', suggestion: 'name' },
    { path: ['cluster', 'namefrom'], key: 'namefrom', suggestion: 'nameFrom' },
    { path: ['cluster', 'other'], key: 'other' },
    { path: ['destinations', 'a', 'protocol'], key: 'protocol' },
    { path: ['rules', 0, 'prot'], key: 'prot', suggestion: 'port' },
    { path: ['destination'], key: 'destination' },
  ])
})

test('a key named __proto__ is unknown like any other', () => {
  expect(unknownKeys(root, JSON.parse('{"__proto__": 1}'))).toMatchObject([{ key: '__proto__' }])
})

test('finds the option at a path, through lists, maps and variants', () => {
  const values = { destinations: { a: { type: 'otlp' } } }
  expect(optionAt(root, values, ['destinations', 'a', 'protocol'])).toMatchObject({ help: 'How.' })
  expect(optionAt(root, values, ['destinations', 'a', 'url'])).toBeUndefined()
  expect(optionAt(root, values, ['rules', 3, 'port'])).toMatchObject({ help: 'Port.' })
  expect(optionAt(root, values, ['raw', 'x'])).toBeUndefined()
  expect(optionAt(root, values, ['__proto__'])).toBeUndefined()
})

test('options become JSON Schema', () => {
  const schema = jsonSchemaOf(root)
  expect(schema.properties?.cluster?.properties?.name).toEqual({
    type: 'string',
    default: '',
    description: 'Name.',
  })
  expect(schema.properties?.rules?.items?.properties?.port).toMatchObject({
    type: ['integer', 'null'],
  })
  expect(schema.properties?.destinations?.additionalProperties).toMatchObject({
    properties: { type: { enum: ['loki', 'otlp'] } },
    allOf: [{ if: { required: ['type'] } }, {}],
  })
})

test('the distance of words is a distance, and a swap is one slip', () => {
  const words = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
  fc.assert(
    fc.property(words, words, (left, right) => {
      expect(distance(left, right)).toBe(distance(right, left))
      expect(distance(left, right) === 0).toBe(left === right)
      expect(distance(left, right)).toBeLessThanOrEqual(Math.max(left.length, right.length))
      expect(distance(left, `${left}c`)).toBe(1)
    }),
  )
  expect(distance('nmae', 'name')).toBe(1)
})
