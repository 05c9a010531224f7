import { describe, expect, it } from 'vitest'
import type { Expression, Statement } from './ast'
import {
  at,
  binary,
  block,
  call,
  comment,
  component,
  expression,
  path,
  rawExpression,
  rawStatements,
  ref,
} from './build'
import { parseFile } from './parse'
import { print, printWithLines } from './print'

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`

function expectFormatted(source: string, expected: string) {
  const { file, problems } = parseFile(source)
  expect(problems).toEqual([])
  expect(print(file)).toBe(expected)
  expect(print(parseFile(expected).file)).toBe(expected)
}

const built = (...body: readonly Statement[]) => print({ kind: 'file', body })

function expectValue(value: Expression, expected: string) {
  expect(built({ kind: 'attribute', name: 'a', value })).toBe(`a = ${expected}\n`)
}

describe('formatting what was read', () => {
  it('lines up the values of neighbouring attributes, and their comments', () => {
    expectFormatted(
      'url="x" // where\ntimeout   =   "10s"     // how long\n\nname=1 // apart',
      text('url     = "x"   // where', 'timeout = "10s" // how long', '', 'name = 1 // apart'),
    )
  })

  it('measures names by their characters', () => {
    expectFormatted('größe = 1\nbreite = 2\n𝑥 = 3', text('größe  = 1', 'breite = 2', '𝑥      = 3'))
  })

  it('ends a run of aligned lines at a value of several lines', () => {
    expectFormatted(
      'a = 1\nlonger = [\n1,\n]\nb = 2\nccc = 3',
      text('a      = 1', 'longer = [', '\t1,', ']', 'b   = 2', 'ccc = 3'),
    )
  })

  it('sets blocks apart, and leaves at most one line blank', () => {
    expectFormatted(
      'a = 1\nb "x" {}\nc {\n\n\nd = 1\n\n\n\ne = 2\nf { }\n}\n\n\n',
      text('a = 1', '', 'b "x" { }', '', 'c {', '\td = 1', '', '\te = 2', '', '\tf { }', '}'),
    )
  })

  it('spreads a block of one line', () => {
    expectFormatted('a { b = 1 }', text('a {', '\tb = 1', '}'))
  })

  it('keeps the breaks of lists, and closes each as it was closed', () => {
    expectFormatted(
      'a = [1,2,\n3,4]\nb = [\n1,2,\n]\nc = {x=1,yy=2}\nd = {\nx=1,\nyy=2,\n}\ne = f(1,\n2)',
      text(
        'a = [1, 2,',
        '\t3, 4]',
        'b = [',
        '\t1, 2,',
        ']',
        'c = {x = 1, yy = 2}',
        'd = {',
        '\tx  = 1,',
        '\tyy = 2,',
        '}',
        'e = f(1,',
        '\t2)',
      ),
    )
  })

  it('lines up the fields of an object up to a value of several lines', () => {
    expectFormatted(
      'a = {\nb = 1,\n"long key" = {\nx = 1,\n},\nc = 2,\n}',
      text('a = {', '\tb          = 1,', '\t"long key" = {', '\t\tx = 1,', '\t},', '\tc = 2,', '}'),
    )
  })

  it('breaks the line of an object where a value of several lines stands', () => {
    expectFormatted('a = {b = [\n1,\n], c = 2}', text('a = {b = [', '\t\t1,', '\t],', '\tc = 2}'))
  })

  it('keeps objects inside calls and lists where they were', () => {
    expectFormatted('a = f([{\nb = 1,\n}], 2)', text('a = f([{', '\tb = 1,', '}], 2)'))
  })

  it('leaves the inside of raw strings alone', () => {
    const source = text('a {', '\tb = `x\ty  ', '  z\t`', '\tc = 1', '}')
    expectFormatted(source, source)
  })

  it('writes strings, numbers and keys as they were written', () => {
    const source = text('a = ["\\x41", `\\d`, 1e+06, 0.50, {"b" = 1, `c` = 2}]')
    expectFormatted(source, source.replace('`c`', '"c"'))
  })

  it('puts an expression of several lines on one', () => {
    expectFormatted('a = 1 +\n2', text('a = 1 + 2'))
    expectFormatted('a = 1 .b', text('a = 1 .b'))
  })

  it('keeps comments where they stand', () => {
    const source = text(
      '// Of the file.',
      '',
      '// Of a.',
      'a { // of the line',
      '\t// of b',
      '\tb = [ // of the list',
      '\t\t1, // of 1',
      '\t\t// of 2',
      '\t\t2, /* after 2 */ 3,',
      '\t\t// at the end',
      '\t]',
      '\tc = 1 /* beside c */',
      '',
      '\t// between',
      '',
      '\td = f( // of the call',
      '\t\t1,',
      '\t)',
      '\te = {',
      '\t\t// of x',
      '\t\tx = 1, // beside x',
      '\t\ty = 2,',
      '\t}',
      '\t// at the end',
      '} // beside a',
      '',
      '/* of f',
      '   over two lines */',
      'f { }',
      '// at the very end',
    )
    expectFormatted(source, source)
  })

  it('finds a place for a comment in an odd one', () => {
    expectFormatted('a = 1 + /* why */ 2 // so', text('a = 1 + 2 /* why */ // so'))
    expectFormatted('a = 1 + // why\n2\nb = 3', text('a = 1 + 2 // why', 'b = 3'))
    expectFormatted('a /* why */ "b" {}', text('a "b" { /* why */ }'))
    expectFormatted('a { /* b */ c = 1 }', text('a {', '\t/* b */ c = 1', '}'))
  })

  it('lets a comment alone decide whether a block is set apart', () => {
    const source = text('a { }', '// of b', 'b { }', '', 'c = 1 // beside', 'd { }')
    expectFormatted(source, source)
  })
})

describe('printing what was built', () => {
  it('sets components apart and lines up what belongs together', () => {
    const write = component('loki.write', 'cloud', {}, [
      block('endpoint', { url: 'https://x', tenant_id: 'one' }, [block('basic_auth')]),
    ])
    const relabel = component('loki.relabel', 'all', { forward_to: [ref(write, 'receiver')] })
    expect(built(comment('Pod logs'), relabel, write)).toBe(
      text(
        '// Pod logs',
        'loki.relabel "all" {',
        '\tforward_to = [loki.write.cloud.receiver]',
        '}',
        '',
        'loki.write "cloud" {',
        '\tendpoint {',
        '\t\turl       = "https://x"',
        '\t\ttenant_id = "one"',
        '',
        '\t\tbasic_auth { }',
        '\t}',
        '}',
      ),
    )
  })

  it('writes strings as Go quotes them', () => {
    expectValue(
      expression('"\\\n\r\t\v\f\x07\b\0\x7f\u00a0\u200bé😀\u{10ffff}'),
      String.raw`"\"\\\n\r\t\v\f\a\b\x00\x7f\u00a0\u200bé😀\U0010ffff"`,
    )
    expectValue(expression('half \ud800'), '"half \ufffd"')
  })

  it('quotes the keys that are no names', () => {
    expect(built(block('a', { b: { ok: 1, true: 2, 'x-y': 3, '2': 4, 'a²': 5 } }))).toContain(
      text(
        '\t\t"2"    = 4,',
        '\t\tok     = 1,',
        '\t\t"true" = 2,',
        '\t\t"x-y"  = 3,',
        '\t\t"a²"   = 5,',
      ),
    )
  })

  it('puts parentheses where the tree needs them, and nowhere else', () => {
    const sum = binary(1, '+', 2)
    expectValue(binary(sum, '*', 3), '(1 + 2) * 3')
    expectValue(binary(3, '-', sum), '3 - (1 + 2)')
    expectValue(binary(sum, '-', 3), '1 + 2 - 3')
    expectValue(binary(binary(2, '^', 3), '^', 4), '(2 ^ 3) ^ 4')
    expectValue(binary(2, '^', binary(3, '^', 4)), '2 ^ 3 ^ 4')
    expectValue({ kind: 'unary', operator: '-', operand: sum }, '-(1 + 2)')
    expectValue(at(sum, 0), '(1 + 2)[0]')
    expectValue({ kind: 'access', target: expression(1), name: 'x' }, '1 .x')
  })

  it('breaks long lists, one item a line, and leaves short ones alone', () => {
    const name = 'discovery.kubernetes.pods_of_some_namespace'
    const long = path(name)
    expectValue(expression([]), '[]')
    expectValue(expression({}), '{}')
    expectValue(expression(['a', 'b']), '["a", "b"]')
    expectValue(call('array.concat', path('a'), path('b')), 'array.concat(a, b)')
    expectValue(expression([long, long]), `[\n\t${name},\n\t${name},\n]`)
    expectValue(call('array.concat', long, long), `array.concat(\n\t${name},\n\t${name},\n)`)
    expectValue(expression([{ b: 'c' }]), '[{\n\tb = "c",\n}]')
    expectValue(expression([{}, { b: 1 }]), '[\n\t{},\n\t{\n\t\tb = 1,\n\t},\n]')
    expectValue(call('f', 1, { b: 'c' }), 'f(1, {\n\tb = "c",\n})')
  })

  it('prints the user text that is no Alloy as it is', () => {
    expectValue(rawExpression(' {{ .Values.x }} '), '{{ .Values.x }}')
    const raw = rawStatements('{{ if .Values.x }}\n  a = 1\n{{ end }}\n')
    expect(built(block('b'), ...raw, block('c'))).toBe(
      text('b { }', '', '{{ if .Values.x }}', '  a = 1', '{{ end }}', '', 'c { }'),
    )
  })

  it('prints the user text that is Alloy among what was built', () => {
    const raw = rawStatements('// mine\nx "y" {a=1\nbb=2}\nz {}')
    expect(built(block('b'), ...raw, block('c'))).toBe(
      text(
        'b { }',
        '',
        '// mine',
        'x "y" {',
        '\ta  = 1',
        '\tbb = 2',
        '}',
        '',
        'z { }',
        '',
        'c { }',
      ),
    )
  })

  it('tells on which lines each block stands', () => {
    const { blocks } = printWithLines({
      kind: 'file',
      body: [
        comment('First'),
        block('a', { text: rawExpression('`one\ntwo`') }, [block('b')]),
        ...rawStatements('not alloy\nat all'),
        block('c'),
      ],
    })
    expect(
      blocks.map(({ block: { name }, startLine, endLine }) => [name, startLine, endLine]),
    ).toEqual([
      ['a', 2, 7],
      ['b', 6, 6],
      ['c', 12, 12],
    ])
  })
})
