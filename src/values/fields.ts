/** Reading values as Helm's templates do, for the objects that they are printed into. */
import { isRecord, sortedEntries } from '../base/record'
import { isEmpty } from './helm'

/** The value for a field that a template leaves out when the value is empty. */
export function given(value: unknown): unknown {
  return isEmpty(value) ? undefined : value
}

/** A map of the user's to lay over our own fields; anything else adds none. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

/** A list of the user's; a template that ranges takes a map as the list of its values. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return isRecord(value) ? sortedEntries(value).map(([, item]) => item) : []
}

/** Those of the named fields that are not empty. */
export function givenFields(value: unknown, names: readonly string[]): Record<string, unknown> {
  const all = fieldsOf(value)
  const found: Record<string, unknown> = {}
  for (const name of names) {
    if (Object.hasOwn(all, name) && !isEmpty(all[name])) found[name] = all[name]
  }
  return found
}
