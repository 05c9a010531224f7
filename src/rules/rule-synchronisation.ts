import { checkRules } from '../destinations/prometheus'
import type { Rule } from './types'

/** Which collector copies each destination's alerting and recording rules. */
export const ruleSynchronisation: Rule = ({ model, collectors }) => {
  const names = collectors.map(({ view }) => view.name).sort()
  for (const { type, name, context, disabled } of model.destinations.values()) {
    if (disabled || type !== 'prometheus') continue
    checkRules(context, {
      collectors: names,
      holds: (collector) =>
        collectors.some(
          ({ view, destinations }) => view.name === collector && destinations.includes(name),
        ),
    })
  }
}
