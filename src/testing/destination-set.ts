import { alloyName } from '../base/names'
import { destinations } from '../destinations'
import type { DestinationInstance, DestinationSet } from '../destinations/types'
import { Findings } from '../diagnostics/findings'
import { conformTo } from '../values/conform'
import { clusterOptions, globalOptions } from '../values/global'
import { defaultOf, type ValueOf } from '../values/options'

/** Destinations that know each other, as release `try` in `monitoring`, and what they say of themselves. */
export function destinationSet(
  written: Readonly<Record<string, Readonly<Record<string, unknown>> & { readonly type: string }>>,
): { readonly set: DestinationSet; readonly findings: Findings } {
  const findings = new Findings()
  const set = new Map<string, DestinationInstance>()
  for (const [name, user] of Object.entries(written)) {
    const unit = destinations.find(({ type }) => type === user.type)
    if (!unit) throw new Error(user.type)
    const path = ['destinations', name]
    set.set(name, {
      name,
      type: user.type,
      unit,
      disabled: user.disabled === true,
      context: {
        name,
        label: alloyName(name),
        values: conformTo(unit.options, user, path, findings) as Record<string, unknown>,
        user,
        path,
        cluster: {
          ...(defaultOf(clusterOptions) as ValueOf<typeof clusterOptions>),
          name: 'north',
        },
        global: defaultOf(globalOptions) as ValueOf<typeof globalOptions>,
        release: { name: 'try', namespace: 'monitoring' },
        namespace: 'monitoring',
        others: set,
        report: (finding) => findings.report(finding),
      },
    })
  }
  return { set, findings }
}
