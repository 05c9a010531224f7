import { describe, expect, it } from 'vitest'
import { unquoted } from './unquoted'

describe('unquoted', () => {
  it.each([
    ['plain', 'plain'],
    ['a:b', 'a:b'],
    ['123', 123],
    ['010', 8],
    ['1.50', 1.5],
    ['yes', true],
    ['off', false],
    ['', null],
    ['~', null],
    ['"quoted"', 'quoted'],
    ['kept # gone', 'kept'],
    ['a: b', { a: 'b' }],
    ['# all gone', null],
    [' padded ', 'padded'],
    ['a: b: c', 'a: b: c'],
    [undefined, null],
    [{ a: 1 }, null],
    [1000000, 1000000],
  ])('%j becomes %j', (value, expected) => {
    expect(unquoted(value)).toEqual(expected)
  })
})
