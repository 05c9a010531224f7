import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { stringify } from 'yaml'
import { removeIn, sameTree, setIn } from '../base/tree'
import type { Edit, Path } from '../diagnostics/diagnostic'
import { editValues } from './edit'
import { printObjects, printValues } from './print'
import { readValues } from './read'
import { pathAt, pathRange } from './source-map'

// Properties over many texts; a busy machine must not fail them.
vi.setConfig({ testTimeout: 60_000 })

const tricky = [
  ...[
    'y',
    'No',
    'on',
    'OFF',
    'true',
    'null',
    '~',
    '',
    ' ',
    '0777',
    '0o7',
    '1e3',
    '1_0',
    '.5',
    '1:30',
  ],
  ...[
    '2001-01-01',
    '.inf',
    '.nan',
    '<<',
    '=',
    '-',
    '- a',
    '? a',
    ': a',
    'a: b',
    'a #b',
    '#a',
    '@a',
    '`a',
  ],
  ...[
    '%a',
    '!a',
    '&a',
    '*a',
    '[a',
    '{a',
    '"a',
    "'a",
    "it's",
    'a\nb',
    'a\n\nb\n',
    'a\nb\n\n\n',
    '\na',
    ' a\nb',
  ],
  ...[
    'a\n b\n',
    '\t',
    'a\tb',
    'a\r\nb',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u0000',
    '\u007f',
    'é',
    '😀',
    '---',
    '...',
  ],
  ...[
    '__proto__',
    'constructor',
    'https://x.example:443/a?b=c#d',
    '10.0.0.1',
    '4.4.0',
    'a,b',
    'a]',
    'a}',
    '\\d+',
  ],
]
const texts = fc.oneof(fc.constantFrom(...tricky), fc.string({ unit: 'grapheme', maxLength: 12 }))
const keys = fc.oneof(fc.constantFrom('a', 'b', 'c', 'name', 'long-key', ...tricky), texts)
const scalars = fc.oneof(
  texts,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
)
const trees = fc.letrec((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, scalars, tie('list'), tie('map')),
  list: fc.array(tie('tree'), { maxLength: 4 }),
  map: fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
}))
const maps = trees.map as fc.Arbitrary<Record<string, unknown>>

const simpleKeys = fc.constantFrom('a', 'b', 'c', 'y', 'name', 'x y', '0')
const simpleTrees = fc.letrec((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, scalars, tie('list'), tie('map'), tie('map')),
  list: fc.array(tie('tree'), { maxLength: 4 }),
  map: fc.dictionary(simpleKeys, tie('tree'), { maxKeys: 4 }),
}))

/** Texts in many hands: indentations, brackets, quotes, comments, blank lines, line breaks. */
const files = fc
  .record({
    values: simpleTrees.map as fc.Arbitrary<Record<string, unknown>>,
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
    flow: fc.constantFrom('any', 'block', 'flow') as fc.Arbitrary<'any' | 'block' | 'flow'>,
    quotes: fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE') as fc.Arbitrary<
      'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'
    >,
    remarks: fc.boolean(),
    windows: fc.boolean(),
    ended: fc.boolean(),
  })
  .map(({ values, indent, indentSeq, flow, quotes, remarks, windows, ended }) => {
    let text = stringify(values, {
      version: '1.1',
      indent,
      indentSeq,
      collectionStyle: flow,
      defaultStringType: quotes,
      defaultKeyType: 'PLAIN',
      lineWidth: 0,
    })
    if (remarks && !/[|>"']/.test(text)) {
      text = text
        .split('\n')
        .map((line, index) =>
          line.endsWith(':') || /: [\w.]+$/.test(line)
            ? `${line} # remark ${index}\n\n${/^ */.exec(line)?.[0]}# above`
            : line,
        )
        .join('\n')
    }
    if (windows) text = text.replaceAll('\n', '\r\n')
    return ended ? text : text.replace(/\r?\n$/, '')
  })
  .filter((text) => readValues(text).problems.length === 0)

function pathsOf(value: unknown, path: Path = []): Path[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) =>
          pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : []
  return [path, ...inner]
}

const edits = (values: unknown): fc.Arbitrary<Edit> => {
  const known = fc.constantFrom(...pathsOf(values).filter((path) => path.length > 0), ['a'])
  const inside = fc.tuple(known, fc.array(fc.oneof(simpleKeys, fc.nat(3)), { maxLength: 2 }))
  return fc.oneof(
    known.map((path): Edit => ({ path, remove: true })),
    fc.tuple(known, simpleTrees.tree).map(([path, value]): Edit => ({ path, value })),
    fc
      .tuple(inside, simpleTrees.tree)
      .map(([[path, more], value]): Edit => ({ path: [...path, ...more], value })),
  )
}

const well = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (_, item) => item)

describe('reading as Helm does', () => {
  const cases: [string, unknown][] = [
    ['a: yes\nb: Off\nc: y\nd: oFF\n', { a: true, b: false, c: true, d: 'oFF' }],
    ['n: 1\non: 2\n', { false: 1, true: 2 }],
    ['a: 0777\nb: 0o17\nc: 089\nd: 1_000\ne: 0b11\n', { a: 511, b: 15, c: 89, d: 1000, e: 3 }],
    ['a: 1:30\nb: 2001-01-01\nc: 1e400\n', { a: '1:30', b: '2001-01-01', c: '1e400' }],
    ['0777: a\n1e6: b\n1.0: c\n', { 1: 'c', 511: 'a', '1e+06': 'b' }],
    [
      'x: &a {b: 1, c: 2}\nz:\n  c: 0\n  <<: *a\n  b: 3\n',
      { x: { b: 1, c: 2 }, z: { b: 3, c: 2 } },
    ],
    ['"<<": {a: 1}\n', { '<<': { a: 1 } }],
    ['a: {b: 1}\n---\na: {c: 2}\n', { a: { b: 1, c: 2 } }],
    ['', {}],
    ['# nothing but a remark', {}],
    ['\ufeffa: 1\r\nb:\r\n- c\r\n', { a: 1, b: ['c'] }],
    ['a: !!str 1\nb: !mine 2\nc: !!int "3"\nd: !!binary aMOp\n', { a: '1', b: '2', c: 3, d: 'hé' }],
  ]
  test.each(cases)('%j', (text, values) => {
    expect(readValues(text)).toEqual({ values, problems: [] })
  })

  test('a key named __proto__ is a key like any other', () => {
    const { values } = readValues('__proto__: {polluted: true}\n')
    expect(Object.keys(values as object)).toEqual(['__proto__'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test.each([
    ['a: [1\n', 'yaml.syntax', 1],
    ['a:\n\tb: 1\n', 'yaml.tab', 2],
    ['a: 1\nb: *none\n', 'yaml.alias', 2],
    ['a: &x [*x]\n', 'yaml.alias', 1],
    ['a:\n  b: .inf\n', 'yaml.number', 2],
    ['a:\n  ~: 1\n', 'yaml.key-not-a-text', 2],
    ['a:\n  <<: 1\n', 'yaml.merge', 2],
    ['%YAML 1.2\n---\na: 1\n', 'yaml.directive', 1],
    ['a: !!int x\n', 'yaml.tag', 1],
    ['a: "\u0007"\n', 'yaml.control-character', 1],
    ['a: 1\n---\n- b\n', 'yaml.document-not-a-map', 3],
  ])('refuses %j as Helm does', (text, code, line) => {
    const [problem] = readValues(text).problems
    expect(problem).toMatchObject({ code, line, severity: 'error' })
    expect(problem?.end).toBeGreaterThan(problem?.start ?? 0)
  })

  test('warns of a key that stands twice, and takes the last as Helm does', () => {
    const { values, problems } = readValues('a: 1\na: 2\n')
    expect(values).toEqual({ a: 2 })
    expect(problems).toMatchObject([{ code: 'yaml.duplicate-key', severity: 'warning', line: 2 }])
  })

  test.each([
    ['deep', '['.repeat(100_000), 'yaml.too-deep'],
    ['long', 'a: 1\n'.repeat(1_000_000), 'yaml.too-long'],
    ['endless', '\n'.repeat(900_000), 'yaml.too-much'],
    [
      'multiplying',
      [
        'a: &a [1,1,1,1,1,1,1,1,1]',
        ...['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => {
          const before = 'abcdef'[index]
          return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`
        }),
      ].join('\n'),
      'yaml.too-much',
    ],
  ])('says so when a text is too %s', (_, text, code) => {
    expect(readValues(text).problems.map((problem) => problem.code)).toContain(code)
  })

  test('no text makes it throw', () => {
    const bits = fc.constantFrom(
      ...'abc:-?[]{},#&*!|>\'"%@` \n\t\r~<0.',
      '---',
      '<<: ',
      '\n  ',
      '- ',
      '&a ',
      '*a',
      '\u0000',
      '\ufeff',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), fc.nat(100), (parts, offset) => {
        const text = parts.join('')
        const { problems } = readValues(text)
        for (const { start, end } of problems) expect(end).toBeGreaterThan(start)
        pathAt(text, Math.min(offset, text.length))
        editValues(text, [
          { path: ['a', 'b'], value: [1] },
          { path: ['a'], remove: true },
        ])
      }),
      { numRuns: 200 },
    )
  })
})

describe('printing', () => {
  test('what is printed reads as it was', () => {
    fc.assert(
      fc.property(maps, (values) => {
        const text = printValues(values)
        expect(readValues(text)).toEqual({ values: well(values), problems: [] })
      }),
      { numRuns: 150 },
    )
  })

  test('is tidy', () => {
    const values = {
      cluster: { name: 'prod', on: 'yes' },
      list: ['a', { b: 1, c: [] }, ['d', 'e']],
      empty: {},
      rules: 'first\n  second\n',
      version: '1.10',
      skipped: undefined,
    }
    expect(printValues(values)).toBe(`cluster:
  name: prod
  "on": "yes"
list:
  - a
  - b: 1
    c: []
  - - d
    - e
empty: {}
rules: |
  first
    second
version: "1.10"
`)
  })

  test('objects are documents of their own', () => {
    expect(printObjects([{ kind: 'A' }, { kind: 'B' }])).toBe('---\nkind: A\n---\nkind: B\n')
  })
})

describe('places', () => {
  const text = `# remark
cluster:
  name: prod  # the big one
destinations:
  mine:
    type: loki
    rules: |
      one
      two
    list:
      - a
      - b: 1
        c: 2
`
  const at = (range: { start: number; end: number } | undefined) =>
    range && text.slice(range.start, range.end)

  test('finds keys and values', () => {
    expect(at(pathRange(text, ['cluster', 'name'])?.value)).toBe('prod')
    expect(at(pathRange(text, ['destinations', 'mine', 'list', 1, 'c'])?.key)).toBe('c')
    expect(pathRange(text, ['destinations', 'mine', 'type'])?.key.line).toBe(6)
    expect(pathRange(text, ['destinations', 'mine', 'url'])).toBeUndefined()
  })

  test.each([
    ['prod', ['cluster', 'name']],
    ['# the big', ['cluster', 'name']],
    ['loki', ['destinations', 'mine', 'type']],
    ['two', ['destinations', 'mine', 'rules']],
    ['- a', ['destinations', 'mine', 'list', 0]],
    ['c: 2', ['destinations', 'mine', 'list', 1, 'c']],
    ['# remark', []],
  ])('tells what stands at %j', (needle, path) => {
    expect(pathAt(text, text.indexOf(needle))).toEqual(path)
  })

  test('a path found in a text leads back to itself', () => {
    fc.assert(
      fc.property(files, (file) => {
        const { values } = readValues(file)
        for (const path of pathsOf(values)) {
          const place = pathRange(file, path)
          if (!place || path.length === 0) continue
          expect(pathAt(file, place.key.start).slice(0, path.length)).toEqual(path)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('editing', () => {
  const text = `# Mine, do not touch
cluster:
  name: prod   # the big one

destinations:
  - name: 'a'
    url: "https://a.example"
  # second
  - name: b

hostMetrics: {enabled: true, linuxHosts: {}}
podLogs:
  script: |-
    one
    two
# the end
`
  const edited = (...all: Edit[]) => editValues(text, all)

  test('a scalar changes in its place, quotes and remark kept', () => {
    expect(edited({ path: ['cluster', 'name'], value: 'test' })).toBe(
      text.replace('prod ', 'test '),
    )
    expect(edited({ path: ['destinations', 0, 'name'], value: 'c' })).toBe(
      text.replace("'a'", "'c'"),
    )
    expect(edited({ path: ['hostMetrics', 'enabled'], value: false })).toBe(
      text.replace('true', 'false'),
    )
  })

  test('a key joins its siblings', () => {
    expect(edited({ path: ['cluster', 'nameFrom'], value: 'x' })).toBe(
      text.replace('# the big one\n', '# the big one\n  nameFrom: x\n'),
    )
    expect(edited({ path: ['destinations', 1, 'url'], value: 'u' })).toBe(
      text.replace('- name: b\n', '- name: b\n    url: u\n'),
    )
    expect(edited({ path: ['hostMetrics', 'deploy', 'it'], value: 1 })).toBe(
      text.replace('linuxHosts: {}}', 'linuxHosts: {}, deploy: {it: 1}}'),
    )
    expect(edited({ path: ['podLogs', 'enabled'], value: true })).toBe(
      text.replace('    two\n', '    two\n  enabled: true\n'),
    )
  })

  test('an item joins its list', () => {
    expect(edited({ path: ['destinations', 2], value: { name: 'c', type: 'loki' } })).toBe(
      text.replace('- name: b\n', '- name: b\n  - name: c\n    type: loki\n'),
    )
  })

  test('what is removed takes only its own lines along', () => {
    expect(edited({ path: ['destinations', 0], remove: true })).toBe(
      text.replace(`  - name: 'a'\n    url: "https://a.example"\n`, ''),
    )
    expect(edited({ path: ['destinations', 0, 'name'], remove: true })).toBe(
      text.replace(`- name: 'a'\n    url`, '- url'),
    )
    expect(edited({ path: ['hostMetrics', 'enabled'], remove: true })).toBe(
      text.replace('enabled: true, ', ''),
    )
    expect(edited({ path: ['podLogs', 'script'], remove: true })).toBe(
      text.replace(/podLogs:\n[\s\S]*two\n/, 'podLogs: {}\n'),
    )
  })

  test('only what differs of a map or list is written', () => {
    expect(
      edited({
        path: ['destinations'],
        value: [{ name: 'a', url: 'https://a.example' }, { name: 'x' }, { name: 'b' }],
      }),
    ).toBe(text.replace('  # second\n', '  - name: x\n  # second\n'))
  })

  test('an edit of what is shared by reference leaves the other alone', () => {
    const shared = '# top\na: &x\n  b: 1\nc: *x\nd: 5 # five\n'
    const after = editValues(shared, [{ path: ['c', 'b'], value: 2 }])
    expect(after).toBe('# top\na: &x\n  b: 1\nc:\n  b: 2\nd: 5 # five\n')
    expect(readValues(editValues(shared, [{ path: ['a', 'b'], value: 2 }])).values).toEqual({
      a: { b: 2 },
      c: { b: 1 },
      d: 5,
    })
  })

  test('a blank file gets its first key below its remarks', () => {
    expect(editValues('# mine\n', [{ path: ['cluster', 'name'], value: 'a' }])).toBe(
      '# mine\ncluster:\n  name: a\n',
    )
    expect(editValues('', [{ path: ['a'], value: 1 }])).toBe('a: 1\n')
  })

  test('a broken text stays as it is when the edit is not safe', () => {
    expect(editValues('a: [1\nb: 2\n', [{ path: ['c'], value: 1 }])).toBe('a: [1\nb: 2\n')
  })

  test('no edit, no change', () => {
    fc.assert(
      fc.property(files, (file) => {
        expect(editValues(file, [])).toBe(file)
        const { values } = readValues(file)
        for (const path of pathsOf(values).slice(0, 5)) {
          const value = path.reduce<unknown>(
            (inner, key) => (inner as Record<string, unknown>)[key],
            values,
          )
          expect(editValues(file, [{ path, value }])).toBe(file)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('after an edit the text says exactly that', () => {
    fc.assert(
      fc.property(
        files.chain((file) => fc.tuple(fc.constant(file), edits(readValues(file).values))),
        ([file, edit]) => {
          const { values } = readValues(file)
          const expected = well(
            'remove' in edit ? removeIn(values, edit.path) : setIn(values, edit.path, edit.value),
          )
          const after = readValues(editValues(file, [edit]))
          expect(after.problems.filter(({ severity }) => severity === 'error')).toEqual([])
          expect(sameTree(well(after.values), expected), JSON.stringify(after.values)).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a scalar in a block changes its own line only', () => {
    fc.assert(
      fc.property(
        files.chain((file) => {
          const { values } = readValues(file)
          const leaves = pathsOf(values).filter((path) => {
            const value = path.reduce<unknown>(
              (inner, key) => (inner as Record<string, unknown>)[key],
              values,
            )
            return typeof value === 'number' || typeof value === 'boolean'
          })
          return fc.tuple(fc.constant(file), fc.constantFrom(...leaves, undefined))
        }),
        ([file, path]) => {
          if (!path) return
          const before = file.split('\n')
          const after = editValues(file, [{ path, value: 'changed' }]).split('\n')
          expect(after.length).toBe(before.length)
          expect(after.filter((line, index) => line !== before[index])).toHaveLength(1)
        },
      ),
      { numRuns: 150 },
    )
  })
})
