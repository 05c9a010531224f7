import { presets } from './collectors/presets'
import { roles } from './collectors/roles'
import { destinations } from './destinations'
import { type Code, codes } from './diagnostics/codes'
import type { CodeFacts } from './diagnostics/codes/code'
import { features } from './features'
import type { CollectorRole, FeatureGroup } from './features/types'
import { integrations } from './integrations'
import { recipes } from './integrations/recipes'
import type { Recipe, RecipeFacts as RecipeData } from './integrations/recipes/types'
import { valuesOptions } from './options'
import { processors } from './processors'
import { services } from './services'
import type { Group } from './values/options'
import type { Pipeline } from './values/signals'

/** A kind of destination, data processor or integration, as data. */
export interface UnitFacts {
  readonly type: string
  readonly title: string
  readonly help: string
  readonly options: Group
}

export interface FeatureFacts {
  readonly key: string
  readonly path: readonly string[]
  readonly title: string
  readonly group: FeatureGroup
  readonly help: string
  readonly costs: string
  readonly home: CollectorRole
  readonly pipelines: readonly Pipeline[]
  readonly options: Group
}

/** How to watch a service that has no integration, as data; applyRecipe makes values of it. */
export type RecipeFacts = RecipeData & Pick<Recipe, 'how'>

/** All that the page has to know of the chart, as plain data that crosses to a worker and back. */
export interface Catalog {
  /** Every option of the values. */
  readonly root: Group
  readonly features: readonly FeatureFacts[]
  readonly destinations: readonly (UnitFacts & { readonly secretFields: readonly string[] })[]
  readonly processors: readonly UnitFacts[]
  readonly integrations: readonly UnitFacts[]
  readonly recipes: readonly RecipeFacts[]
  readonly services: readonly {
    readonly name: string
    readonly title: string
    readonly help: string
  }[]
  readonly presets: readonly { readonly name: string; readonly help: string }[]
  readonly roles: readonly {
    readonly name: string
    readonly presets: readonly string[]
    readonly why: string
  }[]
  readonly codes: Readonly<Record<Code, CodeFacts>>
}

const unitFacts = ({ type, title, help, options }: UnitFacts): UnitFacts => ({
  type,
  title,
  help,
  options,
})

const recipeFacts = (recipe: Recipe): RecipeFacts => ({
  slug: recipe.slug,
  title: recipe.title,
  help: recipe.help,
  keywords: recipe.keywords,
  findIt: recipe.findIt,
  ...(recipe.prepare !== undefined && { prepare: recipe.prepare }),
  keepMetrics: recipe.keepMetrics,
  questions: recipe.questions,
  how: recipe.how,
})

/** What there is to choose from. */
export function catalog(): Catalog {
  return {
    root: valuesOptions,
    features: features.map(
      ({ key, path, title, group, help, costs, home, pipelines, options }) => ({
        key,
        path,
        title,
        group,
        help,
        costs,
        home,
        pipelines,
        options,
      }),
    ),
    destinations: destinations.map((unit) => ({
      ...unitFacts(unit),
      secretFields: unit.secretFields,
    })),
    processors: processors.map(unitFacts),
    integrations: integrations.map(unitFacts),
    recipes: recipes.map(recipeFacts),
    services: services.map(({ name, title, help }) => ({ name, title, help })),
    presets: presets.map(({ name, help }) => ({ name, help })),
    roles,
    codes,
  }
}
