import { expect, it } from 'vitest'
import { parseFile } from './parse'
import { walk } from './visit'

const { file } = parseFile('a {\n\tb = [c.d, {e = -f(1 + 2)[null]}, (true)]\n}\n// end')

it('visits every node, each before what is under it', () => {
  const kinds: string[] = []
  walk(file, (node) => kinds.push(node.kind))
  expect(kinds).toEqual([
    ...['file', 'block', 'attribute', 'array', 'access', 'identifier', 'object', 'unary', 'index'],
    ...['call', 'identifier', 'binary', 'number', 'number', 'null', 'parenthesized', 'boolean'],
    'comment',
  ])
})

it('leaves out what is under a node on request, and tells what a node is under', () => {
  const paths: string[] = []
  walk(file, (node, ancestors) => {
    paths.push([...ancestors, node].map(({ kind }) => kind).join(' '))
    return node.kind !== 'attribute'
  })
  expect(paths).toEqual(['file', 'file block', 'file block attribute', 'file comment'])
})
