import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from './sha256'

it('agrees with the platform on any text', () => {
  const reference = (text: string) => createHash('sha256').update(text).digest('hex')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(sha256(text)).toBe(reference(text))
    }),
  )
  for (const length of [55, 56, 63, 64, 65, 10_000]) {
    expect(sha256('a'.repeat(length))).toBe(reference('a'.repeat(length)))
  }
})
