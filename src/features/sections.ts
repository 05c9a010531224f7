import type { Group } from '../values/options'
import { features } from './index'

/**
 * The features' sections of the values, by their top-level key: what Helm checks and completes.
 * The parts of Host Metrics share one.
 */
export const featureSections: Readonly<Record<string, Group>> = Object.fromEntries(
  features
    .filter(({ key }) => key !== 'integrations')
    .map(({ path: [section], options, section: whole }) => [section, whole ?? options]),
)
