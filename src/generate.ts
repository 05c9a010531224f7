import type { Diagnostic } from './diagnostics/diagnostic'
import { Findings } from './diagnostics/findings'
import type { KubernetesObject } from './manifests/kubernetes-object'

/** A collector as the page shows it. */
export interface Collector {
  readonly name: string
  /** The ConfigMap's and the Alloy object's name. */
  readonly objectName: string
  readonly controller: 'daemonset' | 'deployment' | 'statefulset'
  readonly replicas: number
  readonly presets: readonly string[]
  /** Keys of the features that it runs. */
  readonly features: readonly string[]
  /** Names of the destinations that its config holds. */
  readonly destinations: readonly string[]
  readonly ports: readonly {
    readonly name: string
    readonly port: number
    readonly protocol: string
  }[]
  /** What it may do beyond an ordinary pod: `privileged`, `hostNetwork`, `hostPID`, host paths. */
  readonly privileges: readonly string[]
  /** Why it exists and has its form, one sentence a reason. */
  readonly reasons: readonly string[]
}

/** A component in a config: where it stands, and who made it. Lines are one-based, both ends in. */
export interface ComponentPlace {
  readonly id: string
  readonly startLine: number
  readonly endLine: number
  readonly unit: string
  readonly path?: readonly (string | number)[]
}

export interface Generated {
  /** ConfigMap name to Alloy text. */
  readonly configs: Readonly<Record<string, string>>
  readonly objects: readonly KubernetesObject[]
  readonly workloads: readonly KubernetesObject[]
  readonly collectors: readonly Collector[]
  readonly diagnostics: readonly Diagnostic[]
  /** For each config, its components in the order of the text. */
  readonly places: Readonly<Record<string, readonly ComponentPlace[]>>
}

/** What the chart makes of values, and everything that is wrong with them. Never throws. */
export function generate(
  _values: unknown,
  _release: { readonly release?: string; readonly namespace?: string } = {},
): Generated {
  const findings = new Findings()
  return {
    configs: {},
    objects: [],
    workloads: [],
    collectors: [],
    diagnostics: findings.all,
    places: {},
  }
}
