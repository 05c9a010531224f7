import { Badge, Switch } from '@mantine/core'
import { AllOptions } from '../../forms/AllOptions'
import { useFindingsUnder } from '../../queries/output'
import type { FeatureFacts } from '../../queries/surface'
import { Card } from '../StepFrame'
import step from '../step.module.css'
import { FeatureFactsList } from './FeatureFactsList'
import { FeatureSettings } from './FeatureSettings'
import style from './features.module.css'
import { type FeatureState, useFeature } from './use-feature'

/** One feature: what it collects, what it costs, where it goes, and its settings while it is on. */
export function FeatureCard({ feature }: { feature: FeatureFacts }) {
  const state = useFeature(feature)
  return (
    <Card
      title={<FeatureTitle feature={feature} />}
      help={feature.help}
      tools={<FeatureSwitch feature={feature} state={state} />}
    >
      <FeatureBody feature={feature} state={state} />
    </Card>
  )
}

function FeatureTitle({ feature }: { feature: FeatureFacts }) {
  const problems = useFindingsUnder(feature.path).filter(
    ({ severity }) => severity !== 'info',
  ).length
  return (
    <span className={step.line}>
      {feature.title}
      {problems > 0 && (
        <Badge color="red" variant="light">
          {problems} {problems === 1 ? 'problem' : 'problems'}
        </Badge>
      )}
    </span>
  )
}

export function FeatureSwitch({
  feature,
  state: { on, set },
}: {
  feature: FeatureFacts
  state: FeatureState
}) {
  return (
    <Switch
      size="md"
      aria-label={feature.title}
      checked={on}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  )
}

/** What there is to know and to set below a feature's head. */
export function FeatureBody({
  feature,
  state: { on, why, switched },
  without = false,
}: {
  feature: FeatureFacts
  state: FeatureState
  /** Leaves out all options, where the section around it has them. */
  without?: boolean
}) {
  return (
    <>
      {why && <p className={style.why}>Switched on for you. {why}</p>}
      <FeatureFactsList feature={feature} on={on} />
      {on && (
        <>
          <FeatureSettings feature={feature} startOpen={switched} />
          {!without && <AllOptions path={feature.path} option={feature.options} />}
        </>
      )}
    </>
  )
}
