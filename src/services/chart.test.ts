import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledChart } from './chart'

const identity = { name: 'exporter', version: '1.0.0' } as const
const chart = (values: Readonly<Record<string, unknown>>, release = 'mine') =>
  bundledChart({ identity, values, release: { name: release, namespace: 'there' } })

describe('the names of a bundled chart', () => {
  it.each([
    [{}, 'mine', 'mine-exporter'],
    [{}, 'my-exporter', 'my-exporter'],
    [{ nameOverride: 'other' }, 'mine', 'mine-other'],
    [{ nameOverride: 'min' }, 'mine', 'mine'],
    [{ fullnameOverride: 'whole', nameOverride: 'other' }, 'mine', 'whole'],
  ])('%j in the release %s: %s', (values, release, name) => {
    expect(chart(values, release).fullName).toBe(name)
  })

  it('are never longer than Kubernetes allows', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 200 }), (name, release) => {
        expect([...chart({ nameOverride: name }, release).fullName].length).toBeLessThanOrEqual(63)
      }),
    )
  })

  it('follow the release’s namespace unless told otherwise', () => {
    expect(chart({}).namespace).toBe('there')
    expect(chart({ namespaceOverride: 'here' }).namespace).toBe('here')
  })

  it.each([
    [{ create: true }, 'mine-exporter'],
    [{ create: true, name: 'own' }, 'own'],
    [{ create: false, name: 'own' }, 'own'],
    [{ create: false }, 'default'],
  ])('give the account %j the name %s', (serviceAccount, name) => {
    expect(chart({ serviceAccount }).accountName).toBe(name)
  })
})
