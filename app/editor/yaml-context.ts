/** Where the cursor of a YAML text stands, as far as completion needs to know. */
export interface YamlContext {
  /** The map in which a key is typed, or the setting whose value is typed. */
  readonly path: readonly (string | number)[]
  readonly kind: 'key' | 'value'
  /** What has been typed of it so far. */
  readonly typed: string
  /** Keys that the map has already. */
  readonly siblings: readonly string[]
}

interface Line {
  readonly indent: number
  /** Dashes of lists that the line begins with; each counts as one step further in. */
  readonly dashes: readonly number[]
  readonly key: string | undefined
  /** Where the key itself stands, behind dashes. */
  readonly column: number
}

const shape = /^(?<lead>\s*(?:-\s+)*)(?:(?<key>"[^"]*"|'[^']*'|[^\s#:"'][^:#]*?)\s*:(?:\s|$))?/

function readLine(text: string): Line | undefined {
  if (/^\s*(?:#.*)?$/.test(text)) return undefined
  const found = shape.exec(text)
  const lead = found?.groups?.lead ?? ''
  const dashes = [...lead.matchAll(/-/g)].map(({ index }) => index)
  const key = found?.groups?.key?.replaceAll(/^["']|["']$/g, '')
  return { indent: /^\s*/.exec(text)?.[0].length ?? 0, dashes, key, column: lead.length }
}

/**
 * Reads the lines above the cursor by their indentation, for the text around a cursor rarely parses
 * while it is typed. `line` counts from 0, `column` is the number of characters before the cursor.
 */
export function yamlContext(lines: readonly string[], line: number, column: number): YamlContext {
  const before = (lines[line] ?? '').slice(0, column)
  const value =
    /^(?<lead>\s*(?:-\s+)*)(?<key>"[^"]*"|'[^']*'|[^\s#:"'][^:#]*?)\s*:\s+(?<typed>.*)$/.exec(
      before,
    )
  const lead = value?.groups?.lead ?? /^\s*(?:-\s+)*/.exec(before)?.[0] ?? ''
  const own = lead.length
  const dashes = [...lead.matchAll(/-/g)].map(({ index }) => index)
  const path = pathAbove(lines, line, dashes[0] ?? own, dashes)
  if (value?.groups) {
    const key = (value.groups.key ?? '').replaceAll(/^["']|["']$/g, '')
    return { path: [...path, key], kind: 'value', typed: value.groups.typed ?? '', siblings: [] }
  }
  return { path, kind: 'key', typed: before.slice(own), siblings: siblingsOf(lines, line, own) }
}

function pathAbove(
  lines: readonly string[],
  line: number,
  column: number,
  dashes: readonly number[],
): (string | number)[] {
  const path: (string | number)[] = dashes.map(() => 0)
  let limit = column
  if (dashes.length > 0) path[0] = countItems(lines, line, column)
  // A dash may stand in the column of the key that its list belongs to.
  let mayShare = dashes.length > 0
  for (let at = line - 1; at >= 0; at -= 1) {
    const above = readLine(lines[at] ?? '')
    if (!above) continue
    for (const [index, dash] of [...above.dashes].reverse().entries()) {
      const inner =
        index === 0 ? above.column : (above.dashes[above.dashes.length - index] ?? above.column)
      if (inner === limit && dash < limit && !mayShare) {
        path.unshift(countItems(lines, at, dash))
        limit = dash
        mayShare = true
      }
    }
    if (
      above.key !== undefined &&
      (above.column < limit || (mayShare && above.column === limit && above.dashes.length === 0))
    ) {
      path.unshift(above.key)
      limit = above.column
      mayShare = false
      const dash = above.dashes.at(-1)
      if (dash !== undefined) {
        path.unshift(countItems(lines, at, dash))
        limit = dash
        mayShare = true
      }
    }
    if (limit === 0 && !mayShare) break
  }
  return path
}

/** The index of the item whose dash stands here: how many there are above it in the same list. */
function countItems(lines: readonly string[], line: number, column: number): number {
  let count = 0
  for (let at = line - 1; at >= 0; at -= 1) {
    const above = readLine(lines[at] ?? '')
    if (!above) continue
    if (above.indent < column) break
    if (above.dashes.includes(column)) count += 1
    else if (above.indent === column) break
  }
  return count
}

function siblingsOf(lines: readonly string[], line: number, column: number): string[] {
  const keys: string[] = []
  const take = (at: number): boolean => {
    const other = readLine(lines[at] ?? '')
    if (!other) return true
    if (other.column < column && other.indent < column) return false
    if (other.column === column && other.key !== undefined && at !== line) keys.push(other.key)
    return other.dashes.length === 0 || other.column !== column
  }
  for (let at = line - 1; at >= 0 && take(at); at -= 1);
  for (let at = line + 1; at < lines.length && take(at); at += 1);
  return keys
}
