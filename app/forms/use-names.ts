import { useMemo } from 'react'
import { isRecord, valueAt } from '../../src/index'
import { useOutput } from '../queries/output'
import type { TextFormat } from '../queries/surface'
import { useChoices } from '../store/choices'

/** Where the names are that a text of this format is one of. */
export const sections: Partial<Record<TextFormat, string>> = {
  destination: 'destinations',
  processor: 'dataProcessors',
  collector: 'collectors',
}

/** Names that a field may refer to, such as those of the destinations there are. */
export function useNames(format: TextFormat | undefined): readonly string[] {
  const section = format && sections[format]
  const own = useChoices((state) => (section ? valueAt(state.values, [section]) : undefined))
  const { values } = useOutput()
  const all = section ? valueAt(values, [section]) : undefined
  return useMemo(
    () => [...new Set([own, all].flatMap((names) => (isRecord(names) ? Object.keys(names) : [])))],
    [own, all],
  )
}
