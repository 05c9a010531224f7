import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copy } from '../../base/copy'
import { alloyObjectOf, tryWorkloads } from '../../testing/try-workloads'
import { alloyChartDefaults, workloadRefusals, workloadsOf } from '.'

/** Keys of the chart and odd ones, so that generated specs reach deep into the templates. */
const keys = [
  ...Object.keys(alloyChartDefaults),
  ...Object.keys(alloyChartDefaults.alloy as object),
  ...Object.keys(alloyChartDefaults.controller as object),
  'enabled',
  'create',
  'rules',
  'extra',
  'horizontal',
  'agent',
  '__proto__',
  'constructor',
  'toString',
]

const anySpec = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false, 0, 1, -1.5, 1e21, '', 'a', 'yes', '12', ': {', 'daemonset'),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 6 }),
  ),
})).tree

describe('workloadsOf', () => {
  it('makes a whole collector of an empty spec', () => {
    expect(tryWorkloads({}).kinds).toEqual([
      'ServiceAccount',
      'ConfigMap',
      'ClusterRole',
      'ClusterRoleBinding',
      'Service',
      'DaemonSet',
    ])
  })

  it('never throws, whatever the spec', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        workloadsOf(alloyObjectOf(spec), { verticalPodAutoscaler: true })
        workloadRefusals(alloyObjectOf(spec))
      }),
      { numRuns: 500 },
    )
  })

  it('changes neither the spec nor the defaults', () => {
    const before = JSON.stringify(alloyChartDefaults)
    fc.assert(
      fc.property(anySpec, (spec) => {
        const kept = copy(spec)
        const made = workloadsOf(alloyObjectOf(spec))
        for (const object of made) Object.assign(object.metadata, { touched: true })
        expect(spec).toEqual(kept)
      }),
      { numRuns: 100 },
    )
    expect(JSON.stringify(alloyChartDefaults)).toBe(before)
  })

  it('lets a null take a default away, but keeps nulls that have none', () => {
    const { container } = tryWorkloads({
      configReloader: { securityContext: { capabilities: null, runAsGroup: null, other: null } },
    })
    expect(container('config-reloader')).toMatchObject({
      securityContext: { runAsUser: 65534, other: null },
    })
    const { securityContext } = container('config-reloader') as { securityContext: object }
    expect(Object.keys(securityContext)).not.toContain('capabilities')
    expect(Object.keys(securityContext)).not.toContain('runAsGroup')
  })

  it('tells pods of one collector from those of another by its name', () => {
    const { one, controller } = tryWorkloads({ nameOverride: 'logs' })
    const labels = { 'app.kubernetes.io/name': 'logs', 'app.kubernetes.io/instance': 'rel-alloy-x' }
    expect(one('Service').spec).toMatchObject({ selector: labels })
    expect(controller?.spec).toMatchObject({
      selector: { matchLabels: labels },
      template: { metadata: { labels } },
    })
  })

  it('adds the name to the release only where it is not in it already', () => {
    expect(tryWorkloads({ nameOverride: 'alloy' }).controller?.metadata.name).toBe('rel-alloy-x')
    expect(tryWorkloads({ nameOverride: 'logs' }).controller?.metadata.name).toBe(
      'rel-alloy-x-logs',
    )
    expect(tryWorkloads({ fullnameOverride: 'a'.repeat(70) }).controller?.metadata.name).toBe(
      'a'.repeat(63),
    )
  })

  it('moves namespaced objects with namespaceOverride', () => {
    const { all } = tryWorkloads({ namespaceOverride: 'elsewhere' })
    const namespaces = all.map(({ kind, metadata }) => [kind, metadata.namespace])
    expect(Object.fromEntries(namespaces)).toMatchObject({
      DaemonSet: 'elsewhere',
      ServiceAccount: 'elsewhere',
      ClusterRole: undefined,
    })
  })

  it('fills in templates where the chart does', () => {
    const { one } = tryWorkloads({
      ingress: { enabled: true, hosts: ['{{ .Release.Namespace }}.example'] },
      extraObjects: [
        { apiVersion: 'v1', kind: 'Secret', metadata: { name: '{{ .Release.Name }}-x' } },
      ],
    })
    expect(one('Ingress').spec).toMatchObject({ rules: [{ host: 'mon.example' }] })
    expect(one('Secret').metadata.name).toBe('rel-alloy-x-x')
  })

  it('passes the user’s own objects through', () => {
    const object = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's' },
      data: { a: 'eA==' },
    }
    expect(tryWorkloads({ extraObjects: [object, 'no object', null] }).ofKind('Secret')).toEqual([
      object,
    ])
  })
})
