import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternProblem, quotePattern } from './regular-expression'

test('what Go cannot compile is told, though JavaScript could', () => {
  expect(patternProblem('team-(a|b)')).toBeUndefined()
  expect(patternProblem('(?i)prod')).toBeUndefined()
  expect(patternProblem('(?=ahead)')).toBeTypeOf('string')
  expect(patternProblem('(')).toBeTypeOf('string')
})

test('a quoted text matches itself and compiles', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const pattern = quotePattern(text)
      expect(patternProblem(pattern)).toBeUndefined()
      expect(new RegExp(['^(?:', pattern, ')$'].join(''), 's').test(text)).toBe(true)
    }),
  )
})
