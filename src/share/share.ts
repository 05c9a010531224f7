import { isRecord, setOwn } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import type { Option } from '../values/options'
import { redact } from './redact'

/** The form of what a link carries; a later form gets a later number. */
export const shareVersion = 1

/** What a link carries, as plain JSON. */
export interface Shared {
  readonly version: typeof shareVersion
  /** The choices, secrets left out. */
  readonly values: Readonly<Record<string, unknown>>
  readonly release?: string
  readonly namespace?: string
}

/**
 * How {@link Shared} becomes the text of a link and comes back: JSON, deflate-raw, base64url. The
 * browser does that, outside the core. `decode` may reject; what it resolves to is not to be
 * trusted, and goes through {@link fromShared}.
 */
export interface ShareCodec {
  encode(shared: Shared): Promise<string>
  decode(text: string): Promise<unknown>
}

export type ShareProblemCode =
  | 'share.not-ours'
  | 'share.newer'
  | 'share.too-large'
  | 'share.release'

export type OpenedShare =
  | {
      readonly ok: true
      readonly values: Record<string, unknown>
      readonly release?: string
      readonly namespace?: string
    }
  | { readonly ok: false; readonly code: ShareProblemCode; readonly message: string }

/** No values of a chart come near these. */
const limits = { depth: 60, entries: 20_000, characters: 500_000 }

/** The choices as a link carries them, and the paths at which a secret was left out. */
export function toShared(
  values: unknown,
  root: Option,
  names: { readonly release?: string; readonly namespace?: string } = {},
): { shared: Shared; leftOut: readonly Path[] } {
  const redacted = redact(values, root)
  const shared: Shared = {
    version: shareVersion,
    values: isRecord(redacted.values) ? redacted.values : {},
    ...(names.release !== undefined && { release: names.release }),
    ...(names.namespace !== undefined && { namespace: names.namespace }),
  }
  return { shared, leftOut: redacted.leftOut }
}

/** Thrown and caught in this file only. */
class TooLarge extends Error {}

/** A copy of plain JSON that can be trusted in size and kind. */
function checkedCopy(root: unknown): unknown {
  let entries = 0
  let characters = 0
  const count = (text: string) => {
    characters += text.length
    if (characters > limits.characters) throw new TooLarge()
    return text
  }
  const visit = (value: unknown, depth: number): unknown => {
    entries += 1
    if (depth > limits.depth || entries > limits.entries) throw new TooLarge()
    if (Array.isArray(value)) return value.map((item) => visit(item, depth + 1))
    if (isRecord(value)) {
      const out: Record<string, unknown> = {}
      for (const [key, item] of Object.entries(value))
        setOwn(out, count(key), visit(item, depth + 1))
      return out
    }
    if (typeof value === 'string') return count(value)
    if (typeof value === 'number') return Number.isFinite(value) ? value : null
    return typeof value === 'boolean' ? value : null
  }
  return visit(root, 0)
}

const namePattern = /^[a-z0-9](?:[-a-z0-9.]{0,61}[a-z0-9])?$/

function refuse(code: ShareProblemCode, message: string): OpenedShare {
  return { ok: false, code, message }
}

/** What a link carries, checked: it may be cut off, of a later form, or forged. Never throws. */
export function fromShared(payload: unknown): OpenedShare {
  if (!isRecord(payload) || typeof payload.version !== 'number') {
    return refuse('share.not-ours', 'This link is damaged or was not made by this page.')
  }
  if (payload.version > shareVersion) {
    return refuse(
      'share.newer',
      'This link was made by a newer version of this page. Reload and try again.',
    )
  }
  if (payload.version !== shareVersion || !isRecord(payload.values)) {
    return refuse('share.not-ours', 'This link is damaged or was not made by this page.')
  }
  for (const name of ['release', 'namespace'] as const) {
    const given = payload[name]
    if (given !== undefined && !(typeof given === 'string' && namePattern.test(given))) {
      return refuse(
        'share.release',
        `The ${name} in this link is not a name that Kubernetes allows.`,
      )
    }
  }
  try {
    return {
      ok: true,
      values: checkedCopy(payload.values) as Record<string, unknown>,
      ...(typeof payload.release === 'string' && { release: payload.release }),
      ...(typeof payload.namespace === 'string' && { namespace: payload.namespace }),
    }
  } catch {
    return refuse(
      'share.too-large',
      'What this link carries is too large to be choices of this page.',
    )
  }
}
