import { describe, expect, it } from 'vitest'
import { tryWorkloads } from '../../testing/try-workloads'

describe('access to the Kubernetes API', () => {
  const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]
  const clusterRules = [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }]

  it('is for the whole cluster unless namespaces are listed', () => {
    const { one, ofKind } = tryWorkloads({ rbac: { rules, clusterRules } })
    expect(one('ClusterRole').rules).toEqual([...rules, ...clusterRules])
    expect(one('ClusterRoleBinding')).toMatchObject({
      roleRef: { kind: 'ClusterRole', name: 'rel-alloy-x' },
      subjects: [{ kind: 'ServiceAccount', name: 'rel-alloy-x', namespace: 'mon' }],
    })
    expect(ofKind('Role')).toEqual([])
  })

  it('is limited to the listed namespaces, without what only a ClusterRole can hold', () => {
    const { ofKind } = tryWorkloads({ rbac: { rules, clusterRules, namespaces: ['a', 'b'] } })
    expect(ofKind('Role').map(({ metadata }) => metadata.namespace)).toEqual(['a', 'b'])
    expect(ofKind('Role').map((role) => role.rules)).toEqual([rules, rules])
    expect(ofKind('RoleBinding').map(({ subjects }) => subjects)).toEqual(
      ['mon', 'mon'].map((namespace) => [
        { kind: 'ServiceAccount', name: 'rel-alloy-x', namespace },
      ]),
    )
    expect(ofKind('ClusterRole')).toEqual([])
  })

  it('covers nodes, and only reads, without a word from the user', () => {
    const granted = tryWorkloads({}).one('ClusterRole').rules as {
      resources?: string[]
      verbs: string[]
    }[]
    expect(granted.flatMap(({ resources }) => resources ?? [])).toContain('nodes/metrics')
    expect(new Set(granted.flatMap(({ verbs }) => verbs))).toEqual(
      new Set(['get', 'list', 'watch']),
    )
  })

  it('can be brought by the user', () => {
    const { kinds } = tryWorkloads({ rbac: { create: false }, serviceAccount: { create: false } })
    for (const kind of ['ClusterRole', 'ClusterRoleBinding', 'ServiceAccount']) {
      expect(kinds).not.toContain(kind)
    }
  })
})

describe('the service account', () => {
  it('is the pods’ and the binding’s, under whatever name', () => {
    const { one, pod } = tryWorkloads({
      serviceAccount: { name: 'me', annotations: { role: 'r' }, additionalLabels: { a: 'b' } },
    })
    expect(one('ServiceAccount').metadata).toMatchObject({
      name: 'me',
      annotations: { role: 'r' },
      labels: { a: 'b' },
    })
    expect(pod).toHaveProperty('serviceAccountName', 'me')
    expect(one('ClusterRoleBinding')).toMatchObject({ subjects: [{ name: 'me' }] })
  })

  it('is the namespace’s default one when none is made or named', () => {
    expect(tryWorkloads({ serviceAccount: { create: false } }).pod).toHaveProperty(
      'serviceAccountName',
      'default',
    )
  })
})
