import { base64 } from '../base/base64'
import { fileName } from '../base/file-name'
import { isRecord, valueAt } from '../base/record'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { cleanText, leftOutMark } from '../share/patterns'
import { splitText } from '../share/redact'
import { printObjects, printValues } from '../yaml/print'
import { readValues } from '../yaml/read'
import { type ExportedFile, type ExportInput, secretFile } from './file'
import { readMe } from './read-me'

/**
 * What the manifests hold: everything as plain Kubernetes objects, or the Alloy objects of which the
 * Alloy Operator makes the rest.
 */
export type ManifestForm = 'workloads' | 'alloy'

export interface ZipInput extends ExportInput {
  /** Name of each ConfigMap to its Alloy text. */
  readonly configs: Readonly<Record<string, string>>
  readonly objects: readonly KubernetesObject[]
  readonly workloads: readonly KubernetesObject[]
  readonly form: ManifestForm
}

/** Shorter texts stand in everything by chance. */
const shortestNeedle = 4

/** Whether an object says any of the secrets, plain, in base64 or with escapes. */
function secretFinder(secrets: readonly string[]): (text: string) => boolean {
  const needles = secrets
    .filter((secret) => secret.length >= shortestNeedle)
    .flatMap((secret) => [secret, base64(secret), JSON.stringify(secret).slice(1, -1)])
  return (text) => needles.some((needle) => text.includes(needle))
}

/** Two objects of one name go into two files. */
class Paths {
  readonly #used = new Set<string>()

  unique(folder: string, name: string): string {
    for (let count = 1; ; count += 1) {
      const path = `${folder}/${name}${count === 1 ? '' : `-${count}`}.yaml`
      const key = path.toLowerCase()
      if (this.#used.has(key)) continue
      this.#used.add(key)
      return path
    }
  }
}

function shownObjects({ form, objects, workloads }: ZipInput): readonly KubernetesObject[] {
  return form === 'alloy'
    ? objects
    : [...objects.filter(({ kind }) => kind !== 'Alloy'), ...workloads]
}

/**
 * The files of the zip, in the order of their paths: `values.yaml`, each collector's
 * `config.alloy`, the manifests with a `kustomization.yaml`, and a `README.md` that says how to use
 * them. Secrets stand in no file but those in `secrets/`. The same input makes the same files.
 */
export function zipFiles(input: ZipInput): readonly ExportedFile[] {
  const { text, secretValues, secrets } = splitText(input.valuesText, input.options)
  const tells = secretFinder(secrets)
  const paths = new Paths()
  paths.unique('secrets', 'values')
  const manifests = shownObjects(input).map((object): ExportedFile => {
    const yaml = printValues(object)
    const secret = object.kind === 'Secret' || tells(yaml)
    const name = fileName(`${object.kind.toLowerCase()}-${object.metadata.name}`)
    return { path: paths.unique(secret ? 'secrets' : 'manifests', name), text: yaml }
  })
  const files: ExportedFile[] = [
    { path: 'values.yaml', text },
    ...secretFile(secretValues),
    ...Object.entries(input.configs).map(([name, config]) => ({
      path: `${fileName(name)}/config.alloy`,
      text: withoutSecrets(config, secrets, tells),
    })),
    ...manifests,
    { path: 'kustomization.yaml', text: kustomization(manifests) },
  ]
  const services = missingServices(input)
  const readme = readMe({ ...input, files, hasSecretValues: secretValues !== undefined, services })
  return [...files, { path: 'README.md', text: readme }].toSorted((left, right) =>
    left.path < right.path ? -1 : left.path > right.path ? 1 : 0,
  )
}

/** A config for reading: what it says of secrets in plain text is marked. */
function withoutSecrets(
  config: string,
  secrets: readonly string[],
  tells: (text: string) => boolean,
): string {
  if (!tells(config)) return config
  const clean = secrets.reduce(
    (rest, secret) =>
      rest
        .replaceAll(secret, leftOutMark)
        .replaceAll(JSON.stringify(secret).slice(1, -1), leftOutMark),
    cleanText(config),
  )
  return clean
}

function kustomization(manifests: readonly ExportedFile[]): string {
  return printObjects([
    {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: manifests.map(({ path }) => path).toSorted(),
    },
  ]).replace(/^---\n/, '')
}

/** The telemetry services that the values deploy and the manifests do not hold. */
function missingServices({ valuesText, objects }: ZipInput): readonly string[] {
  const services = valueAt(readValues(valuesText).values, ['telemetryServices'])
  if (!isRecord(services)) return []
  return Object.entries(services)
    .filter(([, service]) => valueAt(service, ['deploy']) === true)
    .map(([name]) => name)
    .filter((name) => !objects.some(({ metadata }) => metadata.name.includes(name)))
}
