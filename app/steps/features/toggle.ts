import { isRecord, valueAt } from '../../../src/index'
import type { Edit, FeatureFacts, Values } from '../../queries/surface'

/** Switches that have to be on for a feature: its own, and its section's where it is a part of one. */
function switches({ path }: FeatureFacts): (readonly string[])[] {
  return path.map((_, depth) => [...path.slice(0, depth + 1), 'enabled'])
}

/** Whether anything but its switch is set in a section. */
const isBare = (section: unknown) =>
  section === undefined ||
  (isRecord(section) && Object.keys(section).every((key) => key === 'enabled'))

/**
 * The edits that switch a feature on or off. Off takes away what says nothing else; a section with
 * settings of the user's keeps them, and says that it is off.
 *
 * @param standard whether the feature is on when nobody says anything
 */
export function toggleEdits(
  feature: FeatureFacts,
  on: boolean,
  choices: Values,
  standard: boolean,
): Edit[] {
  const own = [...feature.path, 'enabled']
  if (standard) return on ? [{ path: own, remove: true }] : [{ path: own, value: false }]
  if (on) return switches(feature).map((path) => ({ path, value: true }))
  if (!isBare(valueAt(choices, feature.path)) || valueAt(choices, own) === undefined)
    return [{ path: own, value: false }]
  const [section] = feature.path
  const whole = valueAt(choices, [section ?? ''])
  const isLast =
    feature.path.length > 1 &&
    isRecord(whole) &&
    Object.keys(whole).every((key) => key === 'enabled' || key === feature.path[1])
  return [{ path: isLast ? [section ?? ''] : feature.path, remove: true }]
}
