/** Checks that several integrations share. */
import { alloyName } from '../base/names'
import { isRecord, valueAt } from '../base/record'
import { sameTree } from '../base/tree'
import type { Edit, Path } from '../diagnostics/diagnostic'
import type { UnitContext } from '../values/context'
import { isEmpty, printValue } from '../values/helm'
import { selectorsOf } from './instances'
import type { IntegrationInstance } from './types'

type Context = Pick<UnitContext, 'report'>
type Instance = IntegrationInstance<unknown>

/** How messages call an instance: by its name, if it has one. */
export function instanceName({ user, path }: Instance): string {
  const name = printValue(user.name)
  return name !== '' ? name : ['number', Number(path.at(-1)) + 1].join(' ')
}

/** Reports missing label selectors, which the chart refuses, and such as the chart cannot print. */
export function checkSelectors(
  context: Context,
  instance: Instance,
  selectors: {
    readonly title: string
    /** The label that is offered as a cure. */
    readonly key: string
    readonly path?: readonly string[]
    readonly defaults?: Readonly<Record<string, unknown>>
  },
): void {
  const { title, key, path = ['labelSelectors'], defaults = {} } = selectors
  const found = selectorsOf(instance, path)
  const place = [...instance.path, ...path]
  if (Object.keys(found).length === 0) {
    const name = printValue(instance.user.name)
    context.report({
      code: 'integrations.no-selector',
      path: place,
      message: `The ${title} instance ${instanceName(instance)} needs the labels of its pods to find them. Look them up with kubectl get pods --show-labels.`,
      ...(name !== '' && {
        fixes: [
          {
            title: `Look for ${key}=${name}`,
            edits: [{ path: place, value: { [key]: name } }],
            safe: false,
          },
        ],
      }),
    })
  }
  for (const [label, value] of Object.entries(found)) {
    if (Array.isArray(value) || typeof value === 'string') continue
    const scalar = typeof value === 'number' || typeof value === 'boolean'
    context.report({
      code: 'integrations.selector-not-text',
      path: [...place, label],
      message: `The value of the label ${label} is no text, so the chart writes a selector that matches nothing. Put it in quotes.`,
      ...(scalar && {
        fixes: [
          {
            title: 'Put it in quotes',
            edits: [{ path: [...place, label], value: String(value) }],
            safe: true,
          },
        ],
      }),
    })
  }
  const written = valueAt(instance.user, path)
  if (!isRecord(written) || Object.keys(written).length === 0) return
  for (const [label, value] of Object.entries(defaults)) {
    if (Object.hasOwn(written, label)) continue
    context.report({
      code: 'integrations.default-selector',
      path: place,
      message: `The default selector ${label} (${[value].flat().join(', ')}) stays beside yours: pods have to carry both. If yours do not, set ${label} here too.`,
    })
  }
}

/** Reports a setting that the chart does not heed; `why` ends the message. */
export function reportIgnored(context: Context, path: Path, why: string): void {
  context.report({
    code: 'integrations.setting-ignored',
    path,
    message: why,
    fixes: [{ title: 'Remove the setting', edits: [{ path, remove: true }], safe: true }],
  })
}

/** Where two trees differ, as edits that make the second one like the first; `undefined` where none can. */
function differences(own: unknown, seen: unknown, path: Path): { path: Path; value: unknown }[] {
  if (isRecord(seen) && isRecord(own)) {
    return Object.entries(seen).flatMap(([key, value]) =>
      differences(Object.hasOwn(own, key) ? own[key] : undefined, value, [...path, key]),
    )
  }
  return sameTree(own, seen) ? [] : [{ path, value: own }]
}

/**
 * Reports settings of an instance that the chart takes from an instance before it, with the edits
 * that write the instance's own down.
 */
export function checkCarriedOver(
  context: Context,
  title: string,
  instances: readonly Instance[],
  seen: readonly Instance[],
  parts: readonly Path[],
): void {
  instances.forEach((instance, index) => {
    const found = parts.flatMap((part) =>
      differences(valueAt(instance.values, part), valueAt(seen[index]?.values, part), [
        ...instance.path,
        ...part,
      ]),
    )
    if (found.length === 0) return
    const edits = found.flatMap(({ path, value }): Edit[] =>
      value === undefined ? [] : [{ path, value }],
    )
    const names = found.map(({ path }) => path.slice(instance.path.length).join('.'))
    context.report({
      code: 'integrations.carried-over',
      path: found[0]?.path ?? instance.path,
      message: `The chart carries ${names.join(', ')} over from an earlier ${title} instance to ${instanceName(instance)}. Say here too what it should be.`,
      ...(edits.length === found.length && {
        fixes: [{ title: `Write it down for ${instanceName(instance)}`, edits, safe: true }],
      }),
    })
  })
}

const identifier = /^[a-z_][a-z0-9_]*$/

/**
 * Reports names that make no Alloy label, and names that make the same one: the chart takes both,
 * Alloy neither.
 */
export function checkNames(
  context: Context,
  integration: { readonly type: string; readonly title: string },
  instances: readonly Instance[],
): void {
  const seen = new Map<string, string>()
  for (const instance of instances) {
    const name = printValue(instance.user.name)
    const path = [...instance.path, 'name']
    const label = alloyName(name)
    const earlier = seen.get(label)
    if (isEmpty(name)) {
      context.report({
        code: 'integrations.no-name',
        path,
        message: `Give this ${integration.title} instance a name. The chart makes components of it, and Alloy refuses components without one.`,
        fixes: [
          {
            title: `Call it ${integration.type}`,
            edits: [{ path, value: integration.type }],
            safe: false,
          },
        ],
      })
    } else if (!identifier.test(label)) {
      context.report({
        code: 'integrations.bad-name',
        path,
        message: `Alloy does not start with components called ${label}. Let the name begin with a letter, and have letters, digits, hyphens and underscores only.`,
      })
    } else if (earlier !== undefined) {
      context.report({
        code: 'integrations.same-name',
        path,
        message: `The names ${earlier} and ${name} make the same components twice, and Alloy does not start. Rename one.`,
      })
    }
    seen.set(label, name)
  }
}
