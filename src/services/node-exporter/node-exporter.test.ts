import { describe, expect, it } from 'vitest'
import { valueAt } from '../../base/record'
import { tryService } from '../../testing/service'
import { nodeExporter } from '.'

const containerOf = (own: Readonly<Record<string, unknown>>) =>
  valueAt(tryService(nodeExporter, own).find('DaemonSet'), [
    ...['spec', 'template', 'spec', 'containers', 0],
  ])

describe('Node Exporter', () => {
  it('lays the user’s demands on nodes over its own', () => {
    const affinity = { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } }
    const { find } = tryService(nodeExporter, { affinity })
    const found = valueAt(find('DaemonSet'), [
      'spec',
      'template',
      'spec',
      'affinity',
      'nodeAffinity',
    ])
    expect(found).toHaveProperty('preferredDuringSchedulingIgnoredDuringExecution')
    expect(found).toHaveProperty('requiredDuringSchedulingIgnoredDuringExecution')
  })

  it.each([
    ['1.12.1', true],
    ['v1.4.0', true],
    ['v1.3.1', false],
  ])('asks version %s for data about devices: %s', (tag, asks) => {
    const list = valueAt(containerOf({ image: { tag } }), ['args']) as string[]
    expect(list.some((one) => one.startsWith('--path.udev.data='))).toBe(asks)
  })

  it('listens where the proxy finds it, and nobody else', () => {
    const container = containerOf({ kubeRBACProxy: { enabled: true } })
    expect(valueAt(container, ['env', 0])).toEqual({ name: 'HOST_IP', value: '127.0.0.1' })
    expect(valueAt(container, ['ports'])).toBeUndefined()
  })
})
