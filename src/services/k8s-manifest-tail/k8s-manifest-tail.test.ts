import { describe, expect, it, test } from 'vitest'
import { tryService } from '../../testing/service'
import { manifestTail, resourceOf, usualObjects } from '.'

test.each([
  ['Pod', 'pods'],
  ['Ingress', 'ingresses'],
  ['NetworkPolicy', 'networkpolicies'],
  ['Gateway', 'gateways'],
  ['Endpoints', 'endpoints'],
  ['Mesh', 'meshes'],
])('%s objects are called %s', (kind, resource) => {
  expect(resourceOf(kind)).toBe(resource)
})

describe('k8s-manifest-tail', () => {
  it('may read what it watches, each API group by itself', () => {
    const objects = [...usualObjects, { apiVersion: 'v1', kind: 'Pod' }]
    const { find, codes } = tryService(manifestTail, { config: { objects } })
    const verbs = ['get', 'list', 'watch']
    expect(find('ClusterRole')?.rules).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs },
      { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'daemonsets'], verbs },
      { apiGroups: ['batch'], resources: ['cronjobs'], verbs },
    ])
    expect(codes).toEqual([])
  })

  it('has to be told what to watch', () => {
    expect(tryService(manifestTail).codes).toEqual(['services.nothing-to-watch'])
  })
})
