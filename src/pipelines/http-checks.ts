/** Findings about HTTP clients and their credentials, for all that {@link httpClients} lists. */
import { isIdentifier } from '../alloy/lexer'
import { isRecord, valueAt } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import type { UnitContext } from '../values/context'
import { printNumber } from '../values/helm'
import type { HttpClient } from './http'
import {
  authenticationType,
  type SecretHolder,
  secretFrom,
  secretHolder,
  secretKey,
  secretLiteral,
  secretMode,
  secretName,
  secretNamespace,
  usesKubernetesSecret,
  usesSecret,
} from './secrets'

type Tree = Readonly<Record<string, unknown>>

/** A client as its checks see it; a destination's context is one. */
export interface HttpOwner extends UnitContext {
  readonly name: string
  readonly values: Tree
  readonly user: Tree
  readonly path: Path
}

export interface HttpFacts {
  readonly client: HttpClient
  readonly secretFields: readonly string[]
  /** Whether the chart checks basic authentication itself, as it does for destinations. */
  readonly refusesBasic?: boolean
  /** Dotted paths of maps whose keys the chart writes without quotes. */
  readonly bareKeys?: readonly string[]
}

const commonBareKeys = ['auth.oauth2.endpointParams', 'extraLabels', 'extraLabelsFrom']

/**
 * Basic authentication without a user name or a password, which the chart refuses for every type of
 * destination (templates/destinations/_destination_validations.tpl).
 */
export function checkBasic({ user, path, name, report }: HttpOwner): void {
  if (!isRecord(user.auth) || authenticationType(user) !== 'basic') return
  for (const [field, word] of [
    ['username', 'user name'],
    ['password', 'password'],
  ] as const) {
    if (usesSecret({ values: user }, ['auth', field].join('.'))) continue
    report({
      code: 'destinations.basic-incomplete',
      path: [...path, 'auth', field],
      message: `${name} logs in with a user name and a password, and the ${word} is missing. Give it here, as an expression, or through a Secret of your own.`,
      fixes: [
        {
          title: 'Send without logging in',
          edits: [{ path: [...path, 'auth', 'type'], value: 'none' }],
          safe: false,
        },
      ],
    })
  }
}

/** All that is worth saying of a client's settings. */
export function checkHttp(owner: HttpOwner, facts: HttpFacts): void {
  const holder = secretHolder(owner, facts.secretFields)
  const { refusesBasic = true } = facts
  if (refusesBasic) checkBasic(owner)
  checkUrl(owner)
  checkAuthentication(owner, facts.client)
  checkCredentials(owner, holder, neededCredentials(owner.values, facts.client, refusesBasic))
  checkBareKeys(owner, [...commonBareKeys, ...(facts.bareKeys ?? [])])
  checkNumbers(owner)
  checkSecret(owner, holder, facts.client)
}

function textAt(values: Tree, field: string): string {
  const value = valueAt(values, field.split('.'))
  return typeof value === 'string' ? value : ''
}

function checkUrl({ values, path, name, report }: HttpOwner): void {
  if (textAt(values, 'url') !== '' || textAt(values, 'urlFrom') !== '') return
  report({
    code: 'connections.no-url',
    path: [...path, 'url'],
    message: `Say where ${name} is. The chart does not ask for an address, but Alloy does not load a config without one.`,
  })
}

function knownTypes(client: HttpClient): string[] {
  return [
    'none',
    'basic',
    ...(client.bearer === 'none' ? [] : ['bearerToken']),
    ...(client.oauth2 === 'none' ? [] : ['oauth2']),
    ...(client.sigv4 ? ['sigv4'] : []),
  ]
}

function checkAuthentication({ values, path, name, report }: HttpOwner, client: HttpClient): void {
  const type = authenticationType(values)
  const types = knownTypes(client)
  if (!types.includes(type)) {
    report({
      code: 'connections.unknown-authentication',
      path: [...path, 'auth', 'type'],
      message: `${JSON.stringify(type)} is no way to log in here, so the chart leaves the login to ${name} out. Choose one of ${types.join(', ')}.`,
    })
  }
  if (type !== 'oauth2' || valueAt(values, ['auth', 'oauth2', 'proxyFromEnvironment']) !== true) {
    return
  }
  const proxy = [...path, 'auth', 'oauth2', 'proxyFromEnvironment']
  report({
    code: 'connections.oauth2-proxy-from-environment',
    path: proxy,
    message:
      'The chart writes this as proxyFromEnvironment, which Alloy does not know, so the collector’s config does not load. Turn it off and name the proxy in proxyURL.',
    fixes: [{ title: 'Turn it off', edits: [{ path: proxy, remove: true }], safe: true }],
  })
}

/** The credentials without which a login of this type is none. */
function neededCredentials(values: Tree, client: HttpClient, refusesBasic: boolean): string[] {
  switch (authenticationType(values)) {
    case 'basic':
      return refusesBasic ? [] : ['auth.username', 'auth.password']
    case 'bearerToken':
      if (client.bearer === 'none') return []
      return client.bearerFile && textAt(values, 'auth.bearerTokenFile') !== ''
        ? []
        : ['auth.bearerToken']
    case 'oauth2':
      if (client.oauth2 === 'none') return []
      return textAt(values, 'auth.oauth2.clientSecretFile') === ''
        ? ['auth.oauth2.clientId', 'auth.oauth2.clientSecret']
        : ['auth.oauth2.clientId']
    default:
      return []
  }
}

function checkCredentials(
  { path, name, report }: HttpOwner,
  holder: SecretHolder,
  needed: readonly string[],
): void {
  for (const field of needed) {
    if (usesSecret(holder, field)) continue
    report({
      code: 'connections.missing-credential',
      path: [...path, ...field.split('.')],
      message: usesKubernetesSecret(holder)
        ? `${name} logs in with this, and it is missing. The config reads it from the Secret, where it will not be.`
        : `${name} logs in with this, and it is missing. The chart writes a setting without a value, so the collector’s config does not load.`,
    })
  }
}

/** Keys that are no identifiers, in maps whose keys the chart does not quote. */
function checkBareKeys({ values, path, report }: HttpOwner, fields: readonly string[]): void {
  for (const field of fields) {
    const map = valueAt(values, field.split('.'))
    if (!isRecord(map)) continue
    for (const key of Object.keys(map)) {
      if (isIdentifier(key)) continue
      report({
        code: 'connections.bare-key',
        path: [...path, ...field.split('.'), key],
        message: `The chart writes the name ${JSON.stringify(key)} without quotes, and Alloy cannot read it so: the collector’s config does not load. Use letters, digits and underscores.`,
      })
    }
  }
}

const numberFields = ['tenantId', 'auth.username']
const numberMaps = ['extraHeaders', 'extraLabels']

/** Numbers that Go prints with an exponent where the user meant their digits. */
function checkNumbers({ user, path, report }: HttpOwner): void {
  const places: Path[] = numberFields.map((field) => field.split('.'))
  for (const field of numberMaps) {
    const map = user[field]
    if (isRecord(map)) places.push(...Object.keys(map).map((key) => [field, key]))
  }
  for (const place of places) {
    const value = valueAt(user, place)
    if (typeof value !== 'number' || printNumber(value) === String(value)) continue
    report({
      code: 'connections.number-as-text',
      path: [...path, ...place],
      message: `Without quotes this is a number, which the chart prints as ${printNumber(value)}. Put it in quotes.`,
      fixes: [
        {
          title: 'Put it in quotes',
          edits: [{ path: [...path, ...place], value: String(value) }],
          safe: true,
        },
      ],
    })
  }
}

function checkSecret(
  { values, user, path, name, report }: HttpOwner,
  holder: SecretHolder,
  client: HttpClient,
): void {
  const mode = secretMode(values)
  const literals = holder.fields.filter((field) => secretLiteral(values, field) !== '')
  if (mode === 'embedded' && literals.length > 0) {
    report({
      code: 'connections.embedded-secret',
      path: [...path, 'secret', 'embed'],
      message: `The credentials of ${name} stand in the collector’s config in plain text, for everybody who may read ConfigMaps. Let the chart make a Secret of them.`,
      fixes: [
        {
          title: 'Keep them in a Secret',
          edits: [{ path: [...path, 'secret', 'embed'], remove: true }],
          safe: true,
        },
      ],
    })
  }
  if (mode === 'external' && usesKubernetesSecret(holder)) {
    const keys = holder.fields.filter((field) => readsKey(values, field, client))
    report({
      code: 'connections.own-secret',
      path: [...path, 'secret', secretNameIsSet(values) ? 'name' : 'create'],
      message: `Make the Secret ${secretName(holder)} in ${secretNamespace(holder)} before you install. The config reads ${[...new Set(keys.map((field) => secretKey(values, field)))].join(', ')} from it; what it lacks counts as empty.`,
    })
  }
  if (mode === 'create' && valueAt(user, ['secret', 'create']) === null && literals.length > 0) {
    const create = [...path, 'secret', 'create']
    report({
      code: 'connections.secret-not-made',
      path: create,
      message: `With null here the chart makes no Secret, yet the config reads one. Say true to have it made, or false if you make it yourself.`,
      fixes: [{ title: 'Have it made', edits: [{ path: create, value: true }], safe: true }],
    })
  }
}

function secretNameIsSet(values: Tree): boolean {
  return textAt(values, 'secret.name') !== ''
}

/** Whether a config with a Secret of the user's own reads this field's key there. */
function readsKey(values: Tree, field: string, client: HttpClient): boolean {
  if (secretFrom(values, field) !== '') return false
  const type = authenticationType(values)
  if (field === 'tenantId') return type !== 'sigv4'
  if (/tls\.(ca|cert|key)$/.test(field) && textAt(values, field.concat('File')) !== '') return false
  if (field.startsWith('tls.')) return true
  if (field.startsWith('auth.oauth2.')) {
    const file = field.endsWith('clientSecret') ? 'auth.oauth2.clientSecretFile' : ''
    return type === 'oauth2' && (file === '' || textAt(values, file) === '')
  }
  if (field.startsWith('auth.sigv4.')) return type === 'sigv4'
  if (field === 'auth.bearerToken') {
    return neededCredentials(values, client, true).includes(field)
  }
  return type === 'basic'
}
