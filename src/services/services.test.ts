import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRecord, valueAt } from '../base/record'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { tryService } from '../testing/service'
import type { Option } from '../values/options'
import { services } from '.'

type Tree = Readonly<Record<string, unknown>>

/** What a service cannot do without. */
const needed: Readonly<Record<string, Tree>> = {
  beyla: { k8sCache: { replicas: 1 } },
  'k8s-manifest-tail': { config: { objects: [{ apiVersion: 'v1', kind: 'Pod' }] } },
  sdkInjector: { allowedConfigMapWriters: 'someone' },
}

/** Variants that make as many kinds of objects as possible. */
const variants: readonly (readonly [service: string, values: Tree])[] = [
  ...services.map(({ name }) => [name, needed[name] ?? {}] as const),
  ['kube-state-metrics', { autosharding: { enabled: true }, replicas: 3 }],
  ['kube-state-metrics', { rbac: { useClusterRole: false }, namespaces: 'a,b' }],
  ['kube-state-metrics', { kubeRBACProxy: { enabled: true }, selfMonitor: { enabled: true } }],
  ['kube-state-metrics', { nameOverride: 'states', podLabels: { more: 'labels' } }],
  ['node-exporter', { kubeRBACProxy: { enabled: true } }],
  ['kepler', { modelServer: { enabled: true } }],
  ['opencost', { opencost: { ui: { enabled: true }, mcp: { enabled: true } } }],
  [
    'sdkInjector',
    { ...needed.sdkInjector, namespace: { name: 'elsewhere' }, watchNamespace: 'here' },
  ],
]

const named = (name: string) => services.find((service) => service.name === name)

function objectsOf(name: string, values: Tree): readonly KubernetesObject[] {
  const service = named(name)
  return service ? tryService(service, values).objects : []
}

const workloadKinds = ['Deployment', 'DaemonSet', 'StatefulSet']
const labelsOf = (workload: KubernetesObject) =>
  valueAt(workload, ['spec', 'template', 'metadata', 'labels'])
const containersOf = (workload: KubernetesObject): readonly unknown[] => {
  const found = valueAt(workload, ['spec', 'template', 'spec', 'containers'])
  return Array.isArray(found) ? found : []
}
const where = ({ metadata }: KubernetesObject) => metadata.namespace ?? 'everywhere'

describe.each(variants)('%s with %j', (name, values) => {
  const objects = objectsOf(name, values)
  const workloads = objects.filter(({ kind }) => workloadKinds.includes(kind))

  it('makes every object once', () => {
    const ids = objects.map((one) => [one.kind, where(one), one.metadata.name].join(' '))
    expect(new Set(ids).size).toBe(ids.length)
    expect(workloads).not.toEqual([])
  })

  it('finds its own pods', () => {
    for (const workload of workloads) {
      expect(labelsOf(workload)).toMatchObject(
        valueAt(workload, ['spec', 'selector', 'matchLabels']) as Tree,
      )
    }
  })

  it('has Services that lead to open ports of its pods', () => {
    for (const service of objects.filter(({ kind }) => kind === 'Service')) {
      const selector = valueAt(service, ['spec', 'selector']) as Tree
      const behind = workloads.filter((workload) =>
        Object.entries(selector).every(
          ([label, value]) => valueAt(labelsOf(workload), [label]) === value,
        ),
      )
      expect(behind).toHaveLength(1)
      const open = behind
        .flatMap(containersOf)
        .flatMap((container) => valueAt(container, ['ports']) ?? [])
      const ports = valueAt(service, ['spec', 'ports']) as readonly Tree[]
      for (const { targetPort } of ports) {
        expect(open).toContainEqual(
          expect.objectContaining(
            typeof targetPort === 'string' ? { name: targetPort } : { containerPort: targetPort },
          ),
        )
      }
    }
  })

  it('gives its accounts roles that are there', () => {
    for (const binding of objects.filter(({ kind }) => kind.endsWith('Binding'))) {
      const { kind, name: roleName } = binding.roleRef as { kind: string; name: string }
      const role = objects.find(
        (one) =>
          one.kind === kind && one.metadata.name === roleName && where(one) === where(binding),
      )
      expect(role).toBeDefined()
      for (const subject of binding.subjects as readonly { name: string; namespace: string }[]) {
        expect(objects).toContainEqual(
          expect.objectContaining({
            kind: 'ServiceAccount',
            metadata: expect.objectContaining({ name: subject.name, namespace: subject.namespace }),
          }),
        )
      }
    }
  })

  it('runs its pods as an account that is there', () => {
    const accounts = objects
      .filter(({ kind }) => kind === 'ServiceAccount')
      .map(({ metadata }) => metadata.name)
    for (const workload of workloads) {
      const account = valueAt(workload, ['spec', 'template', 'spec', 'serviceAccountName'])
      if (account !== undefined) expect(accounts).toContain(account)
    }
  })

  it('mounts only volumes that the pods have', () => {
    for (const workload of workloads) {
      const volumes = valueAt(workload, ['spec', 'template', 'spec', 'volumes']) ?? []
      const names = (volumes as readonly Tree[]).map((volume) => volume.name)
      const mounts = containersOf(workload).flatMap(
        (container) => (valueAt(container, ['volumeMounts']) ?? []) as readonly Tree[],
      )
      expect(names).toEqual(expect.arrayContaining(mounts.map((mount) => mount.name)))
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

/** Values of any shape where an option is. */
function anyFor(option: Option, depth = 0): fc.Arbitrary<unknown> {
  const odd = fc.constantFrom<unknown>(null, '', 'a', 0, 5, true, false, [], {}, ['x'], { y: 1 })
  if (option.type === 'group' && depth < 4) {
    const fields = Object.entries(option.fields).map(
      ([key, field]) => [key, fc.option(anyFor(field, depth + 1), { nil: undefined })] as const,
    )
    return fc.record(Object.fromEntries(fields), { requiredKeys: [] })
  }
  return odd
}

describe('any service', () => {
  it.each(services.map((service) => [service.name, service] as const))(
    '%s takes whatever values there are',
    (_name, service) => {
      fc.assert(
        fc.property(anyFor(service.options), (values) => {
          expect(() => tryService(service, isRecord(values) ? values : {})).not.toThrow()
        }),
        { numRuns: 60 },
      )
    },
    30_000,
  )

  it('declares the options whose types the chart enforces', () => {
    for (const { options, enforced } of services) {
      for (const path of enforced) {
        let at: Option | undefined = options
        for (const key of path.split('.')) at = at?.type === 'group' ? at.fields[key] : at
        expect(at).toBeDefined()
      }
    }
  })
})

describe('secrets', () => {
  const planted = 'planted-credential'
  it.each<[string, Tree]>([
    ['kube-state-metrics', { kubeconfig: { enabled: true, secret: planted } }],
    ['kepler', { redfish: { enabled: true, fileContent: planted } }],
    ['opencost', { opencost: { prometheus: { username: 'u', password: planted } } }],
    ['opencost', { opencost: { prometheus: { bearer_token: planted } } }],
    ['opencost', { opencost: { cloudIntegrationJSON: planted } }],
    ['opencost', { opencost: { exporter: { cloudProviderApiKey: planted } } }],
    ['opencost', { opencost: { exporter: { adminToken: { enabled: true, value: planted } } } }],
    ['opencost', { plugins: { enabled: true, configs: { one: planted } } }],
  ])('of %s stand in Secrets only: %j', (name, values) => {
    const encoded = Buffer.from(planted).toString('base64')
    const holding = objectsOf(name, values).filter((object) => {
      const text = JSON.stringify(object)
      return text.includes(planted) || text.includes(encoded)
    })
    expect(holding.map(({ kind }) => kind)).toEqual(['Secret'])
  })
})
