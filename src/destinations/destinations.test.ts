import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFile } from '../alloy/parse'
import { tryDestination } from '../testing/destination'
import { ecosystems, signals } from '../values/signals'
import { destinations } from '.'

/** Values of any shape under the destination's own keys, the deeper ones included. */
function anyValues(type: string): fc.Arbitrary<Record<string, unknown> & { type: string }> {
  const unit = destinations.find((each) => each.type === type)
  const keys = Object.keys(unit?.options.fields ?? {}).concat('__proto__', 'auth', 'tls', 'type')
  const inner = ['type', 'enabled', 'username', 'passwordFrom', 'oauth2', 'create', 'ca', 'target']
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('node'), { maxLength: 2 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...inner), fc.string()), tie('node'), { maxKeys: 4 }),
    ),
  })).node
  return fc
    .dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 })
    .map((values) => ({ ...values, type }))
}

describe.each(destinations.map(({ type }) => type))('%s', (type) => {
  test('makes something of every value, and throws at none', () => {
    fc.assert(
      fc.property(anyValues(type), (written) => {
        const tried = tryDestination(written)
        for (const signal of signals) {
          for (const ecosystem of ecosystems) tried.target({ signal, ecosystem })
        }
      }),
    )
  })

  test('is made of Alloy that parses when nothing is set', () => {
    expect(parseFile(tryDestination({ type }).text).problems).toEqual([])
  })
})
