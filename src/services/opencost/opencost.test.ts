import { describe, expect, it } from 'vitest'
import { valueAt } from '../../base/record'
import { setIn } from '../../base/tree'
import type { Diagnostic } from '../../diagnostics/diagnostic'
import { tryService } from '../../testing/service'
import { opencost } from '.'

type Tree = Readonly<Record<string, unknown>>

const root = { cluster: { name: 'north' } }
const path = ['telemetryServices', 'opencost']
const url = 'https://prometheus/api/v1/write'

/** A destination of Cost Metrics, as the user wrote it. */
const destination = (user: Tree) => ({
  name: 'metrics',
  values: user,
  user: { url, ...user },
  release: { name: 'try', namespace: 'monitoring' },
  namespace: 'monitoring',
})

const check = (own: Tree, user: Tree = {}) =>
  tryService(opencost, own, { root, surroundings: { metricsDestinations: [destination(user)] } })

const errorsIn = (findings: readonly Diagnostic[]) =>
  findings.filter(({ severity }) => severity === 'error')

/** Follows the first safe fix of the first finding that has one, until there is none left. */
function cured(own: Tree, user: Tree): Tree {
  let values = own
  for (let round = 0; round < 10; round += 1) {
    const fix = errorsIn(check(values, user).findings)
      .flatMap(({ fixes = [] }) => fixes)
      .find(({ safe }) => safe)
    const edit = fix?.edits[0]
    if (!edit || !('value' in edit)) return values
    for (const one of fix.edits) {
      if ('value' in one) values = setIn(values, one.path.slice(path.length), one.value) as Tree
    }
  }
  return values
}

const basic = { auth: { type: 'basic', username: 'u', password: 'p' } }
const access = { opencost: { prometheus: { external: { url: 'https://prometheus' } } } }

describe('what OpenCost has to be told', () => {
  it.each<[string, Tree]>([
    ['without a login', {}],
    ['with a login', basic],
    ['with a login that is only implied', { auth: { username: 'u', password: 'p' } }],
    ['with keys of one’s own', { auth: { ...basic.auth, usernameKey: 'a', passwordKey: 'b' } }],
    ['with a Secret of one’s own', { ...basic, secret: { create: false, name: 'mine' } }],
  ])('is told with one click each, for a destination %s', (_what, user) => {
    const before = errorsIn(check(access, user).findings)
    expect(before.map(({ code }) => code)).toContain('services.opencost-cluster')
    expect(errorsIn(check(cured(access, user), user).findings)).toEqual([])
  })

  it('is the address for queries, guessed from the one for writing', () => {
    const { findings } = check({ metricsSource: 'metrics' })
    const found = findings.find(({ code }) => code === 'services.opencost-url')
    expect(found?.fixes?.[0]?.edits).toEqual([
      {
        path: [...path, 'opencost', 'prometheus', 'external', 'url'],
        value: 'https://prometheus/api/v1/query',
      },
    ])
  })

  it.each<[string, Tree]>([
    ['an embedded login', { ...basic, secret: { embed: true } }],
    ['a token', { auth: { type: 'bearerToken', bearerToken: 't' } }],
  ])('cannot be told for %s, except by hand', (_what, user) => {
    const values = cured(access, user)
    expect(errorsIn(check(values, user).findings)).not.toEqual([])
    expect(errorsIn(check({ ...values, metricsSource: 'custom' }, user).findings)).toEqual([])
  })

  it('is a destination that Cost Metrics sends to', () => {
    const { codes } = check({ ...access, metricsSource: 'another' })
    expect(codes).toContain('services.opencost-source')
  })
})

describe('OpenCost', () => {
  it('does not mount two volumes in one place', () => {
    const own = { metricsSource: 'custom', opencost: { cloudIntegrationSecret: 'billing' } }
    expect(check(own).codes).toContain('services.opencost-volume')
    const mounts = valueAt(tryService(opencost, cured(own, {})).find('Deployment'), [
      ...['spec', 'template', 'spec', 'containers', 0, 'volumeMounts'],
    ]) as { mountPath: string }[]
    expect(mounts.filter(({ mountPath }) => mountPath === '/var/configs')).toHaveLength(1)
  })

  it('logs in with the Secret of the destination', () => {
    const prometheus = { existingSecretName: 'login', password_key: 'secret' }
    const { find } = tryService(opencost, { opencost: { prometheus } })
    expect(
      valueAt(find('Deployment'), ['spec', 'template', 'spec', 'containers', 0, 'env']),
    ).toContainEqual({
      name: 'DB_BASIC_AUTH_PW',
      valueFrom: { secretKeyRef: { name: 'login', key: 'secret' } },
    })
    expect(find('Secret')).toBeUndefined()
  })

  it('replaces its pods when what they read changes', () => {
    const checksum = (price: number) => {
      const customPricing = { enabled: true, costModel: { CPU: price } }
      const { find } = tryService(opencost, { opencost: { customPricing } })
      return find('Deployment')?.metadata.annotations?.['checksum/configs']
    }
    expect(checksum(1)).not.toBe(checksum(2))
    expect(checksum(1)).toBe(checksum(1))
  })

  it('serves its page only when asked, and hands data on to itself', () => {
    const page = (ui: Tree) =>
      tryService(opencost, { opencost: { ui } }).find('ConfigMap', 'opencost-ui-nginx-config')
    expect(page({})).toBeUndefined()
    const file = valueAt(page({ enabled: true, uiPath: '/costs/' }), ['data', 'nginx.conf'])
    expect(file).toContain('server try-opencost.monitoring:9003;')
    expect(file).toContain('location /costs/model/ {')
  })
})
