import { CommonFields, hasCommon } from '../../forms/CommonFields'
import { OptionField } from '../../forms/OptionField'
import { Section } from '../../forms/Section'
import type { FeatureFacts } from '../../queries/surface'
import { ReceiverChoice } from './ReceiverChoice'

/** The short form of a feature that is on. */
export function FeatureSettings({
  feature,
  startOpen,
}: {
  feature: FeatureFacts
  startOpen: boolean
}) {
  const isPart = feature.path.length > 1
  const except = ['enabled']
  if (!hasCommon(feature.options, except) && isPart) return null
  return (
    <Section path={feature.path} title="Settings" startOpen={startOpen}>
      {() => (
        <>
          {feature.home === 'alloy-receiver' && <ReceiverChoice feature={feature} />}
          <CommonFields path={feature.path} option={feature.options} except={except} />
          {'collector' in feature.options.fields && (
            <OptionField path={[...feature.path, 'collector']} label="Collector that runs it" />
          )}
        </>
      )}
    </Section>
  )
}
