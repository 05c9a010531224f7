import { expect, it } from 'vitest'
import { printAsText, printValue } from './helm'

it('prints lists and maps as Go’s %v', () => {
  expect(printValue({ b: [1, 'x', null], a: { yes: true } })).toBe(
    'map[a:map[yes:true] b:[1 x <nil>]]',
  )
  expect(printValue([])).toBe('[]')
  expect(printValue(null)).toBe('')
  expect(printValue(Object.create(null))).toBe('map[]')
})

it('says where something is no text, as Go’s %s', () => {
  expect(printAsText({ team: 'a', size: 2 })).toBe('map[size:%!s(float64=2) team:a]')
  expect(printAsText(['a', true, null])).toBe('[a %!s(bool=true) %!s(<nil>)]')
})

it('cuts off what is endlessly deep', () => {
  let deep: unknown = 'bottom'
  for (let level = 0; level < 20_000; level += 1) deep = [deep]
  expect(printValue(deep).length).toBeLessThan(1000)
})
