import type { Block, Expression, Statement } from '../../alloy/ast'
import { at, attribute, component, path, ref } from '../../alloy/build'
import { print } from '../../alloy/print'
import { alloyName } from '../../base/names'
import { isRecord, valueAt } from '../../base/record'
import type { Edit, Path } from '../../diagnostics/diagnostic'
import { Findings } from '../../diagnostics/findings'
import { keep, rule } from '../../pipelines/rules'
import { scrape } from '../../pipelines/scrape'
import { scrapeHealth } from '../../pipelines/tuning'
import { conformTo } from '../../values/conform'
import type { Global } from '../../values/global'
import type { ExporterAnswers } from './questions'
import type { AnnotationRecipe, ExporterRecipe, MonitorRecipe, Recipe, RecipeStep } from './types'

/** What a recipe comes to: changes of the values, and what is left to do elsewhere. */
export interface AppliedRecipe {
  readonly edits: readonly Edit[]
  readonly steps: readonly RecipeStep[]
}

/** What a recipe is applied to. */
export interface RecipePlace {
  /** The user's values so far. */
  readonly values: unknown
  readonly global: Global
  /** The release's namespace. */
  readonly namespace: string
  /** The collector for exporters, and the presets that it is made with where it is not there. */
  readonly collector: { readonly name: string; readonly presets: readonly string[] }
  /** Destinations for metrics among the named ones, or all; and what forwards to them. */
  destinations(filter: readonly string[]): {
    readonly names: readonly string[]
    readonly targets: readonly Expression[]
  }
}

/** The changes that a recipe makes of values, with the answers to its questions. */
export function brew(recipe: Recipe, answers: unknown, place: RecipePlace): AppliedRecipe {
  const given = conformTo(recipe.questions, isRecord(answers) ? answers : {}, [], new Findings())
  const first: RecipeStep[] = recipe.prepare === undefined ? [] : [{ text: recipe.prepare }]
  const { edits, steps } = applied(recipe, isRecord(given) ? given : {}, place)
  return { edits, steps: [...first, ...steps] }
}

function applied(
  recipe: Recipe,
  answers: Readonly<Record<string, unknown>>,
  place: RecipePlace,
): AppliedRecipe {
  switch (recipe.how) {
    case 'annotations':
      return annotate(recipe, answers.keep === true, place)
    case 'service-monitor':
      return monitor(recipe, answers.keep === true, place)
    case 'extra-config':
      return connect(recipe, answers as ExporterAnswers & typeof answers, place)
  }
}

const joined = (...parts: readonly string[]) => parts.join('')
const oneOf = (patterns: readonly string[]) => patterns.join('|')

/** The text at a path, and more text after it. */
function appended(values: unknown, where: Path, more: string): Edit {
  const found = valueAt(values, where)
  const before = typeof found === 'string' ? found.trimEnd() : ''
  return { path: where, value: before === '' ? more : [before, more].join('\n\n') }
}

const printed = (body: readonly Statement[]) => print({ kind: 'file', body: [...body] })

/**
 * Rules that drop what is not on the keep list, among the series that `scope` matches. Regular
 * expressions here know no "not", so what stays is marked first and the unmarked dropped.
 */
function keepRules(
  recipe: Recipe,
  kept: readonly string[],
  scope: { readonly label: string; readonly pattern: string },
): Block[] {
  const mark = joined('__keep_', alloyName(recipe.slug))
  return [
    rule({
      source_labels: ['__name__'],
      regex: oneOf(kept),
      target_label: mark,
      replacement: 'yes',
    }),
    rule({
      source_labels: [scope.label, mark],
      separator: ';',
      regex: joined('(', scope.pattern, ');'),
      action: 'drop',
    }),
    rule({ action: 'labeldrop', regex: mark }),
  ]
}

const annotationDefaults = {
  scrape: 'k8s.grafana.com/scrape',
  job: 'k8s.grafana.com/job',
  metricsPortNumber: 'k8s.grafana.com/metrics.portNumber',
  metricsPath: 'k8s.grafana.com/metrics.path',
  metricsScheme: 'k8s.grafana.com/metrics.scheme',
  metricsParam: 'k8s.grafana.com/metrics.param',
} as const

function annotate(recipe: AnnotationRecipe, keepList: boolean, { values }: RecipePlace) {
  const section = 'annotationAutodiscovery'
  const key = (name: keyof typeof annotationDefaults) => {
    const own = valueAt(values, [section, 'annotations', name])
    return typeof own === 'string' && own !== '' ? own : annotationDefaults[name]
  }
  const annotations: Record<string, string> = {
    [key('scrape')]: 'true',
    [key('job')]: recipe.job,
    [key('metricsPortNumber')]: String(recipe.port),
    ...(recipe.path !== undefined && { [key('metricsPath')]: recipe.path }),
    ...(recipe.scheme !== undefined && { [key('metricsScheme')]: recipe.scheme }),
    ...Object.fromEntries(
      Object.entries(recipe.parameters ?? {}).map(([name, value]) => [
        joined(key('metricsParam'), '_', name),
        value,
      ]),
    ),
  }
  const edits: Edit[] = [{ path: [section, 'enabled'], value: true }]
  if (keepList) {
    const rules = keepRules(recipe, [...scrapeHealth, ...recipe.keepMetrics], {
      label: 'job',
      pattern: recipe.job,
    })
    edits.push(appended(values, [section, 'extraMetricProcessingRules'], printed(rules)))
  }
  const text = joined(
    'Add these annotations to the pods of ',
    recipe.title,
    ', in the pod template of their workload or in the values of their chart.',
  )
  return { edits, steps: [{ text, annotations }] }
}

function monitor(recipe: MonitorRecipe, keepList: boolean, { values }: RecipePlace) {
  const section = 'prometheusOperatorObjects'
  const edits: Edit[] = [
    { path: [section, 'enabled'], value: true },
    { path: [section, recipe.object, 'enabled'], value: true },
  ]
  if (keepList) {
    const rules = keepRules(recipe, recipe.keepMetrics, {
      label: '__name__',
      pattern: recipe.ownMetrics,
    })
    edits.push(
      appended(values, [section, recipe.object, 'extraMetricProcessingRules'], printed(rules)),
    )
  }
  return {
    edits,
    steps: [
      {
        text: 'The cluster needs the object definitions of the Prometheus Operator, though not the operator itself. See whether they are there.',
        command:
          'kubectl get crd servicemonitors.monitoring.coreos.com podmonitors.monitoring.coreos.com',
      },
    ],
  }
}

/** A label that the collector's own config does not use yet for this exporter. */
function freeLabel(exporter: string, wanted: string, config: string): string {
  const taken = (label: string) => config.includes(joined(exporter, ' "', label, '"'))
  if (!taken(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    const label = [wanted, number].join('_')
    if (!taken(label)) return label
  }
}

/** What Alloy takes for a label, made of any text. */
function labelOf(text: string): string {
  const label = alloyName(text).replaceAll(/[^a-z0-9_]/g, '_')
  return /^[a-z_]/.test(label) ? label : joined('_', label)
}

function connect(
  recipe: ExporterRecipe,
  answers: ExporterAnswers & Readonly<Record<string, unknown>>,
  place: RecipePlace,
): AppliedRecipe {
  const { values, global, collector } = place
  const config: Path = ['collectors', collector.name, 'extraConfig']
  const before = valueAt(values, config)
  const label = freeLabel(
    recipe.exporter,
    labelOf(answers.name || recipe.slug),
    typeof before === 'string' ? before : '',
  )
  const { names, targets } = place.destinations(answers.destinations)
  const secret =
    recipe.secretKeys.length > 0 && answers.secretName !== ''
      ? component('remote.kubernetes.secret', label, {
          name: answers.secretName,
          namespace: answers.secretNamespace || place.namespace,
        })
      : undefined
  const exporter = component(
    recipe.exporter,
    label,
    {},
    recipe.settings(answers, (key) =>
      secret ? at(path('remote', 'kubernetes', 'secret', label, 'data'), key) : undefined,
    ),
  )
  const relabel = answers.keep
    ? component('prometheus.relabel', label, {}, [
        keep(['__name__'], oneOf([...scrapeHealth, ...recipe.keepMetrics])),
        attribute('forward_to', targets),
      ])
    : undefined
  const scraping = scrape({
    label,
    global,
    targets: ref(exporter, 'targets'),
    forwardTo: relabel ? [ref(relabel, 'receiver')] : targets,
  })
  const text = printed([
    ...(secret ? [secret] : []),
    exporter,
    scraping,
    ...(relabel ? [relabel] : []),
  ])
  const included = valueAt(values, ['collectors', collector.name, 'includeDestinations'])
  const listed: readonly unknown[] = Array.isArray(included) ? included : []
  const missing = names.filter((name) => !listed.includes(name))
  const edits: Edit[] = [
    ...(valueAt(values, ['collectors', collector.name]) === undefined
      ? [{ path: ['collectors', collector.name, 'presets'], value: collector.presets }]
      : []),
    appended(values, config, withoutTemplates(text)),
    ...(missing.length > 0
      ? [
          {
            path: ['collectors', collector.name, 'includeDestinations'],
            value: [...listed, ...missing],
          },
        ]
      : []),
  ]
  const steps: RecipeStep[] = []
  if (secret) {
    steps.push({
      text: joined(
        'The Secret has to hold ',
        recipe.secretKeys.join(' and '),
        '. If it is not there yet, make it, with the real values in place of the words.',
      ),
      command: [
        'kubectl create secret generic',
        word(answers.secretName),
        '--namespace',
        word(answers.secretNamespace || place.namespace),
        ...recipe.secretKeys.map((key) => joined('--from-literal=', key, '=', key.toUpperCase())),
      ].join(' '),
    })
  }
  if (names.length === 0) {
    steps.push({
      text: 'There is no destination for metrics yet. Add one, then use this recipe again, so that its metrics are sent there.',
    })
  }
  return { edits, steps }
}

/** A name as it may stand in a command; what is no name of Kubernetes is left to fill in. */
function word(name: string): string {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name) ? name : 'NAME'
}

/** The chart runs Go templates over `extraConfig`: what looks like one is made plain text. */
function withoutTemplates(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}')
}
