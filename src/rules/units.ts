import { featureContext } from '../collectors/feature-context'
import type { Rule } from './types'

/** What units have to say of their own values. */
export const units: Rule = ({ model, assignments, collectors, releaseInfoName }) => {
  for (const { unit, context, disabled } of model.destinations.values()) {
    if (!disabled) unit.validate?.(context)
  }
  for (const { unit, context } of model.processors.values()) unit.validate?.(context)
  for (const { feature, collector } of assignments) {
    const made = collectors.find(({ view }) => view.name === collector)
    feature.validate?.(featureContext(model, feature, releaseInfoName), made?.view)
  }
}
