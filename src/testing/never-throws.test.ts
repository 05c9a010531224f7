import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRecord, setOwn } from '../base/record'
import { complete } from '../complete'
import { generate } from '../generate'
import { printValue } from '../values/helm'
import { readValues } from '../yaml/read'

const folder = join(import.meta.dirname, 'cases')
const trees = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readValues(readFileSync(join(folder, file), 'utf8')).values)

/** What people, and forged links, put where something else belongs. */
const oddities: readonly unknown[] = [
  null,
  '',
  '🚢',
  'yes',
  'a b\n"c"',
  0,
  -1,
  1e21,
  Number.NaN,
  true,
  false,
  [],
  [null],
  [[]],
  {},
  { a: { b: [] } },
  JSON.parse('{"__proto__": {"polluted": true}}'),
  Object.create(null),
  { a: Object.create(null) },
  'x'.repeat(5000),
  '{{ .Release.Name',
  'prometheus.scrape "x" {',
]

/** A copy with the node that is `steps` steps ahead replaced, and now and then a key renamed. */
function mutate(tree: unknown, steps: { left: number }, oddity: unknown, rename: boolean): unknown {
  if (steps.left-- === 0 && !rename) return oddity
  if (Array.isArray(tree)) return tree.map((item) => mutate(item, steps, oddity, rename))
  if (!isRecord(tree)) return tree
  const out: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(tree)) {
    const hit = rename && steps.left === 0
    setOwn(out, hit ? printValue(oddity) : key, mutate(item, steps, oddity, rename))
  }
  return out
}

/** Objects are made when they are asked for, and by then everything has to be told. */
function generateAll(values: unknown): void {
  const made = generate(values)
  const told = made.diagnostics.length
  expect(Array.isArray(made.objects) && Array.isArray(made.workloads)).toBe(true)
  expect(made.diagnostics.length).toBe(told)
}

describe('bad input', () => {
  it('never makes generate or complete throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...trees),
        fc.array(fc.tuple(fc.nat(120), fc.constantFrom(...oddities), fc.boolean()), {
          minLength: 1,
          maxLength: 4,
        }),
        (tree, changes) => {
          const values = changes.reduce<unknown>(
            (current, [steps, oddity, rename]) => mutate(current, { left: steps }, oddity, rename),
            tree,
          )
          generateAll(values)
          generateAll(complete(values).values)
        },
      ),
      { numRuns: 150 },
    )
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  }, 120_000)

  it('of any shape at all is met with a finding or with nothing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (values) => {
        generateAll(values)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('keeps names as they are, however they are written', () => {
    const name = 'größe-🚢'
    const { diagnostics } = generate({
      cluster: { name: 'harbour' },
      destinations: { [name]: { type: 'prometheus', url: 'https://example.com' } },
      clusterMetrics: { enabled: true },
      collectors: { a: { presets: ['clustered', 'statefulset'] } },
    })
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'destinations.bad-name', path: ['destinations', name] }),
    )
  })
})
