import type { Path } from '../queries/surface'

/** The walk, in order. */
export const steps = [
  { id: 'cluster', title: 'Cluster' },
  { id: 'destinations', title: 'Destinations' },
  { id: 'features', title: 'Features' },
  { id: 'collectors', title: 'Collectors' },
  { id: 'review', title: 'Review & export' },
] as const

export type StepId = (typeof steps)[number]['id']

const home: Readonly<Record<string, StepId>> = {
  cluster: 'cluster',
  global: 'cluster',
  destinations: 'destinations',
  destinationDefaults: 'destinations',
  dataProcessors: 'destinations',
  collectors: 'collectors',
  collectorCommon: 'collectors',
  'alloy-operator': 'collectors',
  alloy: 'collectors',
  liveDebugging: 'collectors',
  extraObjects: 'review',
  tests: 'review',
}

/** The step on which a setting stands. Features are the many; whatever is not listed is one of them. */
export function stepOf(path: Path): StepId {
  const [section] = path
  if (section === undefined) return 'review'
  const key = String(section)
  return Object.hasOwn(home, key) ? (home[key] ?? 'features') : 'features'
}
