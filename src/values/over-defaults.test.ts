import { expect, it } from 'vitest'
import { overDefaults } from './helm'

it('lays given values over defaults as Helm does', () => {
  const defaults = { a: 1, list: [1, 2], map: { x: 1, y: 2 }, none: null }
  expect(overDefaults(defaults, { list: [3], map: { y: 3, z: null }, other: null })).toEqual({
    a: 1,
    list: [3],
    map: { x: 1, y: 3, z: null },
    none: null,
    other: null,
  })
})

it('takes a default away for a null', () => {
  expect(overDefaults({ a: 1, map: { x: 1 } }, { a: null, map: { x: null } })).toEqual({ map: {} })
})

it('lets what is no map replace a map, and gives the defaults for what is no map at all', () => {
  expect(overDefaults({ map: { x: 1 } }, { map: 'text' })).toEqual({ map: 'text' })
  expect(overDefaults({ map: { x: 1 } }, 'text')).toEqual({ map: { x: 1 } })
})

it('takes __proto__ for a key like any other', () => {
  const given = JSON.parse('{"__proto__": {"x": 1}}')
  const result = overDefaults({ a: 1 }, given)
  expect(Object.keys(result)).toEqual(['__proto__', 'a'])
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
})
