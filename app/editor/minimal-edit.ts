/** One replacement that makes one text into another: the part between their common ends. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The smallest single replacement, so that cursor, scroll and marks outside of it stay. */
export function minimalEdit(before: string, after: string): Replacement {
  let start = 0
  const most = Math.min(before.length, after.length)
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end += 1
  return {
    start,
    end: before.length - end,
    text: after.slice(start, after.length - end),
  }
}
