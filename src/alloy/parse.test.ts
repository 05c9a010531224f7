import { describe, expect, it } from 'vitest'
import type { Expression, Statement } from './ast'
import { parseBody, parseExpression, parseFile, type SyntaxCode } from './parse'

/** The expression with every operation in parentheses, so that its grouping shows. */
function grouping(node: Expression): string {
  switch (node.kind) {
    case 'binary':
      return `(${grouping(node.left)} ${node.operator} ${grouping(node.right)})`
    case 'unary':
      return `(${node.operator}${grouping(node.operand)})`
    case 'access':
      return `${grouping(node.target)}.${node.name}`
    case 'index':
      return `${grouping(node.target)}[${grouping(node.index)}]`
    case 'call':
      return `${grouping(node.callee)}(${node.arguments.map(grouping).join(' ')})`
    case 'parenthesized':
      return `<${grouping(node.inner)}>`
    case 'array':
      return `[${node.items.map(grouping).join(' ')}]`
    case 'object':
      return `{${node.fields.map((field) => `${field.name}:${grouping(field.value)}`).join(' ')}}`
    case 'identifier':
      return node.name
    case 'string':
      return JSON.stringify(node.value)
    case 'number':
      return node.text
    case 'boolean':
      return String(node.value)
    default:
      return node.kind
  }
}

function expectGrouping(text: string, expected: string) {
  const { expression, problems } = parseExpression(text)
  expect(problems).toEqual([])
  expect(expression && grouping(expression)).toBe(expected)
}

/** Each problem as its code and the text that it points at. */
function problemsOf(text: string): [SyntaxCode, string][] {
  return parseFile(text).problems.map(({ code, range }) => [
    code,
    text.slice(range.start, range.end),
  ])
}

const outline = (body: readonly Statement[]): unknown[] =>
  body.map((statement) => {
    if (statement.kind === 'attribute') return statement.name
    if (statement.kind !== 'block') return statement.text
    const { name, label } = statement
    return [label === undefined ? name : `${name} ${label}`, ...outline(statement.body)]
  })

const stringOf = (text: string) => {
  const { expression } = parseExpression(text)
  return expression?.kind === 'string' ? expression.value : undefined
}

describe('statements', () => {
  it('reads attributes, blocks, dotted names and labels', () => {
    const { file, problems } = parseFile(
      'logging { level = "warn" }\nloki.write "cloud" {\n\tendpoint {\n\t\turl = "x"\n\t}\n\n\textra = 1\n}',
    )
    expect(problems).toEqual([])
    expect(outline(file.body)).toEqual([
      ['logging', 'level'],
      ['loki.write cloud', ['endpoint', 'url'], 'extra'],
    ])
  })

  it.each(['', '\n\n', '// only this', '\ufeffa = 1', 'a = 1\r\nb = 2\r\n', 'a {}', 'a ""{\n}'])(
    'takes %j',
    (text) => {
      expect(problemsOf(text)).toEqual([])
    },
  )

  it('takes an empty label for none', () => {
    expect(outline(parseBody('a "" {}').body)).toEqual([['a']])
  })

  it('ends a statement at a line break only where an operand ended', () => {
    expect(outline(parseBody('sum = 1 +\n2\nnext = [\n1,\n2,\n]').body)).toEqual(['sum', 'next'])
    expect(problemsOf('sum = 1\n+ 2')).toEqual([['expected-identifier', '+']])
    expect(problemsOf('a = 1 b = 2')).toEqual([['expected-newline', 'b']])
  })

  it('sees the line break that a block comment hides', () => {
    expect(outline(parseBody('a = 1 /* one\n */ b = 2').body)).toEqual(['a', 'b'])
    expect(problemsOf('a = 1 /* one */ b = 2')).toEqual([['expected-newline', 'b']])
  })

  it('tells where every node stands', () => {
    const text = 'scrape "x" {\n\ttargets = [a.b, 1 + 2]\n}'
    const [block] = parseBody(text).body
    expect(block?.range).toEqual({ start: 0, end: text.length })
    const attribute = block?.kind === 'block' ? block.body[0] : undefined
    const cut = (range = { start: 0, end: 0 }) => text.slice(range.start, range.end)
    expect(cut(attribute?.range)).toBe('targets = [a.b, 1 + 2]')
    const value = attribute?.kind === 'attribute' ? attribute.value : undefined
    expect(value?.kind === 'array' && value.items.map((item) => cut(item.range))).toEqual([
      'a.b',
      '1 + 2',
    ])
  })
})

describe('expressions', () => {
  it.each([
    ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
    ['8 / 4 % 3', '((8 / 4) % 3)'],
    ['2 ^ 3 ^ 4', '(2 ^ (3 ^ 4))'],
    ['-2 ^ -3', '((-2) ^ (-3))'],
    ['!a && b || c && !!d', '(((!a) && b) || (c && (!(!d))))'],
    ['a + 1 < b == c >= 2', '((((a + 1) < b) == c) >= 2)'],
    ['a != b', '(a != b)'],
    ['(1 + 2) * 3', '(<(1 + 2)> * 3)'],
    ['-a.b[0](1, "x",).c', '(-a.b[0](1 "x").c)'],
    ['f()', 'f()'],
    ['[1, [], [2,],]', '[1 [] [2]]'],
    ['{ a = 1, "b-c" = {}, }', '{a:1 b-c:{}}'],
    ['[{ a = null }, true]', '[{a:null} true]'],
    ['1 - -1', '(1 - (-1))'],
  ])('groups %s', expectGrouping)

  it.each(['0', '15', '0.50', '.5', '5.', '1e6', '1e+06', '2.5E-3', '007'])(
    'keeps the number %s as it is written',
    (text) => {
      expectGrouping(text, text)
    },
  )

  it('takes letters of any script in names', () => {
    expectGrouping('größe.имя._1', 'größe.имя._1')
  })

  it('refuses what is not exactly one expression', () => {
    for (const text of ['', '1 2', 'a = 1', '[1', '1 +', '}', '1\n2']) {
      const { expression, problems } = parseExpression(text)
      expect(expression, text).toBeUndefined()
      expect(problems.length, text).toBeGreaterThan(0)
    }
    expectGrouping(' 1 // one\n', '1')
  })
})

describe('strings', () => {
  it('reads every escape of Go', () => {
    expect(stringOf(String.raw`"\a\b\f\n\r\t\v\\\""`)).toBe('\x07\b\f\n\r\t\v\\"')
    expect(stringOf(String.raw`"\x41\101\u00e9\U0001F600"`)).toBe('AAé😀')
    expect(stringOf(String.raw`"\xc3\xa9 \303\251 \xff"`)).toBe('é é \ufffd')
  })

  it('reads raw strings over lines, without carriage returns', () => {
    expect(stringOf('`a\\n"\r\n\tb`')).toBe('a\\n"\n\tb')
  })

  it('keeps the source of a string that we would write otherwise', () => {
    const raw = (text: string) => {
      const { expression } = parseExpression(text)
      return expression?.kind === 'string' ? expression.raw : undefined
    }
    expect(raw('"plain\\n"')).toBeUndefined()
    expect(raw('`plain`')).toBe('`plain`')
    expect(raw('"\\x41"')).toBe('"\\x41"')
  })

  it.each([
    ['a = "open', 'unterminated-string', '"open'],
    ['a = "open\nb = 1', 'unterminated-string', '"open'],
    ['a = `open\n', 'unterminated-string', '`open\n'],
    [String.raw`a = "\q"`, 'invalid-escape', '\\q'],
    [String.raw`a = "\'"`, 'invalid-escape', "\\'"],
    [String.raw`a = "\x4g"`, 'invalid-escape', '\\x4g'],
    [String.raw`a = "\400"`, 'invalid-escape', '\\400'],
    [String.raw`a = "\ud800"`, 'invalid-escape', '\\ud800'],
    [String.raw`a = "\U00110000"`, 'invalid-escape', '\\U00110000'],
    ["a = 'x'", 'single-quoted-string', "'x'"],
  ] as const)('complains of %j', (text, code, found) => {
    expect(problemsOf(text)[0]).toEqual([code, found])
  })
})

describe('comments', () => {
  it('hangs them on the statements that they explain', () => {
    const { body } = parseBody(
      '// apart\n\n// first\n// second\na = 1 // beside\nb = 2\n// at the end',
    )
    expect(body.map((statement) => statement.kind)).toEqual([
      'comment',
      'attribute',
      'attribute',
      'comment',
    ])
    const [, first] = body
    expect(first?.kind === 'attribute' && first.comments?.map(({ text }) => text)).toEqual([
      '// first',
      '// second',
    ])
    expect(first?.kind === 'attribute' && first.trailing?.text).toBe('// beside')
  })

  it('keeps them inside lists', () => {
    const { expression } = parseExpression('[ // all\n1, // one\n// two\n2,\n]')
    const comments = expression?.kind === 'array' ? expression.comments : undefined
    expect(comments?.map(({ before, comment }) => [before, comment.text])).toEqual([
      [0, '// all'],
      [1, '// one'],
      [1, '// two'],
    ])
  })

  it('complains of one that is never closed', () => {
    expect(problemsOf('a = 1\n/* open')).toEqual([['unterminated-comment', '/* open']])
  })
})

describe('problems', () => {
  it.each<[string, [SyntaxCode, string][]]>([
    ['a.b = 1', [['dotted-attribute-name', 'a.b']]],
    ['a "b" = 1', [['labelled-attribute', '"b"']]],
    ['a b {}', [['expected-block-label', 'b']]],
    ['a `b` {}', [['raw-block-label', '`b`']]],
    ['a "b c" {}', [['invalid-block-label', '"b c"']]],
    ['a "true" {}', [['invalid-block-label', '"true"']]],
    ['a "1st" {}', [['invalid-block-label', '"1st"']]],
    ['a.b', [['expected-block-body', '']]],
    ['a', [['expected-statement', '']]],
    ['a\nb = 1', [['expected-statement', '\n']]],
    ['a { b }', [['expected-statement', '}']]],
    ['a = ', [['expected-expression', '']]],
    ['a = 1 * / 2', [['expected-expression', '/']]],
    ['a = b.null', [['expected-identifier', 'null']]],
    ['a = f(1 2)', [['missing-comma', '2']]],
    ['a = [\n\t1\n]', [['missing-comma', '\n']]],
    ['a = {\n\tb = 1\n}', [['missing-comma', '\n']]],
    ['a = { 1 = 2 }', [['expected-field-name', '1']]],
    ['a = { b }', [['unexpected-token', '}']]],
    ['a = b "c" { d = 1 }', [['block-as-expression', 'b "c" { d = 1 }']]],
    ['a = 1 | 2', [['incomplete-operator', '|']]],
    ['a = 1e+', [['invalid-number', '1e+']]],
    [
      'a = #',
      [
        ['illegal-character', '#'],
        ['expected-expression', '#'],
      ],
    ],
    ['a {', [['unexpected-token', '']]],
    ['}', [['expected-identifier', '}']]],
  ])('of %j', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected)
  })

  it('finds them all, and reads what stands between', () => {
    const text =
      'a = *\nb = 2\nc "x y" {\n\td = [1\n\te = 5\n\tf = 6\n}\n\ng {\n\th = 7 8\n\ti = 9\n}\n}\nj = 10'
    expect(problemsOf(text).map(([code]) => code)).toEqual([
      'expected-expression',
      'invalid-block-label',
      'missing-comma',
      'missing-comma',
      'missing-comma',
      'unexpected-token',
      'expected-newline',
      'expected-identifier',
    ])
    expect(outline(parseFile(text).file.body)).toEqual([
      'a',
      'b',
      ['c x y', 'd'],
      ['g', 'h', 'i'],
      'j',
    ])
  })

  it('says one thing about what is nested without end', () => {
    for (const open of ['(', '[', '{ a = ', '-', 'f(', 'a[', '2 ^ ']) {
      expect(problemsOf(`a = ${open.repeat(5000)}`).map(([code]) => code)).toContain(
        'nested-too-deeply',
      )
    }
    expect(problemsOf(`a = 1${' + 1'.repeat(5000)}`)).toHaveLength(1)
    expect(problemsOf(`a = b${'.c'.repeat(5000)}`)).toHaveLength(1)
    expect(problemsOf('a {\n'.repeat(5000)).map(([code]) => code)).toContain('nested-too-deeply')
  })
})
