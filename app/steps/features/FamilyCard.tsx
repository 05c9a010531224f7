import { Badge, Button } from '@mantine/core'
import { optionAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { CommonFields } from '../../forms/CommonFields'
import { useCatalog, useFindingsUnder, useOutput } from '../../queries/output'
import type { FeatureFacts } from '../../queries/surface'
import { choices } from '../../store/choices'
import { Icon } from '../../ui/icons'
import { Card } from '../StepFrame'
import step from '../step.module.css'
import { FeatureBody, FeatureSwitch } from './FeatureCard'
import style from './features.module.css'
import type { Family, Variant } from './groups'
import { toggleEdits } from './toggle'
import { useFeature } from './use-feature'

/** Features that are ways to, or parts of, the same thing, side by side. */
export function FamilyCard({ family }: { family: Family }) {
  const { features } = useCatalog()
  const { collectors } = useOutput()
  const members = family.variants.flatMap((variant) => {
    const feature = features.find(({ key }) => key === variant.key)
    return feature ? [{ variant, feature }] : []
  })
  const running = members.filter(({ feature }) =>
    collectors.some(({ features: keys }) => keys.includes(feature.key)),
  )
  const shared = members.find(({ feature }) => feature.path.length > 1)?.feature.path[0]
  return (
    <Card title={family.title} help={family.help}>
      {family.several && running.length > 1 && (
        <p className={style.note}>
          <Icon name="info" size={14} /> {family.several}
        </p>
      )}
      <div className={style.variants}>
        {members.map(({ variant, feature }) => (
          <VariantRow
            key={feature.key}
            variant={variant}
            feature={feature}
            instead={
              family.several
                ? running.map((one) => one.feature).filter((other) => other !== feature)
                : []
            }
            inSection={shared !== undefined}
          />
        ))}
      </div>
      {shared !== undefined && running.length > 0 && <Shared section={shared} />}
    </Card>
  )
}

/** What the parts of a section share. */
function Shared({ section }: { section: string }) {
  const { root } = useCatalog()
  const option = optionAt(root, {}, [section])
  if (option?.type !== 'group') return null
  const parts = Object.keys(option.fields).filter((key) => option.fields[key]?.type === 'group')
  return (
    <>
      <CommonFields path={[section]} option={option} except={['enabled', ...parts]} />
      <AllOptions path={[section]} option={option} />
    </>
  )
}

function VariantRow({
  variant,
  feature,
  instead,
  inSection,
}: {
  variant: Variant
  feature: FeatureFacts
  instead: readonly FeatureFacts[]
  inSection: boolean
}) {
  const state = useFeature(feature)
  const { on } = state
  const problems = useFindingsUnder(feature.path).filter(
    ({ severity }) => severity !== 'info',
  ).length
  return (
    <section className={style.variant} data-on={on} aria-label={feature.title}>
      <div className={step.cardHead}>
        <div>
          <h3 className={style.variantTitle}>
            {feature.title}
            {problems > 0 && (
              <Badge color="red" variant="light">
                {problems} {problems === 1 ? 'problem' : 'problems'}
              </Badge>
            )}
          </h3>
          <p className={step.help}>{variant.when}</p>
          {!on && <p className={step.help}>{feature.costs}</p>}
        </div>
        <FeatureSwitch feature={feature} state={state} />
      </div>
      {on && <FeatureBody feature={feature} state={state} without={inSection} />}
      {!on && instead.length === 1 && instead[0] && <Swap from={instead[0]} to={feature} />}
    </section>
  )
}

/** One way in the place of another, in one step. */
function Swap({ from, to }: { from: FeatureFacts; to: FeatureFacts }) {
  const { edit, values } = choices.getState()
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() =>
          void edit([
            ...toggleEdits(from, false, values, false),
            ...toggleEdits(to, true, values, false),
          ])
        }
      >
        Use this instead of {from.title}
      </Button>
    </div>
  )
}
