import { enabledCollectors } from './collectors/assignment'
import { selectDestinations } from './collectors/pipeline'
import { roles } from './collectors/roles'
import { destinationTargets } from './destinations/selection'
import { Findings } from './diagnostics/findings'
import { recipes } from './integrations/recipes'
import { type AppliedRecipe, brew } from './integrations/recipes/apply'
import { readModel } from './model'
import type { Pipeline } from './values/signals'

export type { AppliedRecipe } from './integrations/recipes/apply'
export type { RecipeStep } from './integrations/recipes/types'

const pipeline: Pipeline = { signal: 'metrics', ecosystem: 'prometheus' }

/** Features whose collector is a good place for exporters, the best first. */
const neighbours = ['integrations', 'annotationAutodiscovery', 'clusterMetrics'] as const

/**
 * What a recipe makes of the choices: edits of them, and what is left to do elsewhere. Without a
 * recipe of that name there is nothing of either.
 *
 * @param slug the recipe's name, as in the catalog
 * @param answers to the recipe's questions; what is left out takes the question's default
 * @param namespace that the release goes to, where a Secret is looked for unless the answers say
 */
export function applyRecipe(
  slug: string,
  answers: unknown,
  choices: unknown,
  namespace = 'default',
): AppliedRecipe {
  const recipe = recipes.find((one) => one.slug === slug)
  if (!recipe) return { edits: [], steps: [] }
  const model = readModel(choices, { name: 'k8smon', namespace }, new Findings())
  const enabled = enabledCollectors(model)
  const role = roles.find(({ name }) => name === 'alloy-metrics')
  const named = neighbours.flatMap((key) => {
    const section = model.root[key]
    const name =
      typeof section === 'object' && section !== null && 'collector' in section
        ? section.collector
        : undefined
    return typeof name === 'string' && enabled.includes(name) ? [name] : []
  })
  // A lone collector keeps its features only as long as it stays alone, unless the wizard made it.
  const only = enabled.length === 1 ? enabled[0] : undefined
  const lone = roles.some(({ name }) => name === only) ? undefined : only
  return brew(recipe, answers, {
    values: choices,
    global: model.global,
    namespace: model.namespace,
    collector: {
      name: named[0] ?? lone ?? role?.name ?? 'alloy-metrics',
      presets: role?.presets ?? ['clustered', 'statefulset'],
    },
    destinations(filter) {
      const { names } = selectDestinations(model.destinations, pipeline, filter)
      return { names, targets: destinationTargets(model.destinations, names, pipeline) }
    },
  })
}
