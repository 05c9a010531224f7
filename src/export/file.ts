import type { Option } from '../values/options'
import { printValues } from '../yaml/print'

/** A file to be written: its path with `/` between folders, and its text. */
export interface ExportedFile {
  readonly path: string
  readonly text: string
}

/** Where a release goes; both are names that Kubernetes allows. */
export interface ReleaseTarget {
  readonly release: string
  readonly namespace: string
}

/** What the exports for GitOps start from. */
export interface ExportInput extends ReleaseTarget {
  /** The completed values.yaml. */
  readonly valuesText: string
  /** Every option of the values. */
  readonly options: Option
}

/** The part of the values that holds secrets; it belongs into no repository. */
export const secretValuesPath = 'secrets/values.yaml'

/** That part as a file, if there is one. */
export function secretFile(
  secretValues: Readonly<Record<string, unknown>> | undefined,
): readonly ExportedFile[] {
  return secretValues ? [{ path: secretValuesPath, text: printValues(secretValues) }] : []
}
