import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedLines } from './changed-lines'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })

describe('changed lines', () => {
  it('are those that an insertion added', () => {
    expect([...changedLines('a\nb\nc', 'a\nx\nb\nc')]).toEqual([2])
  })

  it('are none where lines were only taken away', () => {
    expect([...changedLines('a\nb\nc', 'a\nc')]).toEqual([])
  })

  it('leave out what stayed between two changes', () => {
    expect([...changedLines('one\nsame\ntwo', '1\nsame\n2')]).toEqual([1, 3])
  })

  it('cover a change too large to compare line by line', () => {
    const before = Array.from({ length: 2000 }, (_, line) => `old ${line}`).join('\n')
    const after = Array.from({ length: 2000 }, (_, line) => `new ${line}`).join('\n')
    expect(changedLines(before, after).size).toBe(2000)
  })

  it('without them, what is left stood in the text before in the same order', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changed = changedLines(before.join('\n'), after.join('\n'))
        let from = 0
        for (const [index, line] of after.entries()) {
          if (changed.has(index + 1)) continue
          const found = before.indexOf(line, from)
          expect(found).toBeGreaterThanOrEqual(from)
          from = found + 1
        }
      }),
    )
  })
})
