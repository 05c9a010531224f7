import { isRecord, valueAt } from '../base/record'
import { removeIn, setIn } from '../base/tree'
import type { Path } from '../diagnostics/diagnostic'

/**
 * What happened to a setting: it stands elsewhere now, means or does something else, is gone, was
 * written out since its default changed, or needs the user's own eye.
 */
export type NoteKind = 'moved' | 'changed' | 'dropped' | 'added' | 'check'

/** One thing that an upgrade did, or left to the user. */
export interface Note {
  readonly kind: NoteKind
  /** Where it stood; absent for what is new. */
  readonly from?: Path
  /** Where it stands now; absent for what is gone. */
  readonly to?: Path
  /** A plain sentence or two. */
  readonly message: string
}

export type Tree = Readonly<Record<string, unknown>>

/** Values on their way from one major to the next, with the notes about it. */
export class Draft {
  readonly notes: Note[]
  #values: unknown

  constructor(values: Tree, notes: Note[]) {
    this.#values = values
    this.notes = notes
  }

  get values(): Tree {
    return isRecord(this.#values) ? this.#values : {}
  }

  at(path: Path): unknown {
    return valueAt(this.#values, path)
  }

  /** What stands at a path if it is a map, else an empty one. */
  map(path: Path): Tree {
    const value = this.at(path)
    return isRecord(value) ? value : {}
  }

  set(path: Path, value: unknown): void {
    if (value !== undefined) this.#values = setIn(this.#values, path, value)
  }

  /** Sets what is not there yet. */
  fill(path: Path, value: unknown): void {
    if (this.at(path) === undefined) this.set(path, value)
  }

  remove(path: Path): void {
    this.#values = removeIn(this.#values, path)
  }

  take(path: Path): unknown {
    const value = this.at(path)
    this.remove(path)
    return value
  }

  note(note: Note): void {
    this.notes.push(note)
  }

  /** Moves a value as it is, and says so. */
  move(from: Path, to: Path, message: string): boolean {
    const value = this.take(from)
    if (value === undefined) return false
    this.set(to, value)
    this.note({ kind: 'moved', from, to, message })
    return true
  }

  drop(from: Path, message: string): boolean {
    if (this.take(from) === undefined) return false
    this.note({ kind: 'dropped', from, message })
    return true
  }
}

/** Whether a switch is on, given its default. */
export function isOn(value: unknown, otherwise: boolean): boolean {
  return value === undefined || value === null ? otherwise : value === true
}

/** A map without the keys that hold nothing. */
export function withoutGaps(map: Tree): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(map).filter(
      ([, value]) => value !== undefined && !(isRecord(value) && Object.keys(value).length === 0),
    ),
  )
}
