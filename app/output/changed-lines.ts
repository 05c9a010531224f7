/**
 * Lines of a text, one-based, that are new or different against the text before. The longest common
 * run of lines is found by the book within what common beginnings and ends leave; where that is too
 * much to compare, all of it counts as changed.
 */
export function changedLines(before: string, after: string): ReadonlySet<number> {
  const changed = new Set<number>()
  if (before === after) return changed
  const old = before.split('\n')
  const now = after.split('\n')
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let oldEnd = old.length
  let nowEnd = now.length
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) {
    oldEnd -= 1
    nowEnd -= 1
  }
  const height = oldEnd - start
  const width = nowEnd - start
  if (height * width > mostCells) {
    for (let line = start; line < nowEnd; line += 1) changed.add(line + 1)
    return changed
  }
  // lengths[row][column]: the longest common run of the lines from there on.
  const lengths = Array.from({ length: height + 1 }, () => new Uint32Array(width + 1))
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0
  for (let row = height - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const same = old[start + row] === now[start + column]
      const line = lengths[row]
      if (line)
        line[column] = same
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  let row = 0
  let column = 0
  while (column < width) {
    if (row < height && old[start + row] === now[start + column]) {
      row += 1
      column += 1
    } else if (row < height && at(row + 1, column) >= at(row, column + 1)) row += 1
    else {
      changed.add(start + column + 1)
      column += 1
    }
  }
  return changed
}

const mostCells = 1_000_000
