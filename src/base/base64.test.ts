import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64 } from './base64'

test('agrees with the platform on every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(base64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'))
    }),
  )
})

test('a lone surrogate becomes the replacement character', () => {
  expect(base64('a\ud800b')).toBe(Buffer.from('a\ufffdb', 'utf8').toString('base64'))
})
