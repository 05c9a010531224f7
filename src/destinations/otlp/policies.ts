/** Sampling policies (templates/otlp/sampler/policies). Their settings are spelt as in Alloy. */
import type { Block } from '../../alloy/ast'
import { type Attributes, block, number, rawExpression, type Value } from '../../alloy/build'
import { isRecord, valueAt } from '../../base/record'
import { printNumber, printValue } from '../../values/helm'

type Tree = Readonly<Record<string, unknown>>

/** `text` is written in quotes, `plain` as it stands, `texts` as a list. */
interface Setting {
  readonly key: string
  readonly as: 'text' | 'plain' | 'texts'
  /** Written only when the user has it; the others are always written. */
  readonly optional?: true
}

const text = (key: string): Setting => ({ key, as: 'text' })
const plain = (key: string): Setting => ({ key, as: 'plain' })
const texts = (key: string): Setting => ({ key, as: 'texts' })
const optional = (setting: Setting): Setting => ({ ...setting, optional: true })

/** The types of policies that have no others inside, with their settings. */
export const simplePolicies: Readonly<Record<string, readonly Setting[]>> = {
  always_sample: [],
  latency: [plain('threshold_ms'), optional(plain('upper_threshold_ms'))],
  numeric_attribute: [text('key'), plain('min_value'), optional(plain('max_value'))],
  probabilistic: [plain('sampling_percentage')],
  status_code: [texts('status_codes')],
  string_attribute: [
    text('key'),
    texts('values'),
    optional(plain('enabled_regex_matching')),
    optional(plain('cache_max_size')),
    optional(plain('invert_match')),
  ],
  trace_state: [text('key'), texts('values')],
  rate_limiting: [plain('spans_per_second')],
  span_count: [plain('min_spans'), optional(plain('max_spans'))],
  boolean_attribute: [text('key'), plain('value'), optional(plain('invert_match'))],
  ottl_condition: [text('error_mode'), optional(texts('span')), optional(texts('spanevent'))],
}

/** The types that combine others, with the key of the others. */
export const combinedPolicies: Readonly<Record<string, string>> = {
  and: 'and_sub_policy',
  drop: 'drop_sub_policy',
  composite: 'composite_sub_policy',
}

/** Settings that a simple policy cannot do without and has not. */
export function missingSettings(policy: Tree): readonly string[] {
  const type = typeof policy.type === 'string' ? policy.type : ''
  const settings = Object.hasOwn(simplePolicies, type) ? simplePolicies[type] : undefined
  return (settings ?? [])
    .filter(({ key, optional: may }) => !may && (policy[key] ?? null) === null)
    .map(({ key }) => key)
}

/** The policies inside a combined one. */
export function innerPolicies(policy: Tree): readonly Tree[] {
  const type = typeof policy.type === 'string' ? policy.type : ''
  const key = Object.hasOwn(combinedPolicies, type) ? combinedPolicies[type] : undefined
  return key === undefined ? [] : records(valueAt(policy, [type, key]))
}

const records = (list: unknown): readonly Tree[] =>
  Array.isArray(list) ? list.filter(isRecord) : []

/** A number or a switch as the template prints it; nothing leaves the attribute without a value. */
function printPlain(value: unknown): Exclude<Value, undefined> {
  if (typeof value === 'number') return number(printNumber(value))
  if (typeof value === 'boolean') return value
  return rawExpression(isRecord(value) || Array.isArray(value) ? '' : printValue(value))
}

function printText(value: unknown): Exclude<Value, undefined> {
  return value === undefined || value === null ? rawExpression('') : printValue(value)
}

function printSetting(value: unknown, { as }: Setting): Exclude<Value, undefined> {
  switch (as) {
    case 'text':
      return printText(value)
    case 'plain':
      return printPlain(value)
    case 'texts':
      return Array.isArray(value) ? value.map(printText) : []
  }
}

/** The block of a simple policy's settings; `always_sample` has none. */
function settingsBlocks(policy: Tree): readonly Block[] {
  const type = printValue(policy.type)
  const settings = Object.hasOwn(simplePolicies, type) ? simplePolicies[type] : undefined
  if (!settings || settings.length === 0) return []
  const attributes: Attributes = Object.fromEntries(
    settings
      .filter(({ key, optional: may }) => !may || Object.hasOwn(policy, key))
      .map((setting) => [setting.key, printSetting(policy[setting.key], setting)]),
  )
  return [block(type, attributes)]
}

const named = (policy: Tree) => ({ name: printText(policy.name), type: printText(policy.type) })

function combinedBlock(policy: Tree, type: string): Block {
  const inner = innerPolicies(policy)
  const subPolicies = inner.map((sub) =>
    block(combinedPolicies[type] ?? '', named(sub), [settingsBlocks(sub)]),
  )
  if (type !== 'composite') return block(type, {}, subPolicies)
  const composite = valueAt(policy, ['composite'])
  return block(
    type,
    {
      max_total_spans_per_second: printPlain(valueAt(composite, ['max_total_spans_per_second'])),
      policy_order: inner.map(({ name }) => printText(name)),
    },
    [
      subPolicies,
      records(valueAt(composite, ['rate_allocation'])).map((allocation) =>
        block('rate_allocation', {
          policy: printText(allocation.policy),
          percent: printPlain(allocation.percent),
        }),
      ),
    ],
  )
}

/** One policy, with those inside it. */
export function policyBlock(policy: Tree): Block {
  const type = printValue(policy.type)
  return block('policy', named(policy), [
    Object.hasOwn(combinedPolicies, type) ? combinedBlock(policy, type) : settingsBlocks(policy),
  ])
}
