/**
 * Credentials: where they are kept, and how a config reads them.
 *
 * One reader for destinations, remote configuration and the SQL integrations
 * (templates/secrets/_helpers.tpl). A field `auth.password` has siblings: `auth.passwordFrom`, an
 * Alloy expression that wins over all else, and `auth.passwordKey`, its key inside the Secret.
 */
import type { Block, Expression } from '../alloy/ast'
import { at, call, component, expression, path, rawExpression } from '../alloy/build'
import { base64 } from '../base/base64'
import { alloyName, kubernetesName, truncateName } from '../base/names'
import { setOwn, valueAt } from '../base/record'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import type { Release } from '../values/global'
import { isEmpty, printValue } from '../values/helm'

type Tree = Readonly<Record<string, unknown>>

/** Whatever keeps credentials. */
export interface SecretHolder {
  /** What Kubernetes names are made of: the destination's name, `<collector>-remote-cfg`, the instance's name. */
  readonly name: string
  /** The Alloy label made of it. */
  readonly label: string
  /** Its values with defaults filled in. */
  readonly values: Tree
  /** What the user wrote: whether a Secret is made is decided there. */
  readonly user: Tree
  /** Dotted paths of its secret fields, in the chart's order. */
  readonly fields: readonly string[]
  /** The chart that makes the Secret; it is part of the Secret's name. */
  readonly chartName: 'k8s-monitoring' | 'integrations'
  readonly release: Release
  /** Where the Secret goes unless `secret.namespace` says otherwise. */
  readonly namespace: string
}

/** What a holder is made of; `name` and `label` of a destination with a `name` of its own follow that. */
export interface SecretOwner {
  readonly name: string
  readonly values: Tree
  readonly user: Tree
  readonly release: Release
  readonly namespace: string
}

/** A destination's, a remote configuration's or an instance's credentials. */
export function secretHolder(
  owner: SecretOwner,
  fields: readonly string[],
  chartName: SecretHolder['chartName'] = 'k8s-monitoring',
): SecretHolder {
  const own = valueAt(owner.values, ['name'])
  const name = typeof own === 'string' && own !== '' ? own : owner.name
  const { values, user, release, namespace } = owner
  return { name, label: alloyName(name), values, user, fields, chartName, release, namespace }
}

/**
 * Where the credentials are: in the config itself, in a Secret that somebody else made, or in one
 * that this release makes.
 */
export type SecretMode = 'embedded' | 'external' | 'create'

export function secretMode(values: Tree): SecretMode {
  if (valueAt(values, ['secret', 'embed']) === true) return 'embedded'
  return valueAt(values, ['secret', 'create']) === false ? 'external' : 'create'
}

function textAt(values: Tree, field: string, suffix = ''): string {
  const value = valueAt(values, field.concat(suffix).split('.'))
  return typeof value === 'object' ? '' : printValue(value)
}

/** The credential itself, as the values hold it; empty when they do not. */
export function secretLiteral(values: Tree, field: string): string {
  return textAt(values, field)
}

/** The user's expression for a credential; empty when there is none. */
export function secretFrom(values: Tree, field: string): string {
  return textAt(values, field, 'From')
}

/** The credential's key inside the Secret: as set, else the last part of its path. */
export function secretKey(values: Tree, field: string): string {
  const set = valueAt(values, field.concat('Key').split('.'))
  return typeof set === 'string' ? set : (field.split('.').at(-1) ?? field)
}

/**
 * Whether a credential counts as given. With a Secret that somebody else made every field does,
 * since nobody knows what is in there.
 */
export function usesSecret(holder: Pick<SecretHolder, 'values'>, field: string): boolean {
  return (
    secretFrom(holder.values, field) !== '' ||
    secretMode(holder.values) === 'external' ||
    secretLiteral(holder.values, field) !== ''
  )
}

/** Whether the config reads a Secret of Kubernetes at all. */
export function usesKubernetesSecret(holder: Pick<SecretHolder, 'values' | 'fields'>): boolean {
  const { values, fields } = holder
  switch (secretMode(values)) {
    case 'embedded':
      return false
    case 'external':
      return fields.some((field) => valueAt(values, field.concat('Key').split('.')) !== undefined)
    case 'create':
      return fields.some(
        (field) => secretLiteral(values, field) !== '' && secretFrom(values, field) === '',
      )
  }
}

/**
 * How the config reads a credential: the user's expression, the text itself, or the Secret's data.
 * `undefined` when there is nothing to read, where the chart would write an attribute without a value.
 *
 * `nonsensitive` for what is no secret (user names, tenants, certificates), which Alloy otherwise
 * refuses where a plain text is expected.
 */
export function readSecret(
  holder: SecretHolder,
  field: string,
  { nonsensitive = false }: { readonly nonsensitive?: boolean } = {},
): Expression | undefined {
  const { values } = holder
  const from = secretFrom(values, field)
  if (from !== '') return rawExpression(from)
  if (secretMode(values) === 'embedded') return expression(secretLiteral(values, field))
  if (!usesKubernetesSecret(holder)) return undefined
  const data = at(
    path('remote', 'kubernetes', 'secret', holder.label, 'data'),
    secretKey(values, field),
  )
  return nonsensitive ? call('convert.nonsensitive', data) : data
}

/** {@link readSecret} if the credential counts as given, else `undefined`. */
export function readUsedSecret(
  holder: SecretHolder,
  field: string,
  options?: { readonly nonsensitive?: boolean },
): Expression | undefined {
  return usesSecret(holder, field) ? readSecret(holder, field, options) : undefined
}

/** The Secret's name: `secret.name`, else made of the holder, the release and the chart. */
export function secretName(holder: SecretHolder): string {
  const set = textAt(holder.values, 'secret.name')
  if (set !== '') return set
  const { name, release, chartName } = holder
  const parts = [kubernetesName(name), release.name]
  if (!release.name.includes(chartName)) parts.push(chartName)
  return truncateName(parts.join('-')).toLowerCase()
}

/** The Secret's namespace: `secret.namespace`, else the holder's. */
export function secretNamespace(holder: SecretHolder): string {
  return textAt(holder.values, 'secret.namespace') || holder.namespace
}

/**
 * The `remote.kubernetes.secret` that reads the Secret, if the config needs it
 * (templates/secrets/_secret.alloy.tpl).
 */
export function secretComponent(
  holder: SecretHolder,
): (Block & { readonly label: string }) | undefined {
  if (!usesKubernetesSecret(holder)) return undefined
  return component('remote.kubernetes.secret', holder.label, {
    name: secretName(holder),
    namespace: secretNamespace(holder),
  })
}

/** Whether this release makes a Secret: asked of the user's values, not of the defaults. */
export function makesSecret(holder: SecretHolder): boolean {
  const { user, fields } = holder
  if (!usesKubernetesSecret({ values: user, fields })) return false
  const create = valueAt(user, ['secret', 'create'])
  return create === undefined || create === true
}

/**
 * The Secret that this release makes, if it makes one: every credential that the values hold, under
 * its key (templates/destination_secret.yaml, templates/remote_config_secret.yaml and the SQL
 * integrations', which write plain `stringData` and no `type`).
 */
export function secretObject(holder: SecretHolder): KubernetesObject | undefined {
  if (!makesSecret(holder)) return undefined
  const plain = holder.chartName === 'integrations'
  const data: Record<string, string> = {}
  for (const field of holder.fields) {
    const literal = secretLiteral(holder.values, field)
    if (literal === '') continue
    setOwn(data, secretKey(holder.values, field), plain ? literal : base64(literal))
  }
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: secretName(holder), namespace: secretNamespace(holder) },
    ...(plain ? { stringData: data } : { type: 'Opaque', data }),
  }
}

/**
 * `auth.type`, or basic when it is left out and there are a user name and a password, else none.
 * Texts that the chart does not know come back as they are: they authenticate nothing.
 */
export function authenticationType(values: Tree): string {
  const set = textAt(values, 'auth.type')
  if (set !== '') return set
  const given = (field: string) =>
    !isEmpty(secretLiteral(values, field)) || !isEmpty(secretFrom(values, field))
  return given('auth.username') && given('auth.password') ? 'basic' : 'none'
}
