import { print } from '../alloy/print'
import { alloyName } from '../base/names'
import { destinations } from '../destinations'
import type { DestinationContext, DestinationInstance } from '../destinations/types'
import type { Diagnostic } from '../diagnostics/diagnostic'
import { Findings } from '../diagnostics/findings'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import {
  type SecretHolder,
  secretComponent,
  secretHolder,
  secretObject,
} from '../pipelines/secrets'
import { conformTo } from '../values/conform'
import { clusterOptions, globalOptions } from '../values/global'
import { defaultOf, type ValueOf } from '../values/options'
import type { Pipeline } from '../values/signals'

/** A destination on its own, as its tests look at it. */
export interface TriedDestination {
  readonly context: DestinationContext<Readonly<Record<string, unknown>>>
  readonly holder: SecretHolder
  /** Its part of a config, what reads its Secret included. */
  readonly text: string
  /** The Secret that the release makes for it. */
  readonly secret: KubernetesObject | undefined
  /** What it says of its values. */
  readonly findings: readonly Diagnostic[]
  readonly codes: readonly string[]
  /** What a pipeline forwards to, as text. */
  target(pipeline: Pipeline): string
}

/** Conforms a destination's values, validates and builds it, as release `try` in `monitoring`. */
export function tryDestination(
  written: Readonly<Record<string, unknown>> & { readonly type: string },
  surroundings: {
    readonly name?: string
    readonly release?: string
    readonly cluster?: Partial<ValueOf<typeof clusterOptions>>
    readonly global?: Partial<ValueOf<typeof globalOptions>>
  } = {},
): TriedDestination {
  const { name = 'my-place', release = 'try' } = surroundings
  const unit = destinations.find(({ type }) => type === written.type)
  if (!unit) throw new Error(written.type)
  const findings = new Findings()
  const path = ['destinations', name]
  const context = {
    name,
    label: alloyName(name),
    values: conformTo(unit.options, written, path, findings) as Record<string, unknown>,
    user: written,
    path,
    cluster: {
      ...(defaultOf(clusterOptions) as ValueOf<typeof clusterOptions>),
      name: 'north',
      ...surroundings.cluster,
    },
    global: {
      ...(defaultOf(globalOptions) as ValueOf<typeof globalOptions>),
      ...surroundings.global,
    },
    release: { name: release, namespace: 'monitoring' },
    namespace: 'monitoring',
    others: new Map<string, DestinationInstance>(),
    report: (finding) => findings.report(finding),
  } satisfies DestinationContext<Readonly<Record<string, unknown>>>
  unit.validate?.(context)
  const holder = secretHolder(context, unit.secretFields)
  const reader = secretComponent(holder)
  return {
    context,
    holder,
    text: print({ kind: 'file', body: [...unit.build(context), ...(reader ? [reader] : [])] }),
    secret: secretObject(holder),
    findings: findings.all,
    codes: findings.all.map(({ code }) => code),
    target: (pipeline) =>
      print({
        kind: 'file',
        body: unit
          .target(context, pipeline)
          .map((value) => ({ kind: 'attribute', name: 'to', value }) as const),
      }).trim(),
  }
}
