import { describe, expect, it } from 'vitest'
import { parseFile } from './parse'
import { findReferences, identityOf } from './references'

function referencesIn(text: string) {
  const { file, problems } = parseFile(text)
  expect(problems).toEqual([])
  return findReferences(file)
}

const edges = (text: string) =>
  referencesIn(text).references.map(({ reader, target, exports }) => [
    reader ? identityOf(reader) : '',
    identityOf(target),
    exports.join('.'),
  ])

const danglingIn = (text: string) =>
  referencesIn(text).problems.map(({ code, names, range = { start: 0, end: 0 } }) => {
    expect(text.slice(range.start, range.end)).toBe(names.join('.'))
    return [code, names.join('.')]
  })

describe('references', () => {
  it('lead from the component that reads to the one that is read', () => {
    expect(
      edges(
        'scrape "a" {\n\tforward_to = [relabel.b.receiver]\n\trule {\n\t\tx = f.c.list[0].name + "x"\n\t}\n}\nrelabel "b" { }\nf "c" { }',
      ),
    ).toEqual([
      ['scrape.a', 'relabel.b', 'receiver'],
      ['scrape.a', 'f.c', 'list'],
    ])
  })

  it('are looked for in every kind of expression', () => {
    expect(
      edges(
        'a "x" {\n\tb = {k = [(a.x.p), -a.x.q, !a.x.r, array.concat(a.x.s, a.x.t[a.x.u])]}\n}',
      ).map(([, , name]) => name),
    ).toEqual(['p', 'q', 'r', 's', 't', 'u'])
  })

  it('that lead nowhere are found, each at its place', () => {
    expect(danglingIn('a "x" {\n\tb = [a.y.out, c.d, e]\n\tf = a.x.out\n}')).toEqual([
      ['unknown-reference', 'a.y.out'],
      ['unknown-reference', 'c.d'],
      ['unknown-reference', 'e'],
    ])
  })

  it('to the standard library are checked by name', () => {
    expect(
      danglingIn(
        'a "x" {\n\tb = [sys.env("X"), string.shout("x"), env("X"), coalesce(1), constants.hostname]\n}',
      ),
    ).toEqual([
      ['unknown-function', 'string.shout'],
      ['outdated-function', 'env'],
    ])
  })

  it('stay within a declare, which knows its arguments', () => {
    const text =
      'a "x" { }\ndeclare "mine" {\n\targument "in" { }\n\n\tb "y" {\n\t\tto = [argument.in.value, a.x.out]\n\t}\n\n\texport "out" {\n\t\tvalue = b.y.out\n\t}\n}\nmine "z" {\n\tin = a.x.out\n}\nc "w" {\n\tin = [mine.z.out, b.y.out]\n}'
    expect(edges(text)).toEqual([
      ['b.y', 'argument.in', 'value'],
      ['export.out', 'b.y', 'out'],
      ['mine.z', 'a.x', 'out'],
      ['c.w', 'mine.z', 'out'],
    ])
    expect(danglingIn(text)).toEqual([
      ['unknown-reference', 'a.x.out'],
      ['unknown-reference', 'b.y.out'],
    ])
  })

  it('may leave the template of a foreach, but not enter it', () => {
    const text =
      'a "x" { }\nforeach "y" {\n\tcollection = a.x.list\n\tvar = "each"\n\n\ttemplate {\n\t\tb "z" {\n\t\t\tto = [a.x.out, each.name, other]\n\t\t}\n\t}\n}\nc "w" {\n\tin = b.z.out\n}'
    expect(edges(text)).toEqual([
      ['foreach.y', 'a.x', 'list'],
      ['b.z', 'a.x', 'out'],
    ])
    expect(danglingIn(text)).toEqual([
      ['unknown-reference', 'other'],
      ['unknown-reference', 'b.z.out'],
    ])
  })

  it('into text that could not be read are given the benefit of the doubt', () => {
    const { file } = parseFile('a "x" {\n\tb = c.d.out\n}')
    const body = [...file.body, { kind: 'rawStatements', text: '{{ x }}' } as const]
    expect(findReferences({ kind: 'file', body }).problems).toEqual([])
  })
})
