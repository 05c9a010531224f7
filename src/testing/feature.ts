import type { Block, Statement } from '../alloy/ast'
import { component, path } from '../alloy/build'
import { print } from '../alloy/print'
import { isRecord, valueAt } from '../base/record'
import type { Diagnostic } from '../diagnostics/diagnostic'
import { Findings } from '../diagnostics/findings'
import type { CollectorView, Feature, FeatureContext } from '../features/types'
import { conform } from '../values/conform'
import { clusterOptions, globalOptions } from '../values/global'

/** A feature on its own, given whole values, as its tests look at it. */
export interface Tried {
  /** What it says of its values. */
  readonly findings: readonly Diagnostic[]
  /** The findings' codes. */
  readonly codes: readonly string[]
  /** Its module's body. */
  readonly body: readonly Statement[]
  /** The same as text. */
  readonly text: string
  /** A component of the body. */
  find(name: string, label: string): Block | undefined
  /** A component as text; empty when there is none. */
  show(name: string, label: string): string
}

/** Conforms the feature's section of the values, validates it and builds its module's body. */
export function tryFeature<V>(
  feature: Feature<V>,
  values: Readonly<Record<string, unknown>>,
  collector?: CollectorView,
): Tried {
  const findings = new Findings()
  const context = {
    values: conform(feature.options, valueAt(values, feature.path), feature.path, findings) as V,
    path: feature.path,
    root: { ...values, user: values },
    global: conform(globalOptions, values.global, ['global'], findings),
    cluster: conform(clusterOptions, values.cluster, ['cluster'], findings),
    release: { name: 'try', namespace: 'monitoring' },
    namespace: 'monitoring',
    releaseInfoName: 'try-release-info',
    report: (finding) => findings.report(finding),
    telemetryService(name) {
      const found = valueAt(values, ['telemetryServices', name])
      return isRecord(found) ? { ...found, deploy: found.deploy === true } : { deploy: false }
    },
    destinations: (signal) => path('argument', `${signal}_destinations`, 'value'),
    podLogRules: { discoveryRules: [], stages: [] },
  } satisfies FeatureContext<V>
  feature.validate?.(context, collector)
  const body = feature.build(context)
  const text = print({ kind: 'file', body: [component('declare', feature.module, {}, body)] })
  const find = (name: string, label: string) =>
    body.find(
      (statement): statement is Block =>
        statement.kind === 'block' && statement.name === name && statement.label === label,
    )
  return {
    findings: findings.all,
    codes: findings.all.map(({ code }) => code),
    body,
    text,
    find,
    show(name, label) {
      const found = find(name, label)
      return found ? print({ kind: 'file', body: [found] }) : ''
    },
  }
}
