import { alloyName } from './base/names'
import { isRecord, sortedEntries } from './base/record'
import type { Model } from './collectors/types'
import { destinations } from './destinations'
import type { DestinationInstance } from './destinations/types'
import type { Diagnostic, Path } from './diagnostics/diagnostic'
import { Findings, type Report } from './diagnostics/findings'
import { features } from './features'
import { commonFields } from './features/common'
import { valuesOptions } from './options'
import { processors } from './processors'
import type { ProcessorInstance } from './processors/types'
import { isUnchecked } from './unchecked'
import { conform, conformTo } from './values/conform'
import { clusterOptions, globalOptions, type Release } from './values/global'
import { type Group, group, type Option } from './values/options'
import { optionAt } from './values/schema'

/** Sections that Helm does not check or complete while their feature is off. */
const featureNames = new Set(features.map((feature) => feature.path[0]))

const readElsewhere = new Set([
  'cluster',
  'global',
  'destinations',
  'dataProcessors',
  'collectors',
  'collectorCommon',
])

const featureOff = group({ ...commonFields }, '', { open: true })

function sectionOptions(key: string, option: Option, user: unknown): Option {
  if (!featureNames.has(key) || option.type !== 'group' || !('enabled' in option.fields))
    return option
  if (key === 'selfReporting') return option
  return isRecord(user) && user.enabled === true ? option : featureOff
}

/**
 * Everything but collectors, destinations and processors, with types checked and defaults filled
 * in. Collectors are left as they are: they are merged, not completed.
 */
function conformSections(
  user: Readonly<Record<string, unknown>>,
  findings: Findings,
): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [key, option] of Object.entries(valuesOptions.fields)) {
    if (readElsewhere.has(key)) continue
    const written = Object.hasOwn(user, key) ? user[key] : undefined
    const own = new Findings()
    root[key] = conformTo(sectionOptions(key, option, written), written, [key], own)
    for (const finding of own.all) {
      // The chart's schema looks no deeper than the list of an integration's instances.
      const inInstance = key === 'integrations' && finding.path.length > 3
      const lenient = inInstance || isUnchecked(finding.path)
      findings.report(lenient ? { ...finding, severity: 'warning' } : finding)
    }
  }
  return root
}

interface Unit {
  readonly type: string
  readonly options: Group
}

/**
 * Whether the chart goes on in spite of a finding about a destination's type. Its schema has a branch
 * that every destination passes, and templates print what they find; only where they look into a map
 * or a list that is none do they stop.
 */
function passesSchema(options: Group, written: unknown, { path }: Diagnostic): boolean {
  const option = optionAt(options, written, path.slice(2))
  return !option || !['group', 'map', 'list'].includes(option.type)
}

/** The entries of a map of typed units, conformed; what has no known type is reported and left out. */
function typedEntries<U extends Unit>(
  user: Readonly<Record<string, unknown>>,
  section: 'destinations' | 'dataProcessors',
  units: readonly U[],
  findings: Findings,
): { name: string; unit: U; values: Record<string, unknown>; written: Record<string, unknown> }[] {
  const map = user[section]
  if (map === undefined || map === null) return []
  if (!isRecord(map)) {
    findings.report({
      code: 'values.wrong-type',
      path: [section],
      message: `Expected a map from names to ${section === 'destinations' ? 'destinations' : 'processors'} here.`,
    })
    return []
  }
  return sortedEntries(map).flatMap(([name, written]) => {
    const path: Path = [section, name]
    if (!isRecord(written)) {
      findings.report({
        code: 'values.wrong-type',
        path,
        message: 'Expected a map with a type and its settings here.',
      })
      return []
    }
    const unit = units.find(({ type }) => type === written.type)
    if (!unit) return []
    const own = new Findings()
    const values = conformTo(unit.options, written, path, own) as Record<string, unknown>
    for (const finding of own.all) {
      const lenient = section === 'destinations' && passesSchema(unit.options, written, finding)
      findings.report(lenient ? { ...finding, severity: 'warning' } : finding)
    }
    return [{ name, unit, values, written }]
  })
}

/** Reads values of any shape into what the later steps work from; reports what is wrong with them. */
export function readModel(values: unknown, release: Release, findings: Findings): Model {
  let user: Readonly<Record<string, unknown>> = {}
  if (isRecord(values)) user = values
  else if (values !== undefined && values !== null) {
    findings.report({
      code: 'values.not-a-map',
      path: [],
      message: 'The values have to be a map of settings.',
    })
  }
  const cluster = conform(clusterOptions, user.cluster, ['cluster'], findings)
  const global = conform(globalOptions, user.global, ['global'], findings)
  const context = {
    cluster,
    global,
    release,
    namespace: global.namespaceOverride || release.namespace,
    report: (finding: Report) => findings.report(finding),
  }

  const root = { ...conformSections(user, findings), cluster, global, user }
  const destinationSet = new Map<string, DestinationInstance>()
  for (const { name, unit, values: own, written } of typedEntries(
    user,
    'destinations',
    destinations,
    findings,
  )) {
    destinationSet.set(name, {
      name,
      type: unit.type,
      unit,
      disabled: Boolean(written.disabled),
      context: {
        ...context,
        name,
        label: alloyName(name),
        values: own,
        user: written,
        path: ['destinations', name],
        others: destinationSet,
      },
    })
  }
  const processorSet = new Map<string, ProcessorInstance>()
  for (const { name, unit, values: own, written } of typedEntries(
    user,
    'dataProcessors',
    processors,
    findings,
  )) {
    processorSet.set(name, {
      name,
      type: unit.type,
      unit,
      context: {
        ...context,
        name,
        label: alloyName(name),
        values: own,
        user: written,
        path: ['dataProcessors', name],
      },
    })
  }
  return {
    ...context,
    findings,
    root,
    destinations: destinationSet,
    processors: processorSet,
    collectors: readCollectors(user, findings),
  }
}

function readCollectors(
  user: Readonly<Record<string, unknown>>,
  findings: Findings,
): Map<string, Readonly<Record<string, unknown>>> {
  const collectors = new Map<string, Readonly<Record<string, unknown>>>()
  const map = user.collectors
  if (map === undefined || map === null) return collectors
  if (!isRecord(map)) {
    findings.report({
      code: 'values.wrong-type',
      path: ['collectors'],
      message: 'Expected a map from names to collectors here.',
    })
    return collectors
  }
  for (const [name, written] of sortedEntries(map)) {
    if (isRecord(written)) collectors.set(name, written)
    else {
      findings.report({
        code: 'values.wrong-type',
        path: ['collectors', name],
        message: 'Expected a map of settings here; an empty collector is written as {}.',
        fixes: [
          {
            title: 'Make it an empty map',
            edits: [{ path: ['collectors', name], value: {} }],
            safe: true,
          },
        ],
      })
    }
  }
  return collectors
}
