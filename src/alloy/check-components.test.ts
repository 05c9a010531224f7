import { describe, expect, it } from 'vitest'
import { type ComponentCode, checkComponents } from './check-components'
import { componentFacts, componentNames } from './components'
import { parseFile } from './parse'

/** Each problem as its code and the text that it points at. */
function problemsOf(text: string): [ComponentCode, string][] {
  const { file, problems } = parseFile(text)
  expect(problems).toEqual([])
  return checkComponents(file).map(({ code, range = { start: 0, end: 0 } }) => [
    code,
    text.slice(range.start, range.end),
  ])
}

const scrape = (extra: string) =>
  `prometheus.scrape "x" {\n\ttargets = []\n\tforward_to = []\n${extra}\n}`

describe('the component table', () => {
  it('knows what a component takes and gives', () => {
    const facts = componentFacts('prometheus.remote_write')
    expect(facts?.stability).toBe('stable')
    expect([...(facts?.exports.keys() ?? [])]).toEqual(['receiver'])
    const endpoint = facts?.blocks.get('endpoint')
    expect(endpoint?.arguments.get('url')).toEqual({ type: 'string', required: true })
    expect(endpoint?.blocks.get('basic_auth')?.arguments.has('password')).toBe(true)
    const oauth = endpoint?.blocks.get('oauth2')
    expect(oauth?.blocks.get('tls_config')?.arguments.has('ca_file')).toBe(true)
  })

  it('lets the stages of a log pipeline nest', () => {
    const match = componentFacts('loki.process')?.blocks.get('stage.match')
    expect(match?.arguments.has('selector')).toBe(true)
    expect(match?.blocks.get('stage.match')?.blocks.has('stage.json')).toBe(true)
  })

  it('reads every line, and finds all that it refers to', () => {
    const names = componentNames()
    expect(names.length).toBeGreaterThan(190)
    expect(names).toEqual(names.toSorted())
    for (const name of names) {
      const facts = componentFacts(name)
      expect(facts?.name).toBe(name)
      for (const [argument, { type }] of facts?.arguments ?? []) {
        expect(type, `${name} ${argument}`).toMatch(/^[\w.()]+$/)
      }
    }
  })

  it('knows no others, whatever they are called', () => {
    for (const name of ['prometheus.scrap', '&1', '', '__proto__', 'constructor']) {
      expect(componentFacts(name)).toBeUndefined()
    }
  })
})

describe('checking components', () => {
  it('has nothing to say about what is right', () => {
    expect(
      problemsOf(
        'logging {\n\tlevel = "warn"\n}\nprometheus.scrape "x" {\n\ttargets = discovery.kubernetes.y.targets\n\tforward_to = [prometheus.remote_write.z.receiver]\n\tclustering {\n\t\tenabled = true\n\t}\n}\ndiscovery.kubernetes "y" {\n\trole = "pod"\n}\nprometheus.remote_write "z" {\n\tendpoint {\n\t\turl = sys.env("URL")\n\t}\n}',
      ),
    ).toEqual([])
  })

  it.each<[string, [ComponentCode, string][]]>([
    ['prometheus.scrap "x" { }', [['unknown-component', 'prometheus.scrap']]],
    ['a = 1', [['stray-attribute', 'a']]],
    ['loki.echo { }', [['missing-label', 'loki.echo']]],
    ['logging "x" { }', [['unexpected-label', 'logging']]],
    ['loki.echo "x" { }\nloki.echo "x" { }', [['duplicate-component', 'loki.echo']]],
    [scrape('\ttarget = []'), [['unknown-argument', 'target']]],
    [scrape('\tclustering = true'), [['unknown-argument', 'clustering']]],
    [scrape('\tbasic_aut { }'), [['unknown-block', 'basic_aut']]],
    [scrape('\tscheme { }'), [['unknown-block', 'scheme']]],
    [scrape('\tscheme = "a"\n\tscheme = "b"'), [['duplicate-argument', 'scheme']]],
    [scrape('\tclustering { }'), [['missing-argument', 'clustering']]],
    [scrape('\tscrape_interval = ["60s"]'), [['wrong-type', '["60s"]']]],
    [scrape('\thonor_labels = "true"'), [['wrong-type', '"true"']]],
    [scrape('\tparams = "x"'), [['wrong-type', '"x"']]],
    ['prometheus.scrape "x" {\n\ttargets = {}\n\tforward_to = []\n}', [['wrong-type', '{}']]],
    ['loki.process "x" { }', [['missing-argument', 'loki.process']]],
    ['otelcol.processor.batch "x" { }', [['missing-block', 'otelcol.processor.batch']]],
    [
      'loki.echo "x" { }\nloki.relabel "y" {\n\tforward_to = [loki.echo.x.input]\n}',
      [['unknown-export', 'loki.echo.x.input']],
    ],
  ])('of %j', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected)
  })

  it('knows the components that a file makes itself', () => {
    const text =
      'declare "mine" {\n\targument "need" { }\n\n\targument "may" {\n\t\toptional = true\n\t}\n}\nimport.file "lib" {\n\tfilename = "x"\n}\nlib.any "x" {\n\tb = 1\n}\nmine "ok" {\n\tneed = 1\n}\nmine "bad" {\n\tmay = 1\n\tother = 2\n}'
    expect(problemsOf(text)).toEqual([
      ['unknown-argument', 'other'],
      ['missing-argument', 'mine'],
    ])
  })

  it('looks into declares and templates', () => {
    expect(
      problemsOf(
        'declare "mine" {\n\tnot.there "x" { }\n}\nforeach "y" {\n\tcollection = []\n\tvar = "z"\n\n\ttemplate {\n\t\tnor.here "x" { }\n\t}\n}',
      ),
    ).toEqual([
      ['unknown-component', 'not.there'],
      ['unknown-component', 'nor.here'],
    ])
  })
})
