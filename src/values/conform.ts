import { isRecord, setOwn } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import type { Findings } from '../diagnostics/findings'
import { overDefaults, printValue } from './helm'
import { defaultOf, type Option, type ValueOf } from './options'

const article: Record<string, string> = {
  boolean: 'true or false',
  string: 'a text',
  number: 'a number',
  list: 'a list',
  map: 'a map',
  group: 'a map',
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (isRecord(value)) return 'a map'
  if (typeof value === 'boolean') return `the boolean ${value}`
  if (typeof value === 'number') return `the number ${value}`
  return 'a text'
}

/** What Helm leaves in the place of a null: nothing, which templates read as empty. */
function emptyOf(option: Option): unknown {
  switch (option.type) {
    case 'boolean':
      return false
    case 'string':
    case 'choice':
      return ''
    case 'number':
      return 0
    case 'list':
      return []
    case 'map':
    case 'variant':
      return {}
    case 'group':
      return Object.fromEntries(
        Object.entries(option.fields).map(([key, field]) => [key, emptyOf(field)]),
      )
    case 'any':
      return null
  }
}

/** Items of a list that are there twice, where the schema wants each once. */
function reportRepeated(list: readonly unknown[], path: Path, findings: Findings): void {
  const once = [...new Set(list)]
  if (once.length === list.length) return
  findings.report({
    code: 'values.repeated-item',
    path,
    message: 'Something is in this list twice. List everything once.',
    fixes: [{ title: 'List everything once', edits: [{ path, value: once }], safe: true }],
  })
}

/**
 * The user's value over the option's defaults, of the declared type whatever came in.
 *
 * What has the wrong type is reported, and replaced by what is nearest: its text, or the default.
 * So units may trust their types, and a config is still made of the rest. Keys that are not
 * declared stay where they are.
 */
export function conform<O extends Option>(
  option: O,
  value: unknown,
  path: Path,
  findings: Findings,
): ValueOf<O> {
  return conformTo(option, value, path, findings) as ValueOf<O>
}

/** The same for an option whose type is known at run time only. */
export function conformTo(option: Option, value: unknown, path: Path, findings: Findings): unknown {
  if (value === undefined) return defaultOf(option)
  if (value === null) return option.nullable ? null : emptyOf(option)
  const wrong = (): void => {
    findings.report({
      code: 'values.wrong-type',
      path,
      message: `Expected ${article[option.type] ?? 'another type'} here, found ${kindOf(value)}.`,
    })
  }
  switch (option.type) {
    case 'any':
      // Helm lays a map over a default map, deeply, whatever they hold.
      return isRecord(value) && isRecord(option.default)
        ? overDefaults(option.default, value)
        : value
    case 'boolean':
      if (typeof value === 'boolean') return value
      wrong()
      return value === 'true' ? true : value === 'false' ? false : option.default
    case 'string':
      if (typeof value === 'string') return value
      if (option.loose && typeof value !== 'object') return printValue(value)
      wrong()
      return typeof value === 'object' ? option.default : printValue(value)
    case 'number': {
      if (typeof value === 'number' && Number.isFinite(value)) {
        if (option.integer && !Number.isInteger(value)) wrong()
        return value
      }
      wrong()
      const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
      return Number.isFinite(parsed) ? parsed : option.default
    }
    case 'choice':
      if (typeof value !== 'string') {
        wrong()
        return defaultOf(option)
      }
      if (!option.loose && !option.choices.includes(value)) {
        findings.report({
          code: 'values.not-a-choice',
          path,
          message: `Expected one of ${option.choices.map((item) => JSON.stringify(item)).join(', ')} here.`,
          fixes: option.choices
            .filter((item) => item !== '')
            .map((item) => ({
              title: `Use ${item}`,
              edits: [{ path, value: item }],
              safe: false,
            })),
        })
      }
      return value
    case 'list':
      if (!Array.isArray(value)) {
        wrong()
        return defaultOf(option)
      }
      if (option.unique) reportRepeated(value, path, findings)
      return value.map((item, index) => conformTo(option.items, item, [...path, index], findings))
    case 'map': {
      if (!isRecord(value)) {
        wrong()
        return defaultOf(option)
      }
      const out: Record<string, unknown> = { ...option.default }
      for (const [key, item] of Object.entries(value)) {
        // Helm drops a default entry that the user sets to null, and keeps any other null.
        if (item === null && Object.hasOwn(option.default, key)) delete out[key]
        else setOwn(out, key, conformTo(option.items, item, [...path, key], findings))
      }
      return out
    }
    case 'group': {
      if (option.orList && Array.isArray(value)) return value
      if (!isRecord(value)) {
        wrong()
        return defaultOf(option)
      }
      const out: Record<string, unknown> = {}
      for (const [key, item] of Object.entries(value)) {
        if (!Object.hasOwn(option.fields, key)) setOwn(out, key, item)
      }
      for (const [key, field] of Object.entries(option.fields)) {
        const own = Object.hasOwn(value, key) ? value[key] : undefined
        const whole =
          own === undefined ? defaultOf(field) : conformTo(field, own, [...path, key], findings)
        setOwn(out, key, whole)
      }
      return out
    }
    case 'variant': {
      if (!isRecord(value)) {
        wrong()
        return {}
      }
      const chosen = value[option.by]
      const found = typeof chosen === 'string' && Object.hasOwn(option.cases, chosen)
      const inner = found ? option.cases[chosen] : undefined
      return inner ? conformTo(inner, value, path, findings) : value
    }
  }
}
