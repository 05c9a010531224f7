/**
 * How many slips of the finger lie between two words: a letter too many, one missing, one wrong, or
 * two neighbours swapped (optimal string alignment). Words of more than 100 letters count as apart.
 */
export function distance(left: string, right: string): number {
  if (left.length > 100 || right.length > 100) return left === right ? 0 : 100
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (row > 1 && column > 1 && swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return last[right.length] ?? 0
}

const simple = (word: string) => word.toLowerCase().replaceAll(/[-_ .]/g, '')

/** The word that was most likely meant, if one is near enough; capitals and hyphens hardly count. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const wanted = simple(word)
  let best: { candidate: string; slips: number } | undefined
  for (const candidate of candidates) {
    const allowed = Math.max(1, Math.floor(Math.min(wanted.length, candidate.length) / 3))
    const other = simple(candidate)
    // Each letter more is a slip of its own.
    if (Math.abs(wanted.length - other.length) > allowed) continue
    const slips = distance(wanted, other)
    if (slips <= allowed && slips < (best?.slips ?? Number.POSITIVE_INFINITY)) {
      best = { candidate, slips }
    }
  }
  return best?.candidate
}
