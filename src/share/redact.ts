import { leftOutData, leftOutMark } from '../base/left-out'
import { isRecord, setOwn, valueAt } from '../base/record'
import { removeIn, sameTree, setIn } from '../base/tree'
import type { Edit, Path } from '../diagnostics/diagnostic'
import type { Option } from '../values/options'
import { optionBelow } from '../values/schema'
import { commentsOf } from '../yaml/comments'
import { editValues } from '../yaml/edit'
import { printValues } from '../yaml/print'
import { readValues } from '../yaml/read'
import { cleanText, isSecretHeader, isSecretName, isSecretVariable } from './patterns'

/** Values without secrets. */
export interface Redacted {
  /** The same tree, with {@link leftOutMark} in the place of each secret. */
  readonly values: unknown
  /** Where something was left out. */
  readonly leftOut: readonly Path[]
}

/** Whether a secret is looked for elsewhere; an ordinary word would be found where it means nothing. */
function isTelling(secret: string): boolean {
  const text = secret.trim()
  return text.length >= 6 && !/^[a-z-]{1,15}$/.test(text)
}

/** Kept with the secrets, but no proof of anything: they may well be said elsewhere. */
const identityName = /^(?:username|tenantId|clientId|ca|cert)$/

const deepest = 100

/** What is known of the place at which a value stands. */
interface Place {
  readonly option: Option | undefined
  /** The key that names the value; an item of a list is named by the list. */
  readonly name: string
  /** Below something that an option declares as a secret. */
  readonly declared?: boolean
  /** In `data` or `stringData` of a Secret. */
  readonly inSecret?: 'data' | 'stringData'
  readonly inHeaders?: boolean
}

const isDeclared = ({ option, declared }: Place): boolean => declared || option?.secret || false

class Redaction {
  readonly leftOut: Path[] = []
  readonly #secrets = new Set<string>()

  clean(value: unknown, place: Place, path: Path): unknown {
    if (path.length > deepest) return null
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        this.clean(
          item,
          {
            ...place,
            option: place.option && optionBelow(place.option, index, value),
            declared: isDeclared(place),
          },
          [...path, index],
        ),
      )
    }
    if (isRecord(value)) return this.#cleanMap(value, place, path)
    if (typeof value !== 'string' && typeof value !== 'number') return value
    return this.#cleanScalar(value, place, path)
  }

  #cleanMap(map: Record<string, unknown>, place: Place, path: Path): Record<string, unknown> {
    const out: Record<string, unknown> = {}
    const isSecret = map.kind === 'Secret'
    const variable = typeof map.name === 'string' && isSecretVariable(map.name)
    for (const [key, item] of Object.entries(map)) {
      const inner: Place = {
        option: place.option && optionBelow(place.option, key, map),
        declared: isDeclared(place),
        name: variable && key === 'value' ? 'password' : key,
        inHeaders: /headers?$/i.test(place.name),
        ...((place.inSecret ?? (isSecret && (key === 'data' || key === 'stringData')))
          ? { inSecret: place.inSecret ?? (key === 'data' ? 'data' : 'stringData') }
          : {}),
      }
      setOwn(out, key, this.clean(item, inner, [...path, key]))
    }
    return out
  }

  #isSecret(value: string | number, place: Place): boolean {
    const { option, name, inSecret, inHeaders } = place
    if (isDeclared(place) || inSecret) return true
    if (inHeaders && isSecretHeader(name)) return true
    // An expression that is nothing but a literal says the secret itself.
    if (/From$/.test(name) && (inHeaders || isSecretName(name.replace(/From$/, '')))) {
      return /^\s*(?:"[^"]+"|`[^`]+`)\s*$/.test(String(value))
    }
    if (option && /Key$/.test(name)) return false
    return isSecretName(name)
  }

  #cleanScalar(value: string | number, place: Place, path: Path): unknown {
    if (value === '' || value === leftOutMark) return value
    if (this.#isSecret(value, place)) {
      this.#remember(
        place.name,
        /From$/.test(place.name) ? String(value).trim().slice(1, -1) : String(value),
      )
      this.leftOut.push(path)
      if (/From$/.test(place.name)) return `"${leftOutMark}"`
      return place.inSecret === 'data' ? leftOutData : leftOutMark
    }
    if (typeof value === 'number') return value
    const cleaned = cleanText(value, (secret) => this.#secrets.add(secret))
    if (cleaned === value) return value
    this.#readObjects(value)
    this.leftOut.push(path)
    return cleaned
  }

  #remember(name: string, secret: string): void {
    if (!identityName.test(name)) this.#secrets.add(secret)
  }

  /** The secrets in a Secret that is written as text. */
  #readObjects(text: string): void {
    const { values } = readValues(text)
    if (isRecord(values) && values.kind === 'Secret') {
      const inner = new Redaction()
      inner.clean(values, { option: undefined, name: '' }, [])
      for (const secret of inner.#secrets) this.#secrets.add(secret)
    }
  }

  /** The secrets that were found, wherever else they are repeated. */
  cleanEchoes(value: unknown, path: Path): unknown {
    const secrets = this.echoes
    if (secrets.length === 0 || path.length > deepest) return value
    if (Array.isArray(value)) {
      return value.map((item, index) => this.cleanEchoes(item, [...path, index]))
    }
    if (isRecord(value)) {
      const out: Record<string, unknown> = {}
      for (const [key, item] of Object.entries(value)) {
        setOwn(out, this.withoutEchoes(key), this.cleanEchoes(item, [...path, key]))
      }
      return out
    }
    if (typeof value !== 'string') return value
    const cleaned = this.withoutEchoes(value)
    if (cleaned !== value) this.leftOut.push(path)
    return cleaned
  }

  get echoes(): readonly string[] {
    return [...this.#secrets].filter(isTelling)
  }

  withoutEchoes(text: string): string {
    return this.echoes.reduce((rest, secret) => rest.replaceAll(secret, leftOutMark), text)
  }
}

function redaction(values: unknown, root: Option): { redacted: Redacted; found: Redaction } {
  const found = new Redaction()
  const cleaned = found.clean(values, { option: root, name: '' }, [])
  const all = found.cleanEchoes(cleaned, [])
  const seen = new Set<string>()
  const leftOut = found.leftOut.filter((path) => {
    const key = JSON.stringify(path)
    return !seen.has(key) && seen.add(key)
  })
  return { redacted: { values: all, leftOut }, found }
}

/**
 * Values without secrets: what an option declares as one, what its name or form gives away (keys,
 * tokens, headers, environment variables, Secrets, URLs with a password, private keys), and every
 * repetition of those. A mark takes each one's place, so that the configs keep their form.
 */
export function redact(values: unknown, root: Option): Redacted {
  return redaction(values, root).redacted
}

/** Text that can be stored. */
export interface RedactedText {
  /** `undefined` for a text with errors, in which nobody can tell what is a secret. */
  readonly text: string | undefined
  readonly leftOut: readonly Path[]
}

function cleanComments(text: string, found: Redaction): string {
  let out = text
  for (const { start, end } of commentsOf(text).toReversed()) {
    const comment = text.slice(start, end)
    const cleaned = cleanText(found.withoutEchoes(comment))
    if (cleaned !== comment) {
      const marked = cleaned.startsWith('#') ? cleaned : `# ${leftOutMark}`
      out = out.slice(0, start) + marked + out.slice(end)
    }
  }
  return out
}

function isPlainFile(text: string): boolean {
  const { problems } = readValues(text)
  return problems.length === 0 && !/<<\s*:|^---|^\.\.\.|(?:^|[\s,[{])[&*!]\w/m.test(text)
}

/**
 * The user's text without secrets, comments included; everything else stays as it was written. Where
 * the text says more than its values (a key twice, references, several documents), only the
 * values are kept.
 */
export function redactText(text: string, root: Option): RedactedText {
  const { values, problems } = readValues(text)
  if (problems.some((problem) => problem.severity === 'error')) {
    return { text: undefined, leftOut: [] }
  }
  const { redacted, found } = redaction(values, root)
  const { leftOut } = redacted
  if (!isPlainFile(text)) {
    const open = leftOut.length === 0 && problems.length === 0 && cleanText(text) === text
    // What a merge hides is in no value, so nobody has looked at it.
    const shown = open && !text.includes('<<')
    return { text: shown ? text : printValues(redacted.values), leftOut }
  }
  const edits = leftOut.map((path): Edit => ({ path, value: valueAt(redacted.values, path) }))
  const edited = cleanComments(editValues(text, edits), found)
  return {
    text: sameTree(readValues(edited).values, redacted.values)
      ? edited
      : printValues(redacted.values),
    leftOut,
  }
}

/** Values in two parts, which Helm merges into the whole again. */
export interface SplitText {
  /** The user's text without anything that holds a secret. */
  readonly text: string
  /** Only what was taken out; `undefined` when nothing was. */
  readonly secretValues: Record<string, unknown> | undefined
  /** What was taken out. */
  readonly parts: readonly Path[]
  /** The secrets themselves, as far as they are telling enough to be looked for elsewhere. */
  readonly secrets: readonly string[]
}

/**
 * Takes out of the text what holds secrets, for files that go into a repository. The rest and
 * `secretValues`, given to Helm one after the other, are the same values. A list goes as a whole,
 * since Helm does not merge lists.
 */
export function splitText(text: string, root: Option): SplitText {
  const { values } = readValues(text)
  const { redacted, found } = redaction(values, root)
  const parts = new Map<string, Path>()
  for (const path of redacted.leftOut) {
    const list = path.findIndex((key) => typeof key === 'number')
    const part = list < 0 ? path : path.slice(0, list)
    parts.set(JSON.stringify(part), part)
  }
  const paths = [...parts.values()].filter((path) => path.length > 0)
  const rest = paths.reduce<unknown>(removeIn, values)
  const edits = paths.map((path): Edit => ({ path, remove: true }))
  const edited = isPlainFile(text) ? cleanComments(editValues(text, edits), found) : ''
  const clean = sameTree(readValues(edited).values, rest) ? edited : printValues(rest)
  const secretValues = paths.reduce<unknown>(
    (all, path) => setIn(all, path, valueAt(values, path)),
    undefined,
  )
  return {
    text: paths.length === 0 && isPlainFile(text) ? cleanComments(text, found) : clean,
    secretValues: isRecord(secretValues) ? secretValues : undefined,
    parts: paths,
    secrets: found.echoes,
  }
}
