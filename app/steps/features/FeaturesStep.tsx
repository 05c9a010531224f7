import { TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { useCatalog } from '../../queries/output'
import type { FeatureFacts } from '../../queries/surface'
import { useView } from '../../store/view'
import { Icon } from '../../ui/icons'
import { Integrations } from '../integrations/Integrations'
import { Card, StepFrame } from '../StepFrame'
import step from '../step.module.css'
import { FamilyCard } from './FamilyCard'
import { FeatureCard } from './FeatureCard'
import style from './features.module.css'
import { type Family, families, groups } from './groups'
import { OtherSettings } from './OtherSettings'

/** What stands in a group: a family where one begins, else a feature. */
type Entry = { readonly family: Family } | { readonly feature: FeatureFacts }

function entriesOf(features: readonly FeatureFacts[], group: string): Entry[] {
  return features.flatMap((feature): Entry[] => {
    const family = families.find(({ variants }) => variants.some(({ key }) => key === feature.key))
    if (!family) return feature.group === group ? [{ feature }] : []
    const first = features.find(({ key }) => family.variants.some((variant) => variant.key === key))
    return first === feature && feature.group === group ? [{ family }] : []
  })
}

/** The words that a search looks at. */
function wordsOf(entry: Entry, features: readonly FeatureFacts[]): string {
  if ('feature' in entry) return `${entry.feature.title} ${entry.feature.help}`.toLowerCase()
  const members = entry.family.variants.map(({ key }) => features.find((one) => one.key === key))
  return [
    entry.family.title,
    entry.family.help,
    ...members.map((one) => `${one?.title} ${one?.help}`),
  ]
    .join(' ')
    .toLowerCase()
}

/** What to collect, by what people want to see. */
export function FeaturesStep() {
  const { features } = useCatalog()
  const [typed, setTyped] = useState('')
  const isWanted = useView((state) => state.target !== null)
  if (isWanted && typed !== '') setTyped('')
  const words = useDeferredValue(typed).toLowerCase().split(/\s+/).filter(Boolean)
  // Service Integrations have a gallery of their own.
  const plain = features.filter(({ key }) => key !== 'integrations')
  const shown = groups.map((group) => ({
    group,
    entries: entriesOf(plain, group.id).filter((entry) =>
      words.every((word) => wordsOf(entry, plain).includes(word)),
    ),
  }))
  const none = shown.every(({ entries }) => entries.length === 0)
  return (
    <StepFrame
      title="Features"
      intro="What to collect. Each feature says what it costs, and brings the collector that it needs."
    >
      <TextInput
        aria-label="Search features"
        placeholder="Search features"
        leftSection={<Icon name="search" />}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {none && (
        <Card title="No feature matches" help="The services below have a search of their own." />
      )}
      {shown.map(
        ({ group, entries }) =>
          entries.length > 0 && (
            <section key={group.id} className={style.group} aria-label={group.title}>
              <div>
                <h2 className={style.groupTitle}>{group.title}</h2>
                <p className={step.help}>{group.help}</p>
              </div>
              {entries.map((entry) =>
                'family' in entry ? (
                  <FamilyCard key={entry.family.id} family={entry.family} />
                ) : (
                  <FeatureCard key={entry.feature.key} feature={entry.feature} />
                ),
              )}
            </section>
          ),
      )}
      <Integrations />
      <OtherSettings />
    </StepFrame>
  )
}
