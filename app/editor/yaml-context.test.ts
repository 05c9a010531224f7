import { describe, expect, it } from 'vitest'
import { yamlContext } from './yaml-context'

/** The context at the `|` in a text. */
function at(text: string) {
  const lines = text.split('\n')
  const line = lines.findIndex((one) => one.includes('|'))
  const column = (lines[line] ?? '').indexOf('|')
  return yamlContext(
    lines.map((one) => one.replace('|', '')),
    line,
    column,
  )
}

describe('where the cursor of a YAML text stands', () => {
  it('is at the top for a key without indentation', () => {
    expect(at('cluster:\n  name: x\nclu|')).toMatchObject({ path: [], kind: 'key', typed: 'clu' })
  })

  it('is in the map above by indentation', () => {
    expect(at('destinations:\n  loki:\n    type: loki\n    u|')).toMatchObject({
      path: ['destinations', 'loki'],
      kind: 'key',
      siblings: ['type'],
    })
  })

  it('is at a value behind a colon', () => {
    expect(at('destinations:\n  loki:\n    type: lo|')).toMatchObject({
      path: ['destinations', 'loki', 'type'],
      kind: 'value',
      typed: 'lo',
    })
  })

  it('counts the items of lists', () => {
    expect(at('rules:\n  - action: keep\n  - action: d|')).toMatchObject({
      path: ['rules', 1, 'action'],
      kind: 'value',
    })
  })

  it('knows lists that stand in the column of their key', () => {
    expect(at('a:\n  rules:\n  - action: keep\n    r|')).toMatchObject({
      path: ['a', 'rules', 0],
      kind: 'key',
      siblings: ['action'],
    })
  })

  it('passes over comments, blank lines and deeper maps', () => {
    expect(at('a:\n  b:\n    c: 1\n\n  # a word\n  |')).toMatchObject({
      path: ['a'],
      siblings: ['b'],
    })
  })

  it('does not take keys of a neighbour for siblings', () => {
    expect(at('one:\n  x: 1\ntwo:\n  |\nthree:\n  y: 1')).toMatchObject({
      path: ['two'],
      siblings: [],
    })
  })
})
