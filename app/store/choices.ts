import { replaceEqualDeep } from '@tanstack/react-query'
import { type TemporalState, temporal } from 'zundo'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isRecord, removeIn, setIn } from '../../src/index'
import { core } from '../queries/core'
import type {
  Edit,
  Edited,
  NamedSection,
  Read,
  ReleaseNames,
  Values,
  YamlProblem,
} from '../queries/surface'
import { tell } from './notices'

/** What the store asks of the core; the page gives the worker, a test gives the core itself. */
export interface ChoicesCore {
  read(text: string): Promise<Read>
  edit(text: string, edits: readonly Edit[]): Promise<Edited>
  renamed(text: string, section: NamedSection, from: string, to: string): Promise<Edited>
  removed(text: string, section: NamedSection, name: string): Promise<Edited>
}

/** What undo brings back. */
export interface Snapshot extends ReleaseNames {
  /** The user's choices as YAML, comments and all: the one state of the product. */
  readonly text: string
}

/** Text of the YAML editor that does not parse yet; the choices stay as they were. */
export interface Draft {
  readonly text: string
  readonly problems: readonly YamlProblem[]
}

export interface Choices extends Snapshot {
  /** What the text says, edits that are still on their way to it included. */
  readonly values: Values
  readonly draft: Draft | null
  /** Grows whenever something other than a form changed the choices, so that fields drop what was half typed. */
  readonly epoch: number
  /** Change choices; edits are carried out in order, none is lost. `group` joins a run of typing into one step of undo. */
  edit(edits: readonly Edit[], group?: string): Promise<void>
  /** Takes a destination, processor or collector away, and its name out of lists that hold others. */
  removeUnit(section: NamedSection, name: string): Promise<void>
  /** Calls a destination, processor or collector otherwise, wherever it is named. */
  renameUnit(section: NamedSection, from: string, to: string): Promise<void>
  /**
   * Text from the YAML editor: it becomes the choices when it parses, else the draft. False for a
   * text too long to be values: nothing has changed then.
   */
  type(text: string): Promise<boolean>
  dropDraft(): void
  /** Replace everything, as a template, a file or a link does. Text that does not parse changes nothing; the answer says why. */
  replace(text: string, names?: Partial<ReleaseNames>): Promise<readonly YamlProblem[]>
  rename(names: Partial<ReleaseNames>): void
  /** Takes the last step back, after what is still under way. */
  undo(): Promise<void>
  redo(): Promise<void>
}

export const blank: Snapshot = {
  text: '',
  release: 'k8s-monitoring',
  namespace: 'monitoring',
}

/** Whether a text cannot be taken; warnings do not stand in the way. */
export function isBroken(problems: readonly YamlProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

export type ChoicesStore = ReturnType<typeof createChoices>

const groupPause = 1500

/** Characters; the core reads no longer text, and no values come near it. */
export const longest = 1_000_000

/** Edits that go to the core together. */
interface Batch {
  readonly edits: Edit[]
  readonly group: string | undefined
  at: number
  begun: boolean
  done: Promise<void>
}

/** What an edit will make of the values, before the core has put it into the text. */
function foresee(values: Values, edit: Edit): Values {
  const after =
    'remove' in edit ? removeIn(values, edit.path) : setIn(values, edit.path, edit.value)
  return isRecord(after) ? after : {}
}

/** Whether a value alone is longer than all values may be; the core is spared it. */
function isOverlong(edit: Edit): boolean {
  return 'value' in edit && typeof edit.value === 'string' && edit.value.length > longest
}

/** The choices and their history. */
export function createChoices(source: ChoicesCore, now: () => number = () => performance.now()) {
  let queue: Promise<unknown> = Promise.resolve()
  const pending: Batch[] = []
  let group: { key: string; at: number } | undefined
  let joins = false

  /** Runs one change after the other: each sees the text that the one before it left. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = queue.then(task, task)
    queue = turn.catch(() => undefined)
    return turn
  }

  /** Values that came from the core, with the edits on top that are still on their way to it. */
  function settle(values: Values): Values {
    const foreseen = pending.flatMap(({ edits }) => edits).reduce(foresee, values)
    return replaceEqualDeep(store.getState().values, foreseen)
  }

  /** Fields forget what was pasted into them; the choices stay. */
  function tooLong(): void {
    store.setState({ epoch: store.getState().epoch + 1 })
    tell({
      id: 'too-long',
      kind: 'error',
      title: 'That was too long, so it was not taken',
      lines: ['Values of this chart stay far below a million characters. Your work is as it was.'],
    })
  }

  /** Whether this change belongs to the step of undo before it. */
  function join(key: string | undefined, at: number): void {
    joins = key !== undefined && group?.key === key && at - group.at < groupPause
    group = key === undefined ? undefined : { key, at }
  }

  const store = createStore<Choices>()(
    temporal(
      (set, get) => ({
        ...blank,
        values: {},
        draft: null,
        epoch: 0,
        edit(edits, key) {
          if (get().draft !== null) return Promise.resolve()
          if (edits.some(isOverlong)) {
            tooLong()
            return Promise.resolve()
          }
          set({ values: edits.reduce(foresee, get().values) })
          const last = pending.at(-1)
          if (last && !last.begun && last.group === key && key !== undefined) {
            last.edits.push(...edits)
            last.at = now()
            return last.done
          }
          const batch: Batch = {
            edits: [...edits],
            group: key,
            at: now(),
            begun: false,
            done: Promise.resolve(),
          }
          pending.push(batch)
          batch.done = inTurn(async () => {
            batch.begun = true
            const before = get().text
            const after = await source
              .edit(before, batch.edits)
              .finally(() => pending.splice(pending.indexOf(batch), 1))
            const refused = after.text.length > longest
            const text = refused ? before : after.text
            const values = refused ? (await source.read(before)).values : after.values
            join(key, batch.at)
            set({ text, values: settle(values) })
            if (refused) tooLong()
          })
          return batch.done
        },
        renameUnit: (section, from, to) =>
          rework((text) => source.renamed(text, section, from, to)),
        removeUnit: (section, name) => rework((text) => source.removed(text, section, name)),
        type(text) {
          const at = now()
          return inTurn(async () => {
            const before = get()
            if (text === before.text) {
              if (before.draft) set({ draft: null })
              return true
            }
            if (text.length > longest) {
              tooLong()
              return false
            }
            const { values, problems } = await source.read(text)
            join('yaml', at)
            if (isBroken(problems)) set({ draft: { text, problems } })
            else {
              set({
                text,
                values: settle(values),
                draft: null,
                epoch: before.epoch + 1,
              })
            }
            return true
          })
        },
        dropDraft() {
          set({ draft: null })
        },
        replace(text, names) {
          return inTurn(async () => {
            if (text.length > longest) {
              tooLong()
              return []
            }
            const { values, problems } = await source.read(text)
            if (isBroken(problems)) return problems
            join(undefined, now())
            set({ text, values: settle(values), draft: null, epoch: get().epoch + 1, ...names })
            return []
          })
        },
        rename(names) {
          join(`names:${Object.keys(names).join()}`, now())
          set(names)
        },
        undo: () => travel('undo'),
        redo: () => travel('redo'),
      }),
      {
        limit: 200,
        partialize: ({ text, release, namespace }): Snapshot => ({ text, release, namespace }),
        equality: (a, b) =>
          a.text === b.text && a.release === b.release && a.namespace === b.namespace,
        handleSet: (save) => (past, replace, current, delta) => {
          if (joins) joins = false
          else (save as (...all: unknown[]) => void)(past, replace, current, delta)
        },
      },
    ),
  )

  /** A change that the core works out from the whole text; a step of undo of its own. */
  function rework(change: (text: string) => Promise<Edited>): Promise<void> {
    const at = now()
    if (store.getState().draft !== null) return Promise.resolve()
    return inTurn(async () => {
      const before = store.getState()
      const after = await change(before.text)
      if (after.text === before.text) return
      join(undefined, at)
      store.setState({ text: after.text, values: settle(after.values) })
    })
  }

  function travel(direction: 'undo' | 'redo'): Promise<void> {
    return inTurn(async () => {
      const history = store.temporal.getState()
      history[direction]()
      group = undefined
      const { values } = await source.read(store.getState().text)
      history.pause()
      store.setState({ values: settle(values), draft: null, epoch: store.getState().epoch + 1 })
      history.resume()
    })
  }

  return store
}

export const choices = createChoices(core)

export function useChoices<T>(select: (state: Choices) => T): T {
  return useStore(choices, select)
}

/** How many steps there are to undo and redo. */
export function useHistory(): { past: number; future: number } {
  const past = useStore(
    choices.temporal as StoreApi<TemporalState<Snapshot>>,
    (s) => s.pastStates.length,
  )
  const future = useStore(
    choices.temporal as StoreApi<TemporalState<Snapshot>>,
    (s) => s.futureStates.length,
  )
  return { past, future }
}
