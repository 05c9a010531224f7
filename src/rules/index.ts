import { assignments, unusedCollectors } from './assignments'
import { clusterName } from './cluster-name'
import { clustering } from './clustering'
import { collectorNames } from './collector-names'
import { featureDestinations } from './feature-destinations'
import { olderChart } from './older-chart'
import { operatorRefusals } from './operator-refusals'
import { presets } from './presets'
import { processorChains } from './processor-chains'
import { remoteConfiguration } from './remote-configuration'
import { replacements } from './replacements'
import { ruleSynchronisation } from './rule-synchronisation'
import { stability } from './stability'
import { testMode } from './test-mode'
import { textFormats } from './text-formats'
import type { Rule, RuleInput } from './types'
import { unitNames } from './unit-names'
import { units } from './units'
import { unknownKeys } from './unknown-keys'
import { userAlloy } from './user-alloy'

/** All rules, in the order in which the chart checks, so that the first error is the chart's. */
const rules: readonly Rule[] = [
  olderChart,
  clusterName,
  unitNames,
  ruleSynchronisation,
  collectorNames,
  presets,
  assignments,
  featureDestinations,
  processorChains,
  clustering,
  units,
  testMode,
  unusedCollectors,
  remoteConfiguration,
  stability,
  operatorRefusals,
  replacements,
  unknownKeys,
  textFormats,
  userAlloy,
]

/** Runs every rule; findings go to the model. */
export function checkRules(input: RuleInput): void {
  for (const rule of rules) rule(input)
}
