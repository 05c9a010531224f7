import type { Statement } from '../alloy/ast'
import { walk } from '../alloy/visit'
import { isRecord, valueAt } from '../base/record'
import { setIn } from '../base/tree'
import { Findings } from '../diagnostics/findings'
import { readModel } from '../model'
import {
  authenticationType,
  type SecretHolder,
  type SecretMode,
  secretHolder,
  secretKey,
  secretMode,
  secretName,
  secretNamespace,
} from '../pipelines/secrets'
import { printObjects } from '../yaml/print'
import { externalSecret } from './external-secret'
import type { ReleaseTarget } from './file'
import { secretCommand } from './outside-secrets'

/** One entry of a Secret. */
export interface SecretEntry {
  /** Its key inside the Secret. */
  readonly key: string
  /** The settings that it stands for, as dotted paths: `auth.password`. */
  readonly fields: readonly string[]
  /** Whether it has to be there: a login needs it, or the values hold it now. */
  readonly needed: boolean
}

/** What a destination wants of a Secret that somebody else makes. */
export interface DestinationSecret {
  /** Where the credentials are as the values stand now. */
  readonly mode: SecretMode
  /** How the destination logs in, also where the values leave that to be guessed. */
  readonly authentication: string
  readonly name: string
  readonly namespace: string
  /** What the config would read from it, in the chart’s order; empty when there is no login. */
  readonly entries: readonly SecretEntry[]
  /** Credentials that stand in the values now, as dotted paths. */
  readonly typed: readonly string[]
  /** Makes the Secret with kubectl; asks for each credential. */
  readonly command: string
  /** An ExternalSecret for the External Secrets Operator, with blanks for the user's own store. */
  readonly externalSecret: string
}

/** Keys of the destination's Secret that its part of a config reads. */
function keysRead(statements: readonly Statement[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const statement of statements) {
    walk(statement, (node) => {
      if (node.kind !== 'index' || node.index.kind !== 'string') return
      const { target } = node
      if (target.kind === 'access' && target.name === 'data') keys.add(node.index.value)
    })
  }
  return keys
}

/**
 * With a Secret that somebody else made, the chart has the config ask for tenants and certificates
 * too, whether or not there are any; Alloy passes over those that are not there.
 */
const isLogin = (field: string) => field.startsWith('auth.') && !field.includes('.tls.')

/**
 * What the Secret of one destination has to hold when somebody else makes it, told from what the
 * config would then read; `undefined` when there is no such destination, or none that logs in.
 */
export function destinationSecret(
  values: unknown,
  name: string,
  { release, namespace }: ReleaseTarget,
): DestinationSecret | undefined {
  const target = { name: release, namespace }
  const destinationIn = (tree: unknown) =>
    readModel(tree, target, new Findings()).destinations.get(name)
  const now = destinationIn(values)
  if (!now || now.unit.secretFields.length === 0) return undefined
  const authentication = authenticationType(now.context.values)
  const path = ['destinations', name]
  const outside = destinationIn(
    setIn(
      setIn(
        setIn(values, [...path, 'secret', 'create'], false),
        [...path, 'secret', 'embed'],
        false,
      ),
      [...path, 'auth', 'type'],
      authentication,
    ),
  )
  if (!outside) return undefined
  const holder: SecretHolder = secretHolder(outside.context, outside.unit.secretFields)
  const read = keysRead(outside.unit.build(outside.context))
  const keys = new Set(holder.fields.map((field) => secretKey(holder.values, field)))
  const typed = now.unit.secretFields.filter((field) => {
    const literal = valueAt(now.context.user, field.split('.'))
    return literal !== undefined && literal !== null && literal !== '' && !isRecord(literal)
  })
  const entries = [...keys].flatMap((key) => {
    if (!read.has(key)) return []
    const fields = holder.fields.filter((field) => secretKey(holder.values, field) === key)
    const needed = fields.some((field) => isLogin(field) || typed.includes(field))
    return [{ key, fields, needed }]
  })
  const needed = entries.filter((entry) => entry.needed).map(({ key }) => key)
  const wanted = { name: secretName(holder), namespace: secretNamespace(holder), keys: needed }
  return {
    mode: secretMode(now.context.values),
    authentication,
    name: wanted.name,
    namespace: wanted.namespace,
    entries,
    typed,
    command: secretCommand(wanted).text,
    externalSecret: printObjects([externalSecret(wanted)]),
  }
}
