import { isRecord, valueAt } from '../../src/index'
import type { Option, Path } from '../queries/surface'
import { caseOf, labelOf } from './option-at'

/** A setting that a search found, with the labels on the way to it. */
export interface Hit {
  readonly path: Path
  readonly option: Option
  readonly crumbs: readonly string[]
}

const most = 60

/**
 * Settings below an option whose key, label, path or help hold every word. Of lists and maps, what
 * is in `values` is looked into.
 */
export function searchOptions(
  option: Option,
  path: Path,
  words: string,
  values: unknown,
): readonly Hit[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const hits: Hit[] = []
  if (wanted.length === 0) return hits
  visit(option, path, [])
  return hits

  function visit(at: Option, here: Path, crumbs: readonly string[]): void {
    if (hits.length >= most) return
    if (at.type === 'group') {
      for (const [key, field] of Object.entries(at.fields)) check(field, [...here, key], crumbs)
    } else if (at.type === 'variant') {
      const chosen = caseOf(at, valueAt(values, here))
      if (chosen) visit(chosen, here, crumbs)
    } else if (at.type === 'map') {
      const found = valueAt(values, here)
      if (isRecord(found) && (at.items.type === 'group' || at.items.type === 'variant'))
        for (const key of Object.keys(found)) visit(at.items, [...here, key], [...crumbs, key])
    }
  }

  function check(field: Option, here: Path, crumbs: readonly string[]): void {
    const label = labelOf(here.at(-1) ?? '', field)
    const text =
      `${here.slice(path.length).join('.')} ${[...crumbs, label].join(' ')} ${field.help}`.toLowerCase()
    if (field.type === 'group' || field.type === 'variant') visit(field, here, [...crumbs, label])
    else {
      if (wanted.every((word) => text.includes(word)))
        hits.push({ path: here, option: field, crumbs })
      visit(field, here, [...crumbs, label])
    }
  }
}
