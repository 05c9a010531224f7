import JsZip from 'jszip'
import type { ExportedFile } from '../src/index'

/** Files as one archive; the same files make the same bytes. */
export function packed(files: readonly ExportedFile[]): Promise<Uint8Array> {
  const zip = new JsZip()
  const date = new Date('2020-01-01T00:00:00Z')
  for (const { path, text } of files) zip.file(path, text, { date, createFolders: false })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
