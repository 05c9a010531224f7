import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ExportedFile } from '../export/file'
import { type ZipInput, zipFiles } from '../export/zip'
import { type Generated, generate } from '../generate'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { valuesOptions } from '../options'
import { printValues } from '../yaml/print'
import { readValues } from '../yaml/read'

/** Where the releases of tests go. */
export const target = { release: 'mine', namespace: 'monitoring' } as const

/** The zip of some values, and what it was made of. */
export function tryZip(
  values: object | string,
  parts: Partial<Pick<ZipInput, 'form' | 'secretForm'>> = {},
): { readonly files: readonly ExportedFile[]; readonly generated: Generated } {
  const valuesText = typeof values === 'string' ? values : printValues(values)
  const generated = generate(readValues(valuesText).values, target)
  const { configs, objects, workloads } = generated
  const input = { ...target, valuesText, options: valuesOptions, configs, objects, workloads }
  return { files: zipFiles({ ...input, form: 'workloads', ...parts }), generated }
}

/** Whether there is a kubectl to ask. */
export function hasKubectl(): boolean {
  try {
    execFileSync('kubectl', ['kustomize', '--help'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What `kubectl kustomize` makes of files. */
export function kustomized(files: readonly ExportedFile[]): readonly KubernetesObject[] {
  const folder = mkdtempSync(join(tmpdir(), 'kustomized-'))
  try {
    for (const { path, text } of files) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    const built = execFileSync('kubectl', ['kustomize', folder], { encoding: 'utf8' })
    return built.split(/^---\n/m).map((text) => readValues(text).values as KubernetesObject)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
