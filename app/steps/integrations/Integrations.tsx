import { Button, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { isRecord, valueAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { CommonFields } from '../../forms/CommonFields'
import { Section } from '../../forms/Section'
import { useCatalog, useOutput } from '../../queries/output'
import type { UnitFacts } from '../../queries/surface'
import { choices, useChoices } from '../../store/choices'
import { Icon } from '../../ui/icons'
import { Tiles } from '../../ui/Tiles'
import { FeatureFactsList } from '../features/FeatureFactsList'
import features from '../features/features.module.css'
import { freeName } from '../names'
import { Card } from '../StepFrame'
import step from '../step.module.css'
import { InstanceCard } from './InstanceCard'
import { instancesOf, newInstance } from './instances'
import { RecipeForm } from './RecipeForm'

/** Services that are known by name: a gallery to pick from, and what was picked. */
export function Integrations() {
  const { integrations, features: all } = useCatalog()
  const written = useChoices((state) => valueAt(state.values, ['integrations']))
  const { collectors } = useOutput()
  const [added, setAdded] = useState<string | null>(null)
  const feature = all.find(({ key }) => key === 'integrations')
  const shown = integrations.flatMap((unit) =>
    instancesOf(written, unit.type).map((_, index) => ({ unit, index })),
  )
  const isRunning = collectors.some(({ features: keys }) => keys.includes('integrations'))
  async function add(type: string): Promise<void> {
    const unit = integrations.find((one) => one.type === type)
    if (!unit) return
    const before = instancesOf(valueAt(choices.getState().values, ['integrations']), type)
    const names = before.map((one) => String(valueAt(one, ['name'])))
    setAdded(`${type} ${before.length}`)
    await choices.getState().edit([
      {
        path: ['integrations', type, 'instances', before.length],
        value: newInstance(unit, freeName(type, names)),
      },
    ])
  }
  return (
    <section className={features.group} aria-label="Services">
      <div>
        <h2 className={features.groupTitle}>Services</h2>
        <p className={step.help}>
          Databases, proxies and the like, watched by those who know them: which metrics matter, and
          how their logs read.
        </p>
      </div>
      {shown.map(({ unit, index }) => (
        <InstanceCard
          key={`${unit.type} ${index}`}
          unit={unit}
          index={index}
          isNew={added === `${unit.type} ${index}`}
        />
      ))}
      <Gallery units={integrations} onAdd={add} />
      {feature && isRecord(written) && (
        <Card title="All services" help={feature.help}>
          <FeatureFactsList feature={feature} on={isRunning} />
          <Section path={['integrations']} title="Settings">
            {() => (
              <CommonFields
                path={['integrations']}
                option={feature.options}
                except={integrations.map(({ type }) => type)}
              />
            )}
          </Section>
          <AllOptions path={['integrations']} option={feature.options} />
        </Card>
      )}
    </section>
  )
}

/** Recipes to show before all are asked for. */
const first = 8

/** Integrations of the chart, and recipes for what it has none for. */
function Gallery({
  units,
  onAdd,
}: {
  units: readonly UnitFacts[]
  onAdd: (type: string) => Promise<void>
}) {
  const { recipes } = useCatalog()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const words = useDeferredValue(typed).toLowerCase().split(/\s+/).filter(Boolean)
  const wanted = (...texts: readonly string[]) =>
    words.every((word) => texts.join(' ').toLowerCase().includes(word))
  const tiles = units
    .filter(({ type, title, help }) => wanted(type, title, help))
    .map(({ type, title, help }) => ({ id: type, title, help }))
  const others = recipes
    .filter(({ slug, title, help, keywords }) => wanted(slug, title, help, ...keywords))
    .map(({ slug, title, help }) => ({ id: slug, title, help }))
  const isShort = !all && others.length > first
  const recipe = recipes.find(({ slug }) => slug === picked)
  return (
    <Card title="Add a service" help="Pick one; its form tells what to find out, and how.">
      <TextInput
        aria-label="Search services"
        placeholder="Search services"
        leftSection={<Icon name="search" />}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {tiles.length > 0 && (
        <Tiles label="Services" tiles={tiles} onPick={(type) => void onAdd(type)} />
      )}
      {others.length > 0 && (
        <>
          <div>
            <h3>Recipes</h3>
            <p className={step.help}>
              The chart has nothing of its own for these; settings that it has do the work.
            </p>
          </div>
          <Tiles
            label="Recipes"
            tiles={isShort ? others.slice(0, first) : others}
            picked={picked}
            onPick={(slug) => setPicked(slug === picked ? null : slug)}
          />
          {isShort && (
            <div>
              <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
                Show all {others.length} recipes
              </Button>
            </div>
          )}
        </>
      )}
      <p role="status" className={step.help} hidden={tiles.length + others.length > 0}>
        No service of that name. Whatever exposes metrics can still be scraped: see Annotation
        Autodiscovery and Prometheus Operator Objects.
      </p>
      {recipe && <RecipeForm key={recipe.slug} recipe={recipe} />}
    </Card>
  )
}
