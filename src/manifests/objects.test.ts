import { describe, expect, it } from 'vitest'
import { valueAt } from '../base/record'
import { generate } from '../generate'

type Tree = Readonly<Record<string, unknown>>

const base = {
  cluster: { name: 'north' },
  destinations: { metrics: { type: 'prometheus', url: 'https://prometheus' } },
  collectors: { one: { presets: ['clustered', 'statefulset'] } },
} as const

function made(values: Tree) {
  const { objects, diagnostics } = generate(
    { ...base, ...values },
    { release: 'try', namespace: 'monitoring' },
  )
  return {
    objects,
    codes: diagnostics.map(({ code }) => code),
    find: (kind: string, name: string) =>
      objects.find((one) => one.kind === kind && one.metadata.name === name),
  }
}

describe('the Alloy Operator', () => {
  it('manages the whole cluster, unless told otherwise', () => {
    const { find } = made({})
    expect(find('ClusterRole', 'try-alloy-operator')).toBeDefined()
    const own = made({
      'alloy-operator': { ownNamespaceOnly: true, rbac: { createClusterRoles: false } },
    })
    expect(own.find('ClusterRole', 'try-alloy-operator')).toBeUndefined()
    expect(own.find('Role', 'try-alloy-operator')?.metadata.namespace).toBe('monitoring')
    expect(
      valueAt(own.find('Deployment', 'try-alloy-operator'), [
        ...['spec', 'template', 'spec', 'containers', 0, 'env'],
      ]),
    ).toEqual([{ name: 'WATCH_NAMESPACE', value: 'monitoring' }])
  })

  it('is refused where it could do nothing', () => {
    const rbac = { createClusterRoles: false }
    expect(made({ 'alloy-operator': { rbac } }).codes).toContain('services.operator-namespaces')
  })

  it('is left out where another runs', () => {
    const { objects } = made({ 'alloy-operator': { deploy: false } })
    expect(objects.some(({ metadata }) => metadata.name.includes('operator'))).toBe(false)
  })
})

describe('Auto-Instrumentation', () => {
  const autoInstrumentation = { enabled: true, collector: 'one' }
  const configOf = (values: Tree) =>
    valueAt(made(values).find('ConfigMap', 'try-beyla'), ['data', 'beyla-config.yml']) as string

  it('brings Beyla, its cache and its configuration', () => {
    const { find } = made({ autoInstrumentation })
    expect(find('DaemonSet', 'try-beyla')).toBeDefined()
    expect(find('Deployment', 'beyla-k8s-cache')).toBeDefined()
    expect(configOf({ autoInstrumentation })).toContain('cluster_name: north')
  })

  it('restarts Beyla when its configuration changes', () => {
    const checksum = (data: Tree) =>
      valueAt(
        made({ autoInstrumentation: { ...autoInstrumentation, beyla: { config: { data } } } }).find(
          'DaemonSet',
          'try-beyla',
        ),
        ['spec', 'template', 'metadata', 'annotations', 'checksum/config'],
      )
    expect(checksum({ log_level: 'debug' })).not.toBe(checksum({}))
  })

  it('hands Beyla’s traces to the receiver that is there', () => {
    const applicationObservability = {
      enabled: true,
      collector: 'one',
      receivers: { otlp: { http: { enabled: true } } },
    }
    expect(configOf({ autoInstrumentation, applicationObservability })).toContain(
      'endpoint: http://try-one.monitoring.svc.cluster.local:4318',
    )
  })
})

describe('OpenShift', () => {
  const tailSampling = { enabled: true, policies: [{ name: 'all', type: 'always_sample' }] }
  const values = (collector?: Tree) => ({
    global: { platform: 'openshift' },
    destinations: {
      ...base.destinations,
      traces: {
        type: 'otlp',
        url: 'http://traces:4317',
        processors: { tailSampling: { ...tailSampling, ...(collector && { collector }) } },
      },
    },
  })

  it('lets the Alloy that samples traces run, as far as its settings tell', () => {
    expect(made(values()).codes).toContain('services.sampler-mounts')
    const { find, codes } = made(values({ alloy: { mounts: { varlog: false } } }))
    expect(codes).not.toContain('services.sampler-mounts')
    expect(find('SecurityContextConstraints', 'try-traces-sampler')).toMatchObject({
      allowHostDirVolumePlugin: false,
      volumes: ['configMap', 'emptyDir', 'projected', 'secret'],
    })
  })

  it('lets Kepler and Beyla run', () => {
    const { find } = made({
      global: { platform: 'openshift' },
      autoInstrumentation: { enabled: true, collector: 'one' },
      telemetryServices: { kepler: { deploy: true } },
    })
    for (const name of ['try-kepler', 'try-beyla']) {
      expect(find('SecurityContextConstraints', name)?.users).toEqual([
        ['system:serviceaccount:monitoring', name].join(':'),
      ])
      expect(find('ClusterRoleBinding', [name, 'scc'].join('-'))).toBeDefined()
    }
  })
})

describe('types in the services’ values', () => {
  const severities = (own: Tree) =>
    generate({ ...base, telemetryServices: { 'kube-state-metrics': { deploy: true, ...own } } })
      .diagnostics.filter(({ code }) => code === 'values.wrong-type')
      .map(({ severity }) => severity)

  it('are refused only where the chart refuses them', () => {
    expect(severities({ replicas: '2' })).toEqual(['warning'])
    expect(severities({ autosharding: { enabled: 'true' } })).toEqual(['error'])
  })
})
