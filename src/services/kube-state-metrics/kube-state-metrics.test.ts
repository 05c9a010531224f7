import { describe, expect, it } from 'vitest'
import { valueAt } from '../../base/record'
import { tryService } from '../../testing/service'
import { kubeStateMetrics } from '.'

const argumentsOf = (own: Readonly<Record<string, unknown>>) => {
  const { objects } = tryService(kubeStateMetrics, own)
  const workload = objects.find(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind))
  return valueAt(workload, ['spec', 'template', 'spec', 'containers', 0, 'args']) as string[]
}
const argument = (own: Readonly<Record<string, unknown>>, name: string) =>
  argumentsOf(own).find((one) => one.startsWith(name))

describe('kube-state-metrics', () => {
  it('shares its work among replicas that know their place', () => {
    const { find, objects } = tryService(kubeStateMetrics, {
      replicas: 3,
      autosharding: { enabled: true },
    })
    expect(find('Deployment')).toBeUndefined()
    expect(find('StatefulSet')?.spec).toMatchObject({
      replicas: 3,
      serviceName: 'try-kube-state-metrics',
    })
    expect(find('Service')?.spec).toMatchObject({ clusterIP: 'None' })
    expect(argumentsOf({ autosharding: { enabled: true } })).toContain('--pod=$(POD_NAME)')
    expect(objects.filter(({ kind }) => kind === 'Role')).toHaveLength(1)
  })

  it('reads the listed namespaces only, if it may not read all', () => {
    const own = { rbac: { useClusterRole: false }, namespaces: ['one', 'two'] }
    const { objects } = tryService(kubeStateMetrics, own)
    expect(objects.some(({ kind }) => kind.startsWith('Cluster'))).toBe(false)
    expect(
      objects.filter(({ kind }) => kind === 'Role').map(({ metadata }) => metadata.namespace),
    ).toEqual(['one', 'two'])
    expect(argument(own, '--namespaces=')).toBe('--namespaces=one,two')
  })

  it('puts the eleventh namespace before the third, as the chart does', () => {
    const namespaces = Array.from({ length: 11 }, (_, index) => ['n', index].join(''))
    expect(argument({ namespaces }, '--namespaces=')).toBe(
      '--namespaces=n0,n1,n10,n2,n3,n4,n5,n6,n7,n8,n9',
    )
  })

  it('may read exactly what it watches', () => {
    const own = {
      collectors: ['pods', 'nodes'],
      collectorsExclude: ['nodes'],
      collectorsExtra: ['roles'],
    }
    const { find } = tryService(kubeStateMetrics, own)
    const rules = find('ClusterRole')?.rules as readonly { resources: readonly string[] }[]
    expect(rules.flatMap(({ resources }) => resources)).toEqual(['roles', 'pods'])
    expect(argument(own, '--resources=')).toBe('--resources=pods,roles')
  })

  it('offers its metrics through the proxy only, where there is one', () => {
    const { find } = tryService(kubeStateMetrics, { kubeRBACProxy: { enabled: true } })
    const containers = valueAt(find('Deployment'), ['spec', 'template', 'spec', 'containers']) as {
      name: string
      ports?: unknown
    }[]
    expect(containers.map(({ name, ports }) => [name, ports !== undefined])).toEqual([
      ['kube-state-metrics', false],
      ['kube-rbac-proxy-http', true],
    ])
    expect(argumentsOf({ kubeRBACProxy: { enabled: true } })).toContain('--host=127.0.0.1')
  })

  it('takes its image from the global registry', () => {
    const { find } = tryService(
      kubeStateMetrics,
      {},
      { root: { global: { imageRegistry: 'my.io' } } },
    )
    expect(
      valueAt(find('Deployment'), ['spec', 'template', 'spec', 'containers', 0, 'image']),
    ).toMatch(/^my\.io\/kube-state-metrics\/kube-state-metrics:v/)
  })

  it('keeps what the user does not touch of a map that has defaults', () => {
    const { find } = tryService(kubeStateMetrics, { podAnnotations: { mine: 'yes' } })
    expect(valueAt(find('Deployment'), ['spec', 'template', 'metadata', 'annotations'])).toEqual({
      mine: 'yes',
      'k8s.grafana.com/logs.job': 'integrations/kubernetes/kube-state-metrics',
    })
  })
})
