import { isRecord, valueAt } from '../base/record'
import { collectorOptions } from '../collectors/options'
import type { Path } from '../diagnostics/diagnostic'
import { Findings, type Report } from '../diagnostics/findings'
import { conformTo } from '../values/conform'
import { isEmpty } from '../values/helm'
import type { Rule, RuleInput } from './types'

/** Settings that the chart itself works with, so that Helm stops at another type. */
const needed: ReadonlySet<string> = new Set([
  'alloy',
  'alloy.stabilityLevel',
  'annotations',
  'controller',
  'controller.type',
  'extraConfig',
  'liveDebugging',
  'logging',
  'logging.format',
  'logging.level',
  'remoteConfig',
])
/** Of these it looks at what the collector itself says only. */
const neededOwn: ReadonlySet<string> = new Set([
  'alloy.clustering',
  'extraService',
  'fullnameOverride',
  'includeDestinations',
])
/** Where Self Reporting adds its volume: two maps, each with a list. */
const extended: readonly (readonly [string, string])[] = [
  ['alloy', 'mounts'],
  ['controller', 'volumes'],
]

/** Whether Helm stops at a setting of a collector, or of what all have in common, of the wrong type. */
function isRefused({ model, collectors }: RuleInput, place: Path, setting: readonly string[]) {
  const key = setting.join('.')
  if (isEmpty(valueAt(model.root.user, [...place, ...setting]))) return false
  if (place[0] === 'collectors') {
    const on = collectors.some(({ view }) => view.name === place[1])
    return on && (needed.has(key) || neededOwn.has(key))
  }
  // What a collector says itself stands in the way of what is common.
  const reached = collectors.some(
    ({ view }) => valueAt(model.root.user, ['collectors', view.name, ...setting]) === undefined,
  )
  return reached && needed.has(key)
}

/** The collector to which Self Reporting adds a volume breaks where it has no list for it. */
function checkExtended({ model, assignments }: RuleInput): void {
  for (const { feature, collector } of assignments) {
    if (feature.key !== 'selfReporting') continue
    for (const group of extended) {
      const path = ['collectors', collector, ...group]
      const found = valueAt(model.root.user, path)
      const list = valueAt(found, ['extra'])
      const wrongList = isRecord(found) && !isEmpty(list) && !Array.isArray(list)
      if (!wrongList && (found === undefined || found === null || isRecord(found))) continue
      model.report({
        code: 'values.wrong-type',
        path: wrongList ? [...path, 'extra'] : path,
        message: `Expected ${wrongList ? 'a list' : 'a map with a list called extra'} here: Self Reporting adds a volume of its own to it, and Helm stops at anything else.`,
      })
    }
  }
}

/** What all collectors have in common has the form of one collector. */
function checkCommon({ model }: RuleInput): void {
  for (const path of [['collectorCommon'], ['collectorCommon', 'alloy']]) {
    const found = valueAt(model.root.user, path)
    if (found === undefined || found === null || isRecord(found)) continue
    model.report({ code: 'values.wrong-type', path, message: 'Expected a map of settings here.' })
    return
  }
}

function checkPlace(input: RuleInput, place: Path): void {
  const { model } = input
  const written = valueAt(model.root.user, place)
  if (!isRecord(written)) return
  const findings = new Findings()
  conformTo(collectorOptions, written, place, findings)
  for (const finding of findings.all) {
    const setting = finding.path.slice(place.length).map(String)
    // Presets have a rule of their own, of errors.
    if (setting[0] === 'presets') continue
    if (isRefused(input, place, setting)) {
      model.report({ ...finding, severity: 'error' })
      continue
    }
    const key = finding.path.join('.')
    const told = model.findings.all.some(
      ({ code, path }) => code === 'collectors.operator-refuses' && path.join('.') === key,
    )
    if (told) continue
    const report: Report = {
      ...finding,
      severity: 'warning',
      message: `${finding.message} The chart hands it on unchecked; Alloy, the operator or Kubernetes may fail on it.`,
    }
    model.report(report)
  }
}

/**
 * Settings of collectors that have another type than the operator expects. The chart's schema says
 * nothing of them: with most, the values install, and what comes of them shows in the cluster only.
 */
export const collectorTypes: Rule = (input) => {
  const { collectors } = input.model.root.user
  for (const name of isRecord(collectors) ? Object.keys(collectors) : []) {
    checkPlace(input, ['collectors', name])
  }
  checkPlace(input, ['collectorCommon', 'alloy'])
  checkCommon(input)
  checkExtended(input)
}
