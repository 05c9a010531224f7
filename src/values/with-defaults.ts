import { isRecord } from '../base/record'
import type { Group, Option } from './options'

/**
 * The same declaration with other defaults: where `values` says something, that is the default.
 * For a chart that brings another with defaults of its own.
 */
export function withDefaults<G extends Group>(
  option: G,
  values: Readonly<Record<string, unknown>>,
): G {
  return redefault(option, values) as G
}

function redefault(option: Option, value: unknown): Option {
  if (value === undefined) return option
  if (option.type === 'variant') return option
  if (option.type !== 'group') return { ...option, default: value } as Option
  if (!isRecord(value)) return option
  return {
    ...option,
    fields: Object.fromEntries(
      Object.entries(option.fields).map(([key, field]) => [
        key,
        redefault(field, Object.hasOwn(value, key) ? value[key] : undefined),
      ]),
    ),
  }
}
