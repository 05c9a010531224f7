import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../alloy/ast'
import { checkComponents } from '../../alloy/check-components'
import { parseFile } from '../../alloy/parse'
import { valueAt } from '../../base/record'
import { removeIn, setIn } from '../../base/tree'
import { complete } from '../../complete'
import type { Edit } from '../../diagnostics/diagnostic'
import { generate } from '../../generate'
import { applyRecipe } from '../../recipes'
import { recipes } from '.'

const blank = {
  cluster: { name: 'test' },
  destinations: { prom: { type: 'prometheus', url: 'http://prom.example/write' } },
}
const settled = {
  ...blank,
  collectors: { mine: { presets: ['clustered', 'statefulset'] } },
  clusterMetrics: { enabled: true, collector: 'mine' },
  telemetryServices: { 'kube-state-metrics': { deploy: true } },
}

function edited(values: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce<unknown>(
    (tree, edit) =>
      'value' in edit ? setIn(tree, edit.path, edit.value) : removeIn(tree, edit.path),
    values,
  )
}

const used = (slug: string, answers: unknown, values: unknown) =>
  edited(values, applyRecipe(slug, answers, values).edits)

const errorsOf = (values: unknown) =>
  generate(complete(values).values)
    .diagnostics.filter(({ severity, code }) => severity === 'error' || code.startsWith('alloy.'))
    .map(({ code, message }) => `${code}: ${message}`)

/** The Alloy that edits bring in: rules stand in the block that they are meant for. */
function alloyIn(edits: readonly Edit[]): string[] {
  return edits.flatMap((edit) => {
    const key = edit.path.at(-1)
    if (!('value' in edit) || typeof edit.value !== 'string') return []
    if (key === 'extraConfig') return [edit.value]
    if (key !== 'extraMetricProcessingRules') return []
    return [['prometheus.relabel "rules" {', 'forward_to = []', edit.value, '}'].join('\n')]
  })
}

describe('recipes', () => {
  it('are the folders that there are', () => {
    const folders = readdirSync(import.meta.dirname).filter((name) =>
      statSync(join(import.meta.dirname, name)).isDirectory(),
    )
    expect(recipes.map(({ slug }) => slug)).toEqual(folders.sort())
  })

  it.each(recipes.map((recipe) => [recipe.slug, recipe] as const))('%s is sound', (_, recipe) => {
    expect(recipe.keepMetrics.length).toBeGreaterThan(0)
    expect(new Set(recipe.keepMetrics).size).toBe(recipe.keepMetrics.length)
    for (const pattern of recipe.keepMetrics) expect(() => new RegExp(pattern)).not.toThrow()
    if (recipe.how === 'service-monitor') {
      // Other services' metrics have to pass, so what is kept has to be this one's own.
      const own = new RegExp(`^(?:${recipe.ownMetrics})$`)
      for (const pattern of recipe.keepMetrics) {
        expect(own.test(pattern.replaceAll(/[()?]/g, '').replaceAll('.+', 'x')), pattern).toBe(true)
      }
    }
  })

  it.each(recipes.map(({ slug }) => slug))('%s makes Alloy that there is', (slug) => {
    for (const answers of [{}, { keep: false, name: '9 Lives!', secretName: 'credentials' }]) {
      for (const text of alloyIn(applyRecipe(slug, answers, settled).edits)) {
        const read = parseFile(text)
        expect(read.problems).toEqual([])
        expect(checkComponents(read.file).map(({ message }) => message)).toEqual([])
      }
    }
  })

  it.each(recipes.map(({ slug }) => slug))('%s installs, from nothing and twice', (slug) => {
    expect(errorsOf(used(slug, {}, blank))).toEqual([])
    expect(errorsOf(used(slug, {}, used(slug, {}, settled)))).toEqual([])
  })

  it('live together', () => {
    const all = recipes.reduce<unknown>((values, { slug }) => used(slug, {}, values), settled)
    expect(errorsOf(all)).toEqual([])
  })
})

describe('what a recipe does', () => {
  it('joins what the user has, and takes labels that are free', () => {
    const own = setIn(settled, ['collectors', 'mine', 'extraConfig'], '// mine\n')
    const once = used('memcached', {}, own)
    const config = valueAt(used('memcached', {}, once), ['collectors', 'mine', 'extraConfig'])
    expect(config).toContain('// mine')
    expect(config).toContain('prometheus.exporter.memcached "memcached"')
    expect(config).toContain('prometheus.exporter.memcached "memcached_2"')
    expect(valueAt(once, ['collectors', 'mine', 'includeDestinations'])).toEqual(['prom'])
  })

  it('keeps passwords where they are', () => {
    const { edits, steps } = applyRecipe('redis', { secretName: 'cache' }, settled)
    expect(alloyIn(edits)[0]).toContain('remote.kubernetes.secret.redis.data["password"]')
    expect(steps).toMatchObject([
      { command: expect.stringContaining('kubectl create secret generic cache') },
    ])
    const harmful = applyRecipe('redis', { secretName: 'x; rm -rf /' }, settled).steps
    expect(harmful[0]?.command).not.toContain('rm')
  })

  it('uses the annotations that the user has chosen', () => {
    const values = {
      ...settled,
      annotationAutodiscovery: { annotations: { scrape: 'prometheus.io/scrape' } },
    }
    const { steps } = applyRecipe('vault', {}, values)
    expect(steps.at(-1)?.annotations).toMatchObject({
      'prometheus.io/scrape': 'true',
      'k8s.grafana.com/metrics.portNumber': '8200',
      'k8s.grafana.com/metrics.param_format': 'prometheus',
    })
  })

  it('drops what no dashboard uses, of its own service alone', () => {
    const [text = ''] = alloyIn(applyRecipe('argo-cd', {}, settled).edits)
    const rules = (parseFile(text).file.body[0] as Block).body.flatMap((statement) =>
      statement.kind === 'block' ? [statement] : [],
    )
    const field = (rule: Block | undefined, name: string) =>
      rule?.body.flatMap((statement) =>
        statement.kind === 'attribute' &&
        statement.name === name &&
        statement.value.kind === 'string'
          ? [statement.value.value]
          : [],
      )[0] ?? ''
    const matches = (rule: Block | undefined, value: string) =>
      new RegExp(`^(?:${field(rule, 'regex')})$`).test(value)
    const dropped = (name: string) =>
      matches(rules[1], [name, matches(rules[0], name) ? 'yes' : ''].join(';'))
    expect(
      ['argocd_app_info', 'argocd_other', 'http_requests_total', 'go_goroutines'].map(dropped),
    ).toEqual([false, true, false, false])
    expect(alloyIn(applyRecipe('argo-cd', { keep: false }, settled).edits)).toEqual([])
  })

  it('lets no Go template through', () => {
    const values = used('blackbox', { addresses: ['http://x/{{ .Values.secret }}'] }, settled)
    expect(valueAt(values, ['collectors', 'mine', 'extraConfig'])).not.toMatch(/\{\{ \.Values/)
  })

  it('says so where nothing takes metrics', () => {
    const { steps } = applyRecipe('apache', {}, {})
    expect(steps.some(({ text }) => text.includes('no destination'))).toBe(true)
  })

  it('never throws, whatever the answers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...recipes.map(({ slug }) => slug), 'unheard-of'),
        fc.anything(),
        fc.anything(),
        (slug, answers, values) => {
          applyRecipe(slug, answers, values)
        },
      ),
      { numRuns: 60 },
    )
  })
})
