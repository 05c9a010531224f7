import { leftOutMark } from '../base/left-out'
import { generate } from '../generate'
import { cleanText } from '../share/patterns'
import { redact, splitText } from '../share/redact'
import { readValues } from '../yaml/read'
import { type ExportedFile, type ExportInput, secretFile } from './file'
import { type ManifestForm, manifestFiles, type Release, type SecretForm } from './manifests'
import { outsideSecrets } from './outside-secrets'
import { readMe } from './read-me'

export type { ManifestForm, SecretForm } from './manifests'

export interface ZipInput extends ExportInput, Release {
  readonly form: ManifestForm
  /** How the cluster gets its Secrets; as manifests unless told otherwise. */
  readonly secretForm?: SecretForm
}

/** A text without the secrets that are known, and without what looks like one. */
function masked(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (rest, secret) =>
      rest
        .replaceAll(secret, leftOutMark)
        .replaceAll(JSON.stringify(secret).slice(1, -1), leftOutMark),
    cleanText(text),
  )
}

/**
 * The files of the zip, in the order of their paths: `values.yaml`, a `kustomization.yaml` with each
 * collector, its config and all other objects, and a `README.md` that says how to use them. The same
 * input makes the same files.
 *
 * Secrets stand in no file but those in `secrets/`, and in none at all unless `secretForm` is
 * `manifests`.
 */
export function zipFiles(input: ZipInput): readonly ExportedFile[] {
  const { release, namespace, form, secretForm = 'manifests', valuesText, options } = input
  const { text, secretValues, secrets } = splitText(valuesText, options)
  const redacted = redact(readValues(valuesText).values, options).values
  const manifests = manifestFiles({
    namespace,
    form,
    secretForm,
    release: input,
    clean: generate(redacted, { release, namespace }),
    mask: (one) => masked(one, secrets),
  })
  const outside = secretForm === 'manifests' ? undefined : outsideSecrets(input)
  const files: ExportedFile[] = [
    { path: 'values.yaml', text: outside?.text ?? text },
    ...(outside ? [] : secretFile(secretValues)),
    ...manifests.files,
  ]
  const readme = readMe({
    ...{ release, namespace, form, secretForm, files, manifests },
    alloyObjects: input.objects.filter(({ kind }) => kind === 'Alloy'),
    workloads: input.workloads,
    configs: input.configs,
    leftOut: outside?.parts ?? [],
  })
  return [...files, { path: 'README.md', text: readme }].toSorted((left, right) =>
    left.path < right.path ? -1 : left.path > right.path ? 1 : 0,
  )
}
