import { nearestWord } from '../base/distance'
import { isRecord, setOwn, valueAt } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import type { Option } from './options'

/** The part of JSON Schema (draft 7) that options come to. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly deprecated?: true
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  readonly allOf?: readonly JsonSchema[]
  readonly if?: JsonSchema
  readonly then?: JsonSchema
}

function shapeOf(option: Option): JsonSchema {
  const type = (name: string) => (option.nullable ? [name, 'null'] : name)
  switch (option.type) {
    case 'boolean':
    case 'string':
      return { type: type(option.type) }
    case 'number':
      return { type: type(option.integer ? 'integer' : 'number') }
    case 'choice': {
      if (option.loose) return { type: type('string') }
      return { enum: option.nullable ? [...option.choices, null] : option.choices }
    }
    case 'list':
      return { type: type('array'), items: jsonSchemaOf(option.items) }
    case 'map':
      return { type: type('object'), additionalProperties: jsonSchemaOf(option.items) }
    case 'group': {
      const properties: Record<string, JsonSchema> = {}
      for (const [key, field] of Object.entries(option.fields)) {
        setOwn(properties, key, jsonSchemaOf(field))
      }
      return { type: option.orList ? ['object', 'array'] : type('object'), properties }
    }
    case 'any':
      return {}
    case 'variant':
      return {
        type: 'object',
        properties: { [option.by]: { enum: Object.keys(option.cases) } },
        allOf: Object.entries(option.cases).map(([name, group]) => ({
          if: { properties: { [option.by]: { const: name } }, required: [option.by] },
          // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
          then: jsonSchemaOf(group),
        })),
      }
  }
}

/**
 * An option as JSON Schema, for editors. Like the chart's own schema it lets unknown keys pass;
 * {@link unknownKeys} tells of them.
 */
export function jsonSchemaOf(option: Option): JsonSchema {
  return {
    ...shapeOf(option),
    ...(option.help !== '' && { description: option.help }),
    ...('default' in option && { default: option.default }),
    ...(option.deprecated !== undefined && { deprecated: true as const }),
  }
}

/** The option one step further; `value` is what stands at `option`, which picks among variants. */
export function optionBelow(
  option: Option,
  key: string | number,
  value: unknown,
): Option | undefined {
  switch (option.type) {
    case 'group':
      return Object.hasOwn(option.fields, key) ? option.fields[key] : undefined
    case 'list':
    case 'map':
      return option.items
    case 'variant': {
      const chosen = valueAt(value, [option.by])
      const found =
        typeof chosen === 'string' && Object.hasOwn(option.cases, chosen)
          ? option.cases[chosen]
          : undefined
      return found && optionBelow(found, key, value)
    }
    default:
      return undefined
  }
}

/** The declaration of what stands at a path; `undefined` where the chart knows no such option. */
export function optionAt(root: Option, values: unknown, path: Path): Option | undefined {
  let option: Option | undefined = root
  let value = values
  for (const key of path) {
    option = option && optionBelow(option, key, value)
    value = valueAt(value, [key])
  }
  return option
}

/** A key that the chart does not know. */
export interface UnknownKey {
  /** The path of the key itself. */
  readonly path: Path
  readonly key: string
  /** What was probably meant: a key of the same section that is not set yet. */
  readonly suggestion?: string
}

/** Deeper than any option goes. */
const deepest = 60

/** The keys that the chart ignores, in the order of the values. Parts that are open are not looked into. */
export function unknownKeys(option: Option, values: unknown): UnknownKey[] {
  const found: UnknownKey[] = []
  const visit = (at: Option, value: unknown, path: Path): void => {
    if (path.length > deepest) return
    if (at.type === 'list' && Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(at.items, item, [...path, index])
      })
    }
    if (!isRecord(value)) return
    if (at.type === 'map') {
      for (const [key, item] of Object.entries(value)) visit(at.items, item, [...path, key])
    }
    if (at.type === 'variant') {
      const chosen = value[at.by]
      const inner =
        typeof chosen === 'string' && Object.hasOwn(at.cases, chosen) ? at.cases[chosen] : undefined
      if (inner) visitGroup(inner, value, path, at.by)
    }
    if (at.type === 'group') visitGroup(at, value, path)
  }
  const visitGroup = (
    group: Extract<Option, { type: 'group' }>,
    value: Record<string, unknown>,
    path: Path,
    by?: string,
  ): void => {
    for (const [key, item] of Object.entries(value)) {
      const field = Object.hasOwn(group.fields, key) ? group.fields[key] : undefined
      if (field) visit(field, item, [...path, key])
      else if (!group.open && key !== by) {
        const unset = Object.keys(group.fields).filter((name) => !Object.hasOwn(value, name))
        const suggestion = nearestWord(key, unset)
        found.push({ path: [...path, key], key, ...(suggestion !== undefined && { suggestion }) })
      }
    }
  }
  visit(option, values, [])
  return found
}
