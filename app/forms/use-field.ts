import { useId, useMemo } from 'react'
import { optionAt, valueAt } from '../../src/index'
import { useCatalog, useFindingsAt, useOutput } from '../queries/output'
import type { Diagnostic, Edit, Option, Path } from '../queries/surface'
import { choices, useChoices } from '../store/choices'
import { useView } from '../store/view'
import { defaultAt, editsFor, labelOf } from './option-at'

/** Who said so: the user, the wizard when it completed the choices, or the chart. */
export type Origin = 'choice' | 'wizard' | 'default'

export interface Field {
  readonly id: string
  readonly path: Path
  readonly option: Option
  readonly label: string
  /** What holds: the user's word, else the wizard's, else the chart's default. */
  readonly value: unknown
  /** What the user said; `undefined` where nothing. */
  readonly own: unknown
  readonly initial: unknown
  readonly origin: Origin
  /** Why the wizard filled it in. */
  readonly why: string | undefined
  readonly findings: readonly Diagnostic[]
  set(value: unknown): void
  /** Sets something inside it, such as an item of a list. */
  setIn(rest: Path, value: unknown): void
  reset(): void
  /** Tells the preview which lines to mark. */
  onFocus(): void
}

const unknownOption: Option = { type: 'any', default: null, help: '' }

/** All that a control needs of the setting at a path. */
export function useField(path: Path, given?: Option): Field {
  const id = useId()
  const { root } = useCatalog()
  const { values: completed, decisions } = useOutput()
  const own = useChoices((state) => valueAt(state.values, path))
  const edit = useChoices((state) => state.edit)
  const focus = useView((state) => state.focus)
  const findings = useFindingsAt(path)
  // The path is part of what the memo depends on by what it says, not by which array it is.
  const key = JSON.stringify(path)
  const facts = useMemo(() => {
    const at: Path = JSON.parse(key)
    const option = given ?? optionAt(root, completed, at) ?? unknownOption
    const initial = defaultAt(root, at, completed)
    const added = valueAt(completed, at)
    const why = decisions.find((decision) => JSON.stringify(decision.path) === key)?.why
    return { option, initial, added, why }
  }, [key, given, root, completed, decisions])
  const { option, initial, added, why } = facts
  const origin: Origin = own !== undefined ? 'choice' : added !== undefined ? 'wizard' : 'default'
  const value = own !== undefined ? own : added !== undefined ? added : initial
  function put(rest: Path, next: unknown): void {
    const at = [...path, ...rest]
    const edits: Edit[] =
      next === undefined
        ? [{ path: at, remove: true }]
        : editsFor(root, choices.getState().values, completed, at, next)
    void edit(edits, JSON.stringify(at))
  }
  return {
    id,
    path,
    option,
    label: labelOf(path.at(-1) ?? '', option),
    value,
    own,
    initial,
    origin,
    why,
    findings,
    set(next) {
      put([], next)
    },
    setIn: put,
    reset() {
      void edit([{ path, remove: true }])
    },
    onFocus() {
      focus(path)
    },
  }
}
