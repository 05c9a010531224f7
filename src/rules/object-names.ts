import { kubernetesName } from '../base/names'
import { isRecord, listAt, valueAt } from '../base/record'
import type { Fix, Path } from '../diagnostics/diagnostic'
import { extraService } from '../manifests/extra-service'
import { integrationSecrets } from '../manifests/integration-secrets'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { isEmpty, printValue } from '../values/helm'
import type { Rule, RuleInput } from './types'

interface Culprit {
  readonly path: Path
  readonly advice: string
  readonly fixes?: readonly Fix[]
}

/** The last setting that gives an object its name: the one to change. */
function culpritOf(
  { model, collectors }: RuleInput,
  object: KubernetesObject,
): Culprit | undefined {
  const { name } = object.metadata
  const own = listAt(model.root, ['extraObjects']).findLastIndex(
    (item) =>
      isRecord(item) && item.kind === object.kind && valueAt(item, ['metadata', 'name']) === name,
  )
  if (own >= 0)
    return { path: ['extraObjects', own], advice: 'Give the extra object another name.' }
  if (object.kind === 'Secret') {
    const holder = [...model.destinations.values()].findLast(
      ({ context }) => valueAt(context.values, ['secret', 'name']) === name,
    )
    return (
      holder && {
        path: [...holder.context.path, 'secret', 'name'],
        advice: 'Leave out the name of the Secret, so that every destination has one of its own.',
        fixes: [
          {
            title: 'Let the chart name the Secret',
            edits: [{ path: [...holder.context.path, 'secret', 'name'], remove: true }],
            safe: false,
          },
        ],
      }
    )
  }
  const served = collectors.findLast(
    ({ view, objectName }) =>
      object.kind === 'Service' &&
      extraService(view.name, objectName, view.spec, model.release)?.metadata.name === name,
  )
  if (served) {
    const path = ['collectors', served.view.name, 'extraService']
    const key = isEmpty(valueAt(served.view.spec, ['extraService', 'fullname']))
      ? 'name'
      : 'fullname'
    const other = `${kubernetesName(served.view.name)}-address`
    return {
      path: [...path, key],
      advice: 'Give the extra Service another name.',
      fixes: [
        {
          title: `Call it ${other}`,
          edits: [{ path: [...path, key], value: other }],
          safe: false,
        },
      ],
    }
  }
  const made = collectors.findLast(({ objectName }) => name.startsWith(objectName))
  return (
    made && {
      path: ['collectors', made.view.name],
      advice: `Rename the collector ${made.view.name}, or give it a fullnameOverride.`,
    }
  )
}

/** Collectors whose objects are known to have names of their own. */
const usualNames: ReadonlySet<string> = new Set([
  'alloy',
  'alloy-logs',
  'alloy-metrics',
  'alloy-profiles',
  'alloy-receiver',
  'alloy-singleton',
])

/**
 * Whether a collector's objects may have the names of something else's: of the operator's, of
 * companions of destinations, or of a collector whose name begins like its own.
 */
function mayMeetOthers(name: string, others: readonly string[]): boolean {
  if (usualNames.has(name)) return false
  const begins = (one: string, other: string) => other.startsWith(`${one}-`)
  return (
    !/^alloy-(?!operator|sampler|servicegraph)[a-z0-9]{1,20}$/.test(name) ||
    others.some((other) => begins(name, other) || begins(other, name))
  )
}

/** Sections in which the user may name objects. */
const namingSections: ReadonlySet<string> = new Set([
  'alloy-operator',
  'autoInstrumentation',
  'collectorCommon',
  'collectors',
  'destinations',
  'extraObjects',
  'fullnameOverride',
  'nameOverride',
  'telemetryServices',
])

/** Keys there that do so, or that hold whole objects. */
const namingKeys = /^(?:full)?name(?:Override)?$|Name$|^extra(?:Manifests|Objects|Service)$/

/** Whether something is in a list twice, or in a text with commas. */
function repeats(value: unknown): boolean {
  const items = Array.isArray(value) ? value : printValue(value).split(',')
  return new Set(items.map((item) => printValue(item).trim())).size < items.length
}

/** A release's name so long that what is made of it may be cut off. */
const longName = 25

/**
 * Whether two objects may have one name. The names that the chart gives itself never meet, so making
 * and comparing all objects is for when the user named some.
 */
function mayMeet({ model, collectors, written }: RuleInput): boolean {
  const names = collectors.map(({ view }) => view.name)
  return (
    model.release.name.length > longName ||
    names.some((name) => mayMeetOthers(name, names)) ||
    // Both may have a Secret that begins with their name.
    [...model.destinations.keys()].some((one) => names.some((name) => one.startsWith(name))) ||
    written.some(({ path, value }) => {
      const key = String(path.at(-1))
      if (!namingSections.has(String(path[0]))) return false
      return namingKeys.test(key) || (/namespaces$/i.test(key) && repeats(value))
    }) ||
    integrationSecrets(model.root, model).length > 0
  )
}

/**
 * Objects of one kind and name, of which one overwrites the other or is refused. Collectors that share
 * an object, and instances of integrations that share a Secret, are told of elsewhere.
 */
export const objectNames: Rule = (input) => {
  if (!mayMeet(input)) return
  const { model, objects, workloads } = input
  const seen = new Map<string, 'chart' | 'operator'>()
  const told = new Set<string>()
  const check = (all: readonly KubernetesObject[], maker: 'chart' | 'operator') => {
    for (const object of all) {
      const { name, namespace = model.namespace } = object.metadata
      if (object.kind === 'Alloy' || typeof name !== 'string') continue
      const key = [object.apiVersion, object.kind, printValue(namespace), name].join(' ')
      const other = seen.get(key)
      if (other === undefined) {
        seen.set(key, maker)
        continue
      }
      // Two of the operator's are of two collectors with one name.
      if ((maker === 'operator' && other === 'operator') || told.has(key)) continue
      told.add(key)
      const culprit = culpritOf(input, object)
      if (!culprit) continue
      model.report({
        code: 'values.same-object',
        path: culprit.path,
        message: `The ${object.kind} ${name} is made twice, so one of them overwrites the other or is refused. ${culprit.advice}`,
        ...(culprit.fixes && { fixes: culprit.fixes }),
      })
    }
  }
  check(objects(), 'chart')
  check(workloads(), 'operator')
}
