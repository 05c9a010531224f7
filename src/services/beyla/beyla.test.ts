import { describe, expect, it } from 'vitest'
import { valueAt } from '../../base/record'
import { tryService } from '../../testing/service'
import { beyla } from '.'

const cache = { k8sCache: { replicas: 1 } }

describe('Beyla’s cache', () => {
  it('comes without Beyla', () => {
    const { find, codes } = tryService(beyla, cache)
    expect(find('DaemonSet')).toBeUndefined()
    expect(find('Deployment')?.metadata.name).toBe('beyla-k8s-cache')
    expect(codes).toEqual([])
  })

  it('tells that without replicas there is nothing', () => {
    const { find, codes } = tryService(beyla)
    expect(find('Deployment')).toBeUndefined()
    expect(codes).toEqual(['services.no-cache'])
  })

  it('is refused beside that of Auto-Instrumentation', () => {
    const autoInstrumentation = { enabled: true, beyla: { k8sCache: { replicas: 1 } } }
    expect(tryService(beyla, cache, { root: { autoInstrumentation } }).codes).toEqual([
      'services.two-beyla-caches',
    ])
    expect(tryService(beyla, { ...cache, enabled: true }).codes).toEqual(['services.beyla-itself'])
  })

  it('is an image of its own, pinned by its digest', () => {
    const image = { digest: 'abc', registry: 'my.io' }
    const { find } = tryService(beyla, { k8sCache: { replicas: 1, image } })
    expect(
      valueAt(find('Deployment'), ['spec', 'template', 'spec', 'containers', 0, 'image']),
    ).toBe('my.io/grafana/beyla-k8s-cache@sha256:abc')
  })
})
