import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimalEdit } from './minimal-edit'

describe('the smallest edit', () => {
  it('makes the one text into the other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const { start, end, text } = minimalEdit(before, after)
        expect(before.slice(0, start) + text + before.slice(end)).toBe(after)
      }),
    )
  })

  it('leaves everything but the change alone', () => {
    expect(minimalEdit('a: 1\nb: 2\nc: 3', 'a: 1\nb: 22\nc: 3')).toEqual({
      start: 9,
      end: 9,
      text: '2',
    })
  })
})
