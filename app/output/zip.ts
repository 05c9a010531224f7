import { core } from '../queries/core'
import type { ManifestForm, ReleaseNames, SecretForm } from '../queries/surface'

/** Everything in one archive; the packer comes along only when it is wanted. */
export async function makeZip(
  source: string,
  names: ReleaseNames,
  form: ManifestForm,
  secretForm: SecretForm = 'manifests',
): Promise<{ blob: Blob; paths: readonly string[] }> {
  const [{ default: JsZip }, files] = await Promise.all([
    import('jszip'),
    core.zipFiles(source, names, form, secretForm),
  ])
  const zip = new JsZip()
  // One fixed date, so that the same choices make the same archive.
  const date = new Date('2020-01-01T00:00:00Z')
  for (const { path, text } of files) zip.file(path, text, { date, createFolders: false })
  const blob = await zip.generateAsync({ type: 'blob', compression: 'DEFLATE' })
  return { blob, paths: files.map(({ path }) => path) }
}
