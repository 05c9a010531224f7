import { isRecord, listAt, valueAt } from '../base/record'
import { collectorOptions } from '../collectors/options'
import type { Path } from '../diagnostics/diagnostic'
import { Findings } from '../diagnostics/findings'
import { conformTo } from '../values/conform'
import type { Rule, RuleInput } from './types'

/** Where settings of collectors stand in the values. */
function places({ model }: RuleInput): Path[] {
  const { collectors } = model.root.user
  return [
    ...(isRecord(collectors) ? Object.keys(collectors).map((name) => ['collectors', name]) : []),
    ['collectorCommon', 'alloy'],
  ]
}

/**
 * Settings of collectors that have another type than the operator expects. The chart's schema says
 * nothing of them, so the values install; what comes of them shows in the cluster only. What the
 * operator refuses has a finding of its own.
 */
export const collectorTypes: Rule = (input) => {
  const { model } = input
  for (const place of places(input)) {
    const written = valueAt(model.root.user, place)
    if (!isRecord(written)) continue
    const findings = new Findings()
    conformTo(collectorOptions, written, place, findings)
    for (const finding of findings.all) {
      const [first] = finding.path.slice(place.length)
      // Presets have a rule of their own, of errors.
      if (first === 'presets' || listAt(finding, ['path']).length === place.length) continue
      const told = model.findings.all.some(
        ({ code, path }) =>
          code === 'collectors.operator-refuses' && path.join('.') === finding.path.join('.'),
      )
      if (told) continue
      model.report({
        ...finding,
        severity: 'warning',
        message: `${finding.message} The chart does not check settings of collectors; Alloy or the operator may fail on it.`,
      })
    }
  }
}
