import type { MadeCollector } from '../collectors/describe'
import type { Replacement } from '../collectors/replace'
import type { Assignment, Model } from '../collectors/types'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import type { Group } from '../values/options'
import type { Written } from '../values/visit'

/** What a rule may look at. Findings go to `model.report`. */
export interface RuleInput {
  readonly model: Model
  readonly assignments: readonly Assignment[]
  readonly collectors: readonly MadeCollector[]
  /** The declarations of all values. */
  readonly options: Group
  /** What the user says about them. */
  readonly written: readonly Written[]
  readonly releaseInfoName: string
  readonly replacements: readonly Replacement[]
  /** Those that matched somewhere. */
  readonly replaced: ReadonlySet<Replacement>
  /** The collectors' Alloy objects, in their order. */
  readonly alloys: readonly KubernetesObject[]
  /** What the chart installs, and what the operator makes of the Alloy objects: made when asked for. */
  readonly objects: () => readonly KubernetesObject[]
  readonly workloads: () => readonly KubernetesObject[]
}

/** A check that spans units. */
export type Rule = (input: RuleInput) => void
