import { describe, expect, it } from 'vitest'
import { valueAt } from '../../base/record'
import { sha256 } from '../../base/sha256'
import { tryWorkloads } from '../../testing/try-workloads'

const content = 'logging {\n  level = "debug"\n}\n'

describe('the configuration', () => {
  it('stands in a ConfigMap of the operator’s only where the spec says so', () => {
    expect(tryWorkloads({ alloy: { configMap: { content } } }).one('ConfigMap').data).toEqual({
      'config.alloy': content.trimEnd(),
    })
    expect(tryWorkloads({ alloy: { configMap: { create: false } } }).kinds).not.toContain(
      'ConfigMap',
    )
  })

  it('is read from the ConfigMap and the key that are named', () => {
    const { pod, container } = tryWorkloads({
      alloy: { configMap: { create: false, name: 'mine', key: 'a.alloy' } },
    })
    expect(pod).toMatchObject({ volumes: [{ configMap: { name: 'mine' } }] })
    expect(container('alloy')).toMatchObject({
      args: expect.arrayContaining(['/etc/alloy/a.alloy']),
    })
  })

  it('restarts the pods when it changes and no reloader watches it', () => {
    const annotations = (spec: object) =>
      valueAt(tryWorkloads(spec).controller, ['spec', 'template', 'metadata', 'annotations'])
    const alloy = { configMap: { content } }
    expect(annotations({ alloy, configReloader: { enabled: false } })).toHaveProperty(
      ['checksum/config'],
      sha256(content).slice(0, 63),
    )
    expect(annotations({ alloy })).not.toHaveProperty(['checksum/config'])
  })
})
