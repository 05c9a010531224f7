import { useState } from 'react'
import { changedLines } from './changed-lines'

/** A pause of this length ends a run of changes; the next one is held against what stands then. */
const pause = 1500

interface Seen {
  readonly name: string
  readonly text: string
  readonly baseline: string
  readonly at: number
}

const none: ReadonlySet<number> = new Set()

/**
 * The lines that the latest changes made different. Another text of another name starts anew.
 */
export function useChangedLines(name: string, text: string): ReadonlySet<number> {
  const [seen, setSeen] = useState<Seen>({ name, text, baseline: text, at: 0 })
  const [changed, setChanged] = useState(none)
  if (seen.name !== name) {
    setSeen({ name, text, baseline: text, at: 0 })
    setChanged(none)
  } else if (seen.text !== text) {
    const now = performance.now()
    const baseline = now - seen.at > pause ? seen.text : seen.baseline
    setSeen({ name, text, baseline, at: now })
    // From nothing to a first text everything is new, and marking it would tell nothing.
    setChanged(baseline.trim() === '' ? none : changedLines(baseline, text))
  }
  return changed
}
