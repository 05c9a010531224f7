import { isRecord, valueAt } from './base/record'
import type { Edit, Path } from './diagnostics/diagnostic'
import { valuesOptions } from './options'
import type { Option, TextFormat } from './values/options'
import { visitValues } from './values/visit'
import { editValues } from './yaml/edit'
import { readValues } from './yaml/read'
import { renameKey } from './yaml/rename'

/** Sections of things that have names of the user's own, with what refers to those names. */
const formats = {
  destinations: 'destination',
  dataProcessors: 'processor',
  collectors: 'collector',
} as const satisfies Readonly<Record<string, TextFormat>>

/** A section whose entries have names of the user's own. */
export type NamedSection = keyof typeof formats

const isReference = (option: Option, format: TextFormat) =>
  option.type === 'string' && option.format === format

/** Every setting that names a destination, processor or collector. */
export function namedAt(values: unknown, section: NamedSection, name: string): readonly Path[] {
  const found: Path[] = []
  visitValues(valuesOptions, values, (option, value, path) => {
    if (value === name && isReference(option, formats[section])) found.push(path)
  })
  return found
}

/**
 * Values with another name for a destination, processor or collector, and everything that names it
 * following suit; comments and order stay. The same text comes back where there is nothing of that
 * name, or where the new one is taken or empty.
 */
export function renameUnit(text: string, section: NamedSection, from: string, to: string): string {
  const { values } = readValues(text)
  const units = valueAt(values, [section])
  if (!isRecord(units) || !Object.hasOwn(units, from)) return text
  if (to === '' || Object.hasOwn(units, to)) return text
  const edits = namedAt(values, section, from).map((path): Edit => ({ path, value: to }))
  return renameKey(editValues(text, edits), [section, from], to)
}

/**
 * The edits that take a destination, processor or collector away, and its name out of the lists that
 * hold others too. Where it is the only one named, the name stays, to be seen as a finding: an empty
 * list would quietly mean all of them.
 */
export function removeUnit(values: unknown, section: NamedSection, name: string): readonly Edit[] {
  const lists = new Map<string, Path>()
  for (const path of namedAt(values, section, name)) {
    const list = path.slice(0, -1)
    if (typeof path.at(-1) === 'number') lists.set(JSON.stringify(list), list)
  }
  const shortened = [...lists.values()].flatMap((path): Edit[] => {
    const list = valueAt(values, path)
    const others = Array.isArray(list) ? list.filter((item) => item !== name) : []
    const goesToo = path[0] === section && path[1] === name
    return others.length > 0 && !goesToo ? [{ path, value: others }] : []
  })
  return [...shortened, { path: [section, name], remove: true }]
}
