import type { Children } from '../../alloy/build'
import { type Fields, flag, group, text, texts, type ValueOf } from '../../values/options'
import type { AnnotationRecipe, ExporterRecipe, MonitorRecipe, SecretValue } from './types'

const keepField = {
  keep: flag(
    true,
    'Send only the metrics that dashboards of this service use. Turn off to send all.',
    { common: true },
  ),
} as const

const keepOnly = group(keepField, 'What to send.')

/** A recipe by annotations; all that it asks is how much to send. */
export function byAnnotations(
  recipe: Omit<AnnotationRecipe, 'how' | 'questions'>,
): AnnotationRecipe {
  return { ...recipe, how: 'annotations', questions: keepOnly }
}

/** A recipe by objects of the Prometheus Operator. */
export function byMonitors(recipe: Omit<MonitorRecipe, 'how' | 'questions'>): MonitorRecipe {
  return { ...recipe, how: 'service-monitor', questions: keepOnly }
}

/** What every exporter's recipe asks. */
const exporterFields = {
  name: text('', 'What to call this one; empty means the name of the service.', {
    example: 'orders',
  }),
  ...keepField,
  destinations: texts(
    'Send only to these destinations. Empty means every destination of the right kind.',
  ),
} as const

const secretFields = {
  secretName: text(
    '',
    'Name of a Secret with the credentials, which has to be there already. Empty where none are needed.',
    { common: true, format: 'kubernetes-name' },
  ),
  secretNamespace: text('', 'Namespace of that Secret; empty means the release’s.', {
    format: 'kubernetes-name',
  }),
} as const

const asked = group({ ...exporterFields, ...secretFields })

/** Answers that every exporter's recipe may have. */
export type ExporterAnswers = ValueOf<typeof asked>

/** A recipe by one of Alloy's exporters, with questions of its own. */
export function byExporter<const F extends Fields>(
  recipe: Omit<ExporterRecipe, 'how' | 'questions' | 'settings' | 'secretKeys'> & {
    readonly secretKeys?: readonly string[]
    /** Nothing works without the Secret, so it has a name from the start. */
    readonly needsSecret?: true
    readonly ask: F
    settings(answers: { [K in keyof F]: ValueOf<F[K]> }, secret: SecretValue): Children
  },
): ExporterRecipe {
  const { ask, settings, secretKeys = [], needsSecret, ...facts } = recipe
  const secret = needsSecret
    ? {
        ...secretFields,
        secretName: { ...secretFields.secretName, default: [recipe.slug, 'credentials'].join('-') },
      }
    : secretFields
  return {
    ...facts,
    how: 'extra-config',
    secretKeys,
    questions: group(
      { ...ask, ...(secretKeys.length > 0 && secret), ...exporterFields },
      'How to connect.',
    ),
    settings: (answers, secret) => settings(answers as { [K in keyof F]: ValueOf<F[K]> }, secret),
  }
}
