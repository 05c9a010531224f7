export { fileName } from './base/file-name'
export { leftOutPaths } from './base/left-out'
export { isRecord, valueAt } from './base/record'
export { removeIn, setIn } from './base/tree'
export type { Catalog, FeatureFacts, RecipeFacts, UnitFacts } from './catalog'
export { catalog } from './catalog'
export type { Collector } from './collectors/describe'
export type { Decision, Values } from './complete'
export { adoptDecisions, complete } from './complete'
export type { Code } from './diagnostics/codes'
export type { Diagnostic, Edit, Fix, Path, Severity } from './diagnostics/diagnostic'
export { argoCd } from './export/argo-cd'
export { type DestinationSecret, destinationSecret } from './export/destination-secret'
export type { ExportedFile, ExportInput, ReleaseTarget } from './export/file'
export { flux, fluxSecretCommand } from './export/flux'
export { type Command, helmCommands, verifyCommands } from './export/helm'
export {
  type OutsideSecret,
  type OutsideSecrets,
  outsideSecrets,
  secretCommand,
  secretCommands,
} from './export/outside-secrets'
export { terraform } from './export/terraform'
export { type ManifestForm, type SecretForm, type ZipInput, zipFiles } from './export/zip'
export type { ComponentPlace, Generated } from './generate'
export { generate } from './generate'
export { type LiveCheck, liveChecks } from './live-checks'
export type { KubernetesObject } from './manifests/kubernetes-object'
export {
  type DestinationMatrix,
  destinationMatrix,
  type MatrixCell,
  type MatrixChange,
  type MatrixDestination,
  type MatrixRow,
  matrixChanges,
} from './matrix'
export { type AppliedRecipe, applyRecipe, type RecipeStep } from './recipes'
export { type NamedSection, namedAt, removeUnit, renameUnit } from './rename'
export { type Redacted, type RedactedText, redact, redactText } from './share/redact'
export type { OpenedShare, ShareCodec, Shared, ShareProblemCode } from './share/share'
export { fromShared, toShared } from './share/share'
export type { Note, NoteKind } from './upgrade/draft'
export { type ChartMajor, chartMajor, type Upgraded, upgrade } from './upgrade/upgrade'
export type { Group, Option } from './values/options'
export { jsonSchemaOf, optionAt, optionBelow, type UnknownKey, unknownKeys } from './values/schema'
export { editValues } from './yaml/edit'
export { printObjects, printValues } from './yaml/print'
export type { YamlProblem, YamlProblemCode } from './yaml/problem'
export { type ReadValues, readValues } from './yaml/read'
export type { Place, SourceMap, TextRange } from './yaml/source-map'
export { pathAt, pathRange, sourceMap } from './yaml/source-map'
