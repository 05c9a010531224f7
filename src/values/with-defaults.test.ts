import { expect, it } from 'vitest'
import { anything, defaultOf, group, text } from './options'
import { withDefaults } from './with-defaults'

it('changes the defaults that are named, and nothing else', () => {
  const option = group({
    a: text('one', 'Help.'),
    inner: group({ b: text('two', 'Help.'), c: anything({}, 'Help.') }),
  })
  const changed = withDefaults(option, { inner: { c: { x: 1 } }, unknown: 1 })
  expect(defaultOf(changed)).toEqual({ a: 'one', inner: { b: 'two', c: { x: 1 } } })
  expect(changed.fields.inner.fields.b).toBe(option.fields.inner.fields.b)
  expect(defaultOf(option)).toEqual({ a: 'one', inner: { b: 'two', c: {} } })
})
