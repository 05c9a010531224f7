import { core } from '../queries/core'
import type { Opened, Path } from '../queries/surface'
import type { Snapshot } from '../store/choices'

const start = '#s='

/** More compressed text than any link of ours holds. */
const longestPayload = 400_000
/** More JSON than any choices come to; a bomb is cut off here. */
const longestJson = 2_000_000

const notOurs = 'This link is damaged or was not made by this page.'

async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  through: GenericTransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes])
    .stream()
    .pipeThrough(through as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>)
  const parts: BlobPart[] = []
  let size = 0
  for await (const part of stream) {
    size += part.byteLength
    if (size > longestJson) throw new Error('too large')
    parts.push(part)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** Whether an address carries choices. */
export function hasLink(hash: string): boolean {
  return hash.startsWith(start)
}

/** The page's address with the choices in its fragment, which no browser sends to a server; and what was left out. */
export async function makeLink({
  text,
  release,
  namespace,
}: Snapshot): Promise<{ url: string; leftOut: readonly Path[] }> {
  const { shared, leftOut } = await core.share(text, { release, namespace })
  const json = new TextEncoder().encode(JSON.stringify(shared))
  const packed = await pipe(new Uint8Array(json), new CompressionStream('deflate-raw'))
  const { origin, pathname } = globalThis.location
  return { url: `${origin}${pathname}${start}${toBase64Url(packed)}`, leftOut }
}

/** The choices in an address. What is in there is anybody’s text: everything is checked, nothing is thrown. */
export async function openLink(hash: string): Promise<Opened> {
  const payload = hash.slice(start.length)
  if (payload.length > longestPayload)
    return { problem: 'What this link carries is too large to be choices of this page.' }
  try {
    const bytes = await pipe(fromBase64Url(payload), new DecompressionStream('deflate-raw'))
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return await core.openShared(parsed)
  } catch {
    return { problem: notOurs }
  }
}
