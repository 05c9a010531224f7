import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribute, BinaryOperator, Block, Comment, Expression, File, Statement } from './ast'
import { checkComponents } from './check-components'
import { Lexer } from './lexer'
import { binaryPrecedence } from './operators'
import { parseExpression, parseFile } from './parse'
import { print } from './print'
import { quote, unquote } from './quote'
import { findReferences } from './references'

const words = fc.constantFrom('a', 'b1', '_c', 'größe', 'receiver', 'prometheus', 'nullable', 'x')
const character = fc.constantFrom(...'ab0 "\\\n\t`\u00a0é😀{}[]=/*#', '\0', '\u2028', '${', '//')
const strings = fc.oneof(
  fc.array(character, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const keys = fc.oneof(words, strings)
const numbers = fc.constantFrom('0', '15', '1.5', '1e+06', '.5', '007')
const operators = fc.constantFrom(...(Object.keys(binaryPrecedence) as BinaryOperator[]))
const isName = (key: string) => /^(a|b1|_c|größe|receiver|prometheus|nullable|x)$/.test(key)

const { expressions } = fc.letrec<{ expressions: Expression }>((tie) => ({
  expressions: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    words.map((name): Expression => ({ kind: 'identifier', name })),
    strings.map((value): Expression => ({ kind: 'string', value })),
    numbers.map((text): Expression => ({ kind: 'number', text })),
    fc.boolean().map((value): Expression => ({ kind: 'boolean', value })),
    fc.constant<Expression>({ kind: 'null' }),
    fc
      .array(tie('expressions'), { maxLength: 4 })
      .map((items): Expression => ({ kind: 'array', items })),
    fc.array(fc.tuple(keys, tie('expressions')), { maxLength: 4 }).map(
      (fields): Expression => ({
        kind: 'object',
        fields: fields.map(([name, value]) => ({ name, quoted: !isName(name), value })),
      }),
    ),
    fc
      .tuple(tie('expressions'), words)
      .map(([target, name]): Expression => ({ kind: 'access', target, name })),
    fc
      .tuple(tie('expressions'), tie('expressions'))
      .map(([target, index]): Expression => ({ kind: 'index', target, index })),
    fc
      .tuple(tie('expressions'), fc.array(tie('expressions'), { maxLength: 4 }))
      .map(([callee, args]): Expression => ({ kind: 'call', callee, arguments: args })),
    fc
      .tuple(fc.constantFrom('!' as const, '-' as const), tie('expressions'))
      .map(([operator, operand]): Expression => ({ kind: 'unary', operator, operand })),
    fc
      .tuple(tie('expressions'), operators, tie('expressions'))
      .map(([left, operator, right]): Expression => ({ kind: 'binary', operator, left, right })),
  ),
}))

const comments = fc
  .constantFrom('// why', '//', '/* how */', '/* over\n   lines */')
  .map((text): Comment => ({ kind: 'comment', text }))
const explained = fc.record(
  { comments: fc.array(comments, { minLength: 1, maxLength: 2 }), trailing: comments },
  { requiredKeys: [] },
)

const attributes = fc
  .tuple(words, expressions, explained)
  .map(([name, value, extra]): Attribute => ({ kind: 'attribute', name, value, ...extra }))

const { statements } = fc.letrec<{ statements: Statement; blocks: Block }>((tie) => ({
  statements: fc.oneof({ maxDepth: 3 }, attributes, tie('blocks')),
  blocks: fc
    .tuple(
      fc.array(words, { minLength: 1, maxLength: 3 }),
      fc.option(words, { nil: undefined }),
      fc.array(tie('statements'), { maxLength: 4 }),
      explained,
    )
    .map(
      ([names, label, body, extra]): Block => ({
        kind: 'block',
        name: names.join('.'),
        ...(label !== undefined && { label }),
        body,
        ...extra,
      }),
    ),
}))

const files = fc.array(statements, { maxLength: 5 }).map((body): File => ({ kind: 'file', body }))

/** A tree as it was before it was printed: without places and layout, and with no needless parentheses. */
function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare)
  if (typeof node !== 'object' || node === null) return node
  if ('kind' in node && node.kind === 'parenthesized' && 'inner' in node) return bare(node.inner)
  const layout = new Set(['range', 'breaks', 'blank', 'before', 'after', 'raw'])
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (layout.has(key) ? [] : [[key, bare(value)]])),
  )
}

/** What stands in a text, but for white space, commas and where its comments are. */
function contents(text: string) {
  const lexer = new Lexer(text, [])
  const tokens: string[] = []
  const comments: string[] = []
  do {
    lexer.next()
    if (lexer.kind === 'comment') comments.push(...lexer.source.split(/\s+/))
    else if (!['terminator', ',', 'end'].includes(lexer.kind)) tokens.push(lexer.source)
  } while (lexer.kind !== 'end')
  return { tokens, comments: comments.sort() }
}

const seeds = [
  'prometheus.scrape "x" {\n\ttargets = [{"a" = "b", c = 1}, {}]\n\tforward_to = [a.b.c]\n\n\trule {\n\t\tx = -1 + f(2, [\n\t\t\t3,\n\t\t])\n\t}\n}\n',
  '// Apart\n\n// Of a\na = {\n\tb = `raw\n\tstring`, // beside\n\t"c d" = [1,\n2, 3],\n}\nempty { }\nlast { x = (1 ^ 2)[0].y }',
]

const insertions = fc.constantFrom(
  '/* c */',
  '// line\n',
  ' /* over\nlines */ ',
  '\n// own\n',
  '\n\n',
  '\n/* own */\n',
  '\n\n// apart\n\n',
)

/** A config with comments and line breaks between its tokens, where nobody would look for them. */
const littered = fc
  .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), insertions), { maxLength: 8 }))
  .map(([text, added]) => {
    const lexer = new Lexer(text, [])
    const ends: number[] = []
    for (lexer.next(); lexer.kind !== 'end'; lexer.next()) ends.push(lexer.end)
    const places = added.map(([at, insertion]) => [ends[at % ends.length] ?? 0, insertion] as const)
    let result = text
    for (const [at, insertion] of places.sort(([a], [b]) => b - a)) {
      result = result.slice(0, at) + insertion + result.slice(at)
    }
    return result
  })

/** A config out of which pieces were cut, and into which others were put. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.string({ maxLength: 4 })), { maxLength: 5 }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((result, [at, length, insertion]) => {
      const start = at % (result.length + 1)
      return result.slice(0, start) + insertion + result.slice(start + length)
    }, text),
  )

const noise = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((bytes) => String.fromCharCode(...bytes)),
  fc
    .array(
      fc.constantFrom(...'{}[]()=.,"`\'/*\n\\+-^!<|&ab1 #', '"x"', '//', '/*', '*/', '\ud800'),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
)

describe('the laws of the language', () => {
  it('reads back every tree that it prints', () => {
    fc.assert(
      fc.property(files, (file) => {
        const { file: read, problems } = parseFile(print(file))
        expect(problems).toEqual([])
        expect(bare(read)).toEqual(bare(file))
      }),
      { numRuns: 1000 },
    )
  })

  it('prints what it printed just so again', () => {
    fc.assert(
      fc.property(files, (file) => {
        const text = print(file)
        expect(print(parseFile(text).file)).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })

  it('formats once and for all, and loses neither token nor comment', () => {
    fc.assert(
      fc.property(littered, (source) => {
        const { file, problems } = parseFile(source)
        fc.pre(problems.length === 0)
        const text = print(file)
        expect(contents(text)).toEqual(contents(source))
        expect(print(parseFile(text).file)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.oneof(noise, mutated), (text) => {
        const { file, problems } = parseFile(text)
        print(file)
        findReferences(file)
        checkComponents(file)
        parseExpression(text)
        for (const { range } of problems) {
          expect(range.start).toBeLessThanOrEqual(range.end)
          expect(range.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 10_000 },
    )
  })

  it('reads back every string that it quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unquote(quote(text))).toBe(text)
        expect(quote(text)).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 1000 },
    )
  })
})
