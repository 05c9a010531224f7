import { assignments, unusedCollectors } from './assignments'
import { clusterName } from './cluster-name'
import { clustering } from './clustering'
import { collectorNames } from './collector-names'
import { collectorTypes } from './collector-types'
import { configSize } from './config-size'
import { connectionSafety } from './connection-safety'
import { featureDestinations } from './feature-destinations'
import { keptMetrics } from './kept-metrics'
import { leftOut } from './left-out'
import { lostAdditions } from './lost-additions'
import { nullSections } from './null-sections'
import { objectNames } from './object-names'
import { olderChart } from './older-chart'
import { operatorRefusals } from './operator-refusals'
import { ownNode } from './own-node'
import { platforms } from './platforms'
import { positions } from './positions'
import { presetConflicts } from './preset-conflicts'
import { presets } from './presets'
import { processorChains } from './processor-chains'
import { remoteConfiguration } from './remote-configuration'
import { repeatedWork } from './repeated-work'
import { replacements } from './replacements'
import { resourceRequests } from './resource-requests'
import { ruleSynchronisation } from './rule-synchronisation'
import { scrapedTwice } from './scraped-twice'
import { secretsInValues } from './secrets-in-values'
import { operatorNamespaces, samplerMounts, services } from './services'
import { stability } from './stability'
import { testMode } from './test-mode'
import { textFormats } from './text-formats'
import type { Rule, RuleInput } from './types'
import { unitNames } from './unit-names'
import { units } from './units'
import { unknownDestinations } from './unknown-destinations'
import { unknownKeys } from './unknown-keys'
import { unsaidController } from './unsaid-controller'
import { unusedDestinations } from './unused-destinations'
import { userAlloy } from './user-alloy'

/** All rules, in the order in which the chart checks, so that the first error is the chart's. */
const rules: readonly Rule[] = [
  olderChart,
  nullSections,
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
  services,
  operatorNamespaces,
  samplerMounts,
  stability,
  operatorRefusals,
  replacements,
  unknownKeys,
  textFormats,
  userAlloy,
  // What the chart does not look at at all.
  collectorTypes,
  presetConflicts,
  unsaidController,
  lostAdditions,
  objectNames,
  repeatedWork,
  ownNode,
  scrapedTwice,
  keptMetrics,
  unknownDestinations,
  unusedDestinations,
  connectionSafety,
  secretsInValues,
  leftOut,
  positions,
  resourceRequests,
  configSize,
  platforms,
]

/** Runs every rule; findings go to the model. */
export function checkRules(input: RuleInput): void {
  for (const rule of rules) rule(input)
}
