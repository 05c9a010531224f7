/**
 * One declaration per option. From it come its type, default, help and form control, the JSON
 * Schema for the editor, and the checks for wrong types and unknown keys.
 *
 * Types follow the chart's `values.schema.json`; defaults follow the `values.yaml` that the chart
 * merges the user's values over.
 */

import { frozen } from '../base/frozen'
import { memo } from '../base/memo'

/** What a text means, where that helps the form, the editor or a check. */
export type TextFormat =
  | 'alloy' // statements that go into a block
  | 'alloy-expression'
  | 'byte-size' // as Alloy writes it: 4MiB, 512KB
  | 'collector' // name of a collector
  | 'destination' // name of a destination
  | 'processor' // name of a data processor
  | 'duration'
  | 'kubernetes-name'
  | 'label-name'
  | 'multiline'
  | 'pem'
  | 'quantity'
  | 'regex'
  | 'url'

/** What every option may say about itself. */
export interface About {
  /** Plain English, sentence case: what it does and when to change it. Ours, not the chart's. */
  readonly help: string
  /** The form's label; without it, made from the key. */
  readonly title?: string
  /** Shown in the short form, not only under "All options". */
  readonly common?: true
  /** Holds a credential: never in a link, in storage, or outside its own Secret. */
  readonly secret?: true
  /** What to use instead. */
  readonly deprecated?: string
  /** `null` is a value of its own here, as in a tri-state switch. */
  readonly nullable?: true
}

export interface Flag extends About {
  readonly type: 'boolean'
  readonly default: boolean | null
}
export interface Text extends About {
  readonly type: 'string'
  readonly default: string | null
  readonly format?: TextFormat
  /** Shown in the empty field; never a default. */
  readonly example?: string
  /** The schema leaves the type open: a number or a boolean is taken as Go prints it. */
  readonly loose?: true
}
export interface Count extends About {
  readonly type: 'number'
  readonly default: number | null
  readonly integer?: true
}
export interface Choice<C extends string = string> extends About {
  readonly type: 'choice'
  readonly choices: readonly C[]
  readonly default: C | null
  /** The schema does not enforce it: another text is a warning's business, not an error. */
  readonly loose?: true
}
export interface List<I extends Option = Option> extends About {
  readonly type: 'list'
  readonly items: I
  readonly default: readonly unknown[]
  /** The schema refuses an item that is there twice. */
  readonly unique?: true
}
export interface Dictionary<I extends Option = Option> extends About {
  readonly type: 'map'
  readonly items: I
  readonly default: Readonly<Record<string, unknown>>
}
export interface Group<F extends Fields = Fields> extends About {
  readonly type: 'group'
  readonly fields: F
  /** Other keys are meant to be there too: a Kubernetes object, another chart's values. */
  readonly open?: true
  /** A list is taken in its place and stays as it is: an older form of the same setting. */
  readonly orList?: true
}
/** YAML of any shape: a Kubernetes object, values of another chart, what the schema leaves open. */
export interface Anything extends About {
  readonly type: 'any'
  readonly default: unknown
}
/** One of several groups, chosen by a key of its own, as a destination by its `type`. */
export interface Variant extends About {
  readonly type: 'variant'
  readonly by: string
  readonly cases: Readonly<Record<string, Group>>
}

export type Fields = { readonly [key: string]: Option }
export type Option = Flag | Text | Count | Choice | List | Dictionary | Group | Anything | Variant

type OrNull<O, T> = O extends { readonly nullable: true } ? T | null : T

/** The type of an option's value once defaults are filled in. */
export type ValueOf<O> = O extends Flag
  ? OrNull<O, boolean>
  : O extends Text
    ? OrNull<O, string>
    : O extends Count
      ? OrNull<O, number>
      : O extends Choice<infer C>
        ? OrNull<O, C>
        : O extends List<infer I>
          ? ValueOf<I>[]
          : O extends Dictionary<infer I>
            ? Record<string, ValueOf<I>>
            : O extends Group<infer F>
              ? { [K in keyof F]: ValueOf<F[K]> }
              : O extends Variant
                ? Record<string, unknown>
                : unknown

type More<T extends About> = Partial<Omit<T, 'type' | 'default' | 'help'>>

/** A switch. */
export function flag<const M extends More<Flag>>(initial: boolean | null, help: string, more?: M) {
  return { type: 'boolean', default: initial, help, ...(more as M) } as const satisfies Flag
}

/** A text; `''` is how the chart says "not set". */
export function text<const M extends More<Text>>(initial: string | null, help: string, more?: M) {
  return { type: 'string', default: initial, help, ...(more as M) } as const satisfies Text
}

/** A number; `null` with `nullable` where the chart has none of its own. */
export function count<const M extends More<Count>>(initial: number | null, help: string, more?: M) {
  return { type: 'number', default: initial, help, ...(more as M) } as const satisfies Count
}

/** One of a few texts. */
export function choice<const C extends string, const M extends Omit<More<Choice>, 'choices'>>(
  choices: readonly C[],
  initial: C | null,
  help: string,
  more?: M,
) {
  return { type: 'choice', choices, default: initial, help, ...(more as M) } as const
}

/** A list of values of one kind; lists replace each other whole when values are merged. */
export function list<const I extends Option>(
  items: I,
  help: string,
  more?: More<List> & { readonly initial?: readonly unknown[] },
): List<I> {
  const { initial = [], ...about } = more ?? {}
  return { ...about, type: 'list', items, default: initial, help }
}

/** A map from free keys to values of one kind. */
export function map<const I extends Option>(
  items: I,
  help: string,
  more?: More<Dictionary> & { readonly initial?: Readonly<Record<string, unknown>> },
): Dictionary<I> {
  const { initial = {}, ...about } = more ?? {}
  return { ...about, type: 'map', items, default: initial, help }
}

/** A section with known keys. */
export function group<const F extends Fields>(
  fields: F,
  help = '',
  more?: Omit<More<Group>, 'fields'>,
): Group<F> {
  return { ...more, type: 'group', fields, help }
}

/** YAML of any shape. */
export function anything(initial: unknown, help: string, more?: More<Anything>): Anything {
  return { ...more, type: 'any', default: initial, help }
}

/** Texts in a list, the commonest list of all; the schema leaves the items' type open nearly everywhere. */
export function texts(help: string, more?: More<List> & { readonly initial?: readonly string[] }) {
  return list(text('', '', { loose: true }), help, more)
}

/** Names of the user's destinations, processors or collectors, in a list. */
export function names(
  format: 'collector' | 'destination' | 'processor',
  help: string,
  more?: More<List>,
) {
  return list(text('', '', { loose: true, format }), help, more)
}

const treeOf = memo((option: Option): unknown => {
  switch (option.type) {
    case 'group':
      return frozen(
        Object.fromEntries(
          Object.entries(option.fields).map(([key, field]) => [key, defaultOf(field)]),
        ),
      )
    case 'variant':
      return frozen({})
    default:
      return frozen(option.default)
  }
})

/** The value of an option about which the user said nothing. Everyone gets the same one, so it is frozen. */
export function defaultOf(option: Option): unknown {
  return 'default' in option && typeof option.default !== 'object' ? option.default : treeOf(option)
}
