import { useState } from 'react'
import { useField } from '../../forms/use-field'
import type { FeatureFacts } from '../../queries/surface'
import { choices } from '../../store/choices'
import { toggleEdits } from './toggle'

export interface FeatureState {
  readonly on: boolean
  /** Why the wizard switched it on. */
  readonly why: string | undefined
  /** Whether it was switched on just now, here. */
  readonly switched: boolean
  set(on: boolean): void
}

/** Whether a feature is on, who said so, and its switch. */
export function useFeature(feature: FeatureFacts): FeatureState {
  const own = useField([...feature.path, 'enabled'])
  const section = useField([feature.path[0] ?? '', 'enabled'])
  const [switched, setSwitched] = useState(false)
  const on = own.value === true && section.value === true
  return {
    on,
    why: on && own.origin === 'wizard' ? own.why : undefined,
    switched,
    set(wanted: boolean) {
      setSwitched(wanted)
      void choices
        .getState()
        .edit(toggleEdits(feature, wanted, choices.getState().values, own.initial === true))
    },
  }
}
