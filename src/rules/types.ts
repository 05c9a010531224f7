import type { MadeCollector } from '../collectors/describe'
import type { Replacement } from '../collectors/replace'
import type { Assignment, Model } from '../collectors/types'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import type { Group } from '../values/options'

/** What a rule may look at. Findings go to `model.report`. */
export interface RuleInput {
  readonly model: Model
  readonly assignments: readonly Assignment[]
  readonly collectors: readonly MadeCollector[]
  /** The declarations of all values. */
  readonly options: Group
  readonly releaseInfoName: string
  readonly replacements: readonly Replacement[]
  /** Those that matched somewhere. */
  readonly replaced: ReadonlySet<Replacement>
  /** What the chart installs, and what the operator makes of the collectors among it. */
  readonly objects: readonly KubernetesObject[]
  readonly workloads: readonly KubernetesObject[]
}

/** A check that spans units. */
export type Rule = (input: RuleInput) => void
