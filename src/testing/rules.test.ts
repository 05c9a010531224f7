import { describe, expect, it, vi } from 'vitest'
import { isRecord } from '../base/record'
import { removeIn, setIn } from '../base/tree'
import { complete } from '../complete'
import { type Code, codes } from '../diagnostics/codes'
import type { Diagnostic, Fix } from '../diagnostics/diagnostic'
import { generate } from '../generate'
import { mergeOverwrite } from '../values/helm'
import { ruleCases } from './rules-cases'
import { ground, type RuleCase } from './rules-cases/case'

function valuesOf({ on = {}, asIs }: RuleCase, patch: unknown): unknown {
  if (!isRecord(patch)) return patch
  const values = mergeOverwrite(ground, on, patch)
  return asIs ? values : complete(values).values
}

const findings = (values: unknown, { release }: RuleCase) =>
  generate(values, release === undefined ? {} : { release }).diagnostics

const bad = new Map<RuleCase, { values: unknown; before: readonly Diagnostic[] }>()

/** The values that should be found fault with, and the findings about them; made once. */
function badOf(one: RuleCase) {
  const known = bad.get(one)
  if (known) return known
  const values = valuesOf(one, one.bad)
  const made = { values, before: findings(values, one) }
  bad.set(one, made)
  return made
}

const told = (all: readonly Diagnostic[], code: Code) => all.filter((one) => one.code === code)

/** Where and what the errors are. */
const errors = (all: readonly Diagnostic[]) =>
  all
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path, message }) => [code, path.join('.'), message].join(' | '))

const applied = (values: unknown, { edits }: Fix) =>
  edits.reduce(
    (tree: unknown, edit) =>
      'remove' in edit ? removeIn(tree, edit.path) : setIn(tree, edit.path, edit.value),
    values,
  )

vi.setConfig({ testTimeout: 30_000 })

const named = ruleCases.map((one, index) => ({
  name: [one.code, ruleCases.slice(0, index).filter(({ code }) => code === one.code).length].join(
    ' #',
  ),
  one,
}))

describe('every code', () => {
  it('has a case, and no case is of a code that is gone', () => {
    const tried = new Set<string>(ruleCases.map(({ code }) => code))
    expect(Object.keys(codes).filter((code) => !tried.has(code))).toEqual([])
    expect([...tried].filter((code) => !Object.hasOwn(codes, code))).toEqual([])
  })

  it.each(named)('$name is told when it should be', ({ one }) => {
    expect(told(badOf(one).before, one.code)).not.toEqual([])
  })

  it.each(named)('$name is not told when it should not be', ({ one }) => {
    const all = findings(valuesOf(one, one.good ?? {}), one)
    expect(told(all, one.code)).toEqual([])
  })
})

// As the page does it: what a cure brings with it, the wizard completes.
describe('every fix', () => {
  it.each(named)('of what $name brings up cures it and breaks nothing', ({ one }) => {
    const { values, before } = badOf(one)
    const wrong = told(before, one.code).flatMap(({ code, path, message, fixes = [] }) =>
      fixes.flatMap((fix) => {
        const cured = applied(values, fix)
        const after = findings(one.asIs ? cured : complete(cured).values, one)
        const label = [code, path.join('.'), fix.title].join(' | ')
        const left = told(after, code).filter((other) => other.message === message)
        const same = told(before, code).filter((other) => other.message === message)
        const known = errors(before)
        const fresh = errors(after).filter((error) => !known.includes(error))
        return [
          ...(left.length >= same.length ? [`${label}: still there`] : []),
          ...fresh.map((error) => `${label}: now ${error}`),
        ]
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('what findings say', () => {
  const all = named.flatMap(({ one }) => badOf(one).before)

  it('is whole sentences, of which no part is missing', () => {
    const odd = all.filter(
      ({ message }) =>
        !/^[\p{Lu}\p{Ll}\d"“(/$].*[.!?]$/su.test(message) ||
        /undefined|\[object|NaN|\bnull\b(?! )| {2}/.test(message),
    )
    expect(odd.map(({ code, message }) => [code, message].join(': '))).toEqual([])
  })

  it('has help of two sentences or more for every code', () => {
    const thin = Object.entries(codes).filter(([, { help, title }]) => help === '' || title === '')
    expect(thin).toEqual([])
  })
})
