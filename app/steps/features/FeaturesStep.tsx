import { Switch } from '@mantine/core'
import { isRecord, valueAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { OptionField } from '../../forms/OptionField'
import { useCatalog } from '../../queries/output'
import type { FeatureFacts } from '../../queries/surface'
import { choices, useChoices } from '../../store/choices'
import { Card, StepFrame } from '../StepFrame'
import style from '../step.module.css'

const groups = [
  { id: 'cluster', title: 'Cluster' },
  { id: 'logs', title: 'Logs' },
  { id: 'applications', title: 'Applications' },
  { id: 'profiles', title: 'Profiles' },
  { id: 'cost', title: 'Cost and energy' },
] as const

export function FeaturesStep() {
  const { features } = useCatalog()
  return (
    <StepFrame title="Features" intro="What to collect. Each feature says what it costs.">
      {groups.map(({ id, title }) => {
        const here = features.filter(({ group }) => group === id)
        return (
          here.length > 0 && (
            <div key={id} className={style.step}>
              <h2 className={style.cardTitle}>{title}</h2>
              {here.map((feature) => (
                <FeatureCard key={feature.key} feature={feature} />
              ))}
            </div>
          )
        )
      })}
    </StepFrame>
  )
}

function FeatureCard({ feature }: { feature: FeatureFacts }) {
  const on = useChoices((state) => valueAt(state.values, [...feature.path, 'enabled']) === true)
  const common = Object.entries(feature.options.fields).filter(
    ([key, option]) => key !== 'enabled' && 'common' in option && option.common,
  )
  return (
    <Card
      title={feature.title}
      help={`${feature.help} ${feature.costs}`}
      tools={
        <Switch
          aria-label={feature.title}
          checked={on}
          onChange={(event) => toggle(feature, event.currentTarget.checked)}
        />
      }
    >
      {on && (
        <>
          {common.map(([key, option]) => (
            <OptionField key={key} path={[...feature.path, key]} option={option} />
          ))}
          <AllOptions path={feature.path} option={feature.options} />
        </>
      )}
    </Card>
  )
}

function toggle(feature: FeatureFacts, on: boolean): void {
  const own = valueAt(choices.getState().values, feature.path)
  const path = [...feature.path, 'enabled']
  if (on) void choices.getState().edit([{ path, value: true }])
  else if (isRecord(own) && Object.keys(own).length === 1)
    void choices.getState().edit([{ path: feature.path, remove: true }])
  else void choices.getState().edit([{ path, value: false }])
}
