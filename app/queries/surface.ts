import type {
  Collector,
  Command,
  ComponentPlace,
  Decision,
  Diagnostic,
  ExportedFile,
  MatrixChange,
  Note,
  Option,
  Values,
  YamlProblem,
} from '../../src/index'

export type {
  AppliedRecipe,
  Catalog,
  Collector,
  ComponentPlace,
  Decision,
  DestinationMatrix,
  DestinationSecret,
  Diagnostic,
  Edit,
  ExportedFile,
  FeatureFacts,
  Fix,
  Group,
  LiveCheck,
  ManifestForm,
  MatrixCell,
  MatrixChange,
  MatrixRow,
  NamedSection,
  Option,
  OutsideSecret,
  Path,
  RecipeFacts,
  RecipeStep,
  RedactedText,
  SecretForm,
  Severity,
  Shared,
  UnitFacts,
  Values,
  YamlProblem,
} from '../../src/index'

type OptionOf<T extends Option['type']> = Extract<Option, { type: T }>
export type Flag = OptionOf<'boolean'>
export type Text = OptionOf<'string'>
export type Count = OptionOf<'number'>
export type Choice = OptionOf<'choice'>
export type List = OptionOf<'list'>
export type Dictionary = OptionOf<'map'>
export type Variant = OptionOf<'variant'>
export type TextFormat = NonNullable<Text['format']>

/** Where the release goes: what `helm install RELEASE --namespace NAMESPACE` says. */
export interface ReleaseNames {
  readonly release: string
  readonly namespace: string
}

/** Choices as read from text. */
export interface Read {
  /** What the text says; nothing while a problem is an error. */
  readonly values: Values
  readonly problems: readonly YamlProblem[]
}

/** Choices after edits. */
export interface Edited {
  readonly text: string
  readonly values: Values
}

/** What edits would do, were they made. */
export interface Foreseen {
  readonly changes: readonly MatrixChange[]
  /** Findings that would come up. */
  readonly raised: readonly Diagnostic[]
  /** Findings that would be gone. */
  readonly settled: readonly Diagnostic[]
}

/** All that the page shows of choices. */
export interface Output extends ReleaseNames {
  /** The choices that this was made of. */
  readonly source: string
  /** The completed values.yaml, the user's comments and order kept. */
  readonly text: string
  readonly values: Values
  readonly decisions: readonly Decision[]
  readonly configs: Readonly<Record<string, string>>
  readonly places: Readonly<Record<string, readonly ComponentPlace[]>>
  readonly collectors: readonly Collector[]
  readonly diagnostics: readonly Diagnostic[]
}

/** One manifest, printed. */
export interface Manifest {
  readonly kind: string
  readonly name: string
  readonly namespace?: string
  /** The chart's own, or what the Alloy Operator makes of an Alloy object. */
  readonly madeBy: 'chart' | 'operator'
  readonly text: string
}

/** Lines of a text, one-based, both ends in. */
export interface Lines {
  readonly startLine: number
  readonly endLine: number
}

/** Values brought to this chart, with a note for each thing that moved, changed or is gone. */
export interface UpgradedText {
  readonly from: 1 | 2 | 3 | 4
  readonly text: string
  readonly notes: readonly Note[]
}

/** What a link held: choices as text, or why they cannot be taken. */
export type Opened =
  | { readonly text: string; readonly names: Partial<ReleaseNames> }
  | { readonly problem: string }

/** How to install with one tool. Files in `secrets/` belong into no repository. */
export interface Recipe {
  readonly tool: 'helm' | 'argoCd' | 'flux' | 'terraform'
  readonly commands: readonly Command[]
  readonly files: readonly ExportedFile[]
}
