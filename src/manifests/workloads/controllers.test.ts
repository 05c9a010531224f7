import { describe, expect, it } from 'vitest'
import { valueAt } from '../../base/record'
import { tryWorkloads } from '../../testing/try-workloads'

describe('the controller', () => {
  it.each([
    ['daemonset', 'DaemonSet'],
    ['deployment', 'Deployment'],
    ['statefulset', 'StatefulSet'],
  ])('of type %s is a %s', (type, kind) => {
    expect(tryWorkloads({ controller: { type } }).controller?.kind).toBe(kind)
  })

  it('is missing for a type that does not exist, so that no pod runs', () => {
    expect(tryWorkloads({ controller: { type: 'DaemonSet' } }).controller).toBeUndefined()
  })

  it('has replicas unless it is a DaemonSet or something scales it', () => {
    const replicas = (controller: object) =>
      valueAt(tryWorkloads({ controller }).controller, ['spec', 'replicas'])
    expect(replicas({ type: 'statefulset', replicas: 3 })).toBe(3)
    expect(replicas({ type: 'statefulset', replicas: 0 })).toBe(0)
    expect(replicas({ type: 'daemonset', replicas: 3 })).toBeUndefined()
    for (const autoscaling of [
      { enabled: true },
      { horizontal: { enabled: true } },
      { horizontal: { externalHPA: true } },
    ]) {
      expect(replicas({ type: 'deployment', replicas: 3, autoscaling })).toBeUndefined()
    }
  })

  it('claims storage only for a StatefulSet', () => {
    const claims = [{ metadata: { name: 'wal' } }]
    const spec = (type: string) =>
      tryWorkloads({
        controller: { type, volumeClaimTemplates: claims, enableStatefulSetAutoDeletePVC: true },
      }).controller?.spec
    expect(spec('statefulset')).toMatchObject({
      volumeClaimTemplates: claims,
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' },
    })
    for (const type of ['deployment', 'daemonset']) {
      expect(spec(type)).not.toHaveProperty('volumeClaimTemplates')
      expect(spec(type)).not.toHaveProperty('persistentVolumeClaimRetentionPolicy')
    }
  })

  it('starts replicas of a StatefulSet in parallel unless told to go one by one', () => {
    const spec = (parallelRollout: boolean) =>
      tryWorkloads({ controller: { type: 'statefulset', parallelRollout } }).controller?.spec
    expect(spec(true)).toHaveProperty('podManagementPolicy', 'Parallel')
    expect(spec(false)).not.toHaveProperty('podManagementPolicy')
  })

  it('puts the update strategy where its kind has it', () => {
    const updateStrategy = { type: 'RollingUpdate' }
    const spec = (type: string) =>
      tryWorkloads({ controller: { type, updateStrategy } }).controller?.spec
    expect(spec('deployment')).toMatchObject({ strategy: updateStrategy })
    expect(spec('daemonset')).toMatchObject({ updateStrategy })
  })

  it('says how many revisions it keeps only when that is not the usual number', () => {
    const spec = (revisionHistoryLimit: unknown) =>
      tryWorkloads({ controller: { revisionHistoryLimit } }).controller?.spec
    expect(spec('10')).not.toHaveProperty('revisionHistoryLimit')
    expect(spec(0)).toHaveProperty('revisionHistoryLimit', 0)
    expect(spec('3')).toHaveProperty('revisionHistoryLimit', 3)
  })
})

describe('the pods', () => {
  it('take what places them from the controller’s settings', () => {
    const controller = {
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      tolerations: [{ operator: 'Exists' }],
      affinity: { nodeAffinity: {} },
      topologySpreadConstraints: [{ maxSkew: 1 }],
      priorityClassName: 'high',
      hostNetwork: true,
      hostPID: true,
      dnsPolicy: 'ClusterFirstWithHostNet',
      terminationGracePeriodSeconds: 60,
      initContainers: [{ name: 'before' }],
    }
    expect(tryWorkloads({ controller }).pod).toMatchObject(controller)
  })

  it('leave out what is empty or off', () => {
    const { pod } = tryWorkloads({ controller: { hostNetwork: false, nodeSelector: {} } })
    expect(Object.keys(pod as object).sort()).toEqual([
      'containers',
      'dnsPolicy',
      'serviceAccountName',
      'volumes',
    ])
  })

  it('let the user’s labels and annotations win over the chart’s', () => {
    const { controller } = tryWorkloads({
      controller: {
        podLabels: { 'app.kubernetes.io/instance': 'other', team: 'a' },
        podAnnotations: { note: 'b' },
        extraLabels: { 'app.kubernetes.io/part-of': 'mine' },
        extraAnnotations: { c: 'd' },
      },
    })
    expect(controller?.metadata).toMatchObject({
      labels: { 'app.kubernetes.io/part-of': 'mine' },
      annotations: { c: 'd' },
    })
    expect(controller?.spec).toMatchObject({
      template: {
        metadata: {
          labels: { 'app.kubernetes.io/instance': 'other', team: 'a' },
          annotations: { 'kubectl.kubernetes.io/default-container': 'alloy', note: 'b' },
        },
      },
    })
  })

  it('mount every folder of the node that the container is to see', () => {
    const { pod, container } = tryWorkloads({
      alloy: { mounts: { varlog: true, extra: [{ name: 'data', mountPath: '/data' }] } },
      controller: { volumes: { extra: [{ name: 'data', emptyDir: {} }] } },
    })
    expect(pod).toMatchObject({
      volumes: [
        { name: 'config', configMap: { name: 'rel-alloy-x' } },
        { name: 'varlog', hostPath: { path: '/var/log' } },
        { name: 'data', emptyDir: {} },
      ],
    })
    expect(container('alloy')).toMatchObject({
      volumeMounts: [
        { name: 'config', mountPath: '/etc/alloy' },
        { name: 'varlog', mountPath: '/var/log', readOnly: true },
        { name: 'data', mountPath: '/data' },
      ],
    })
  })

  it('pull images with the shared Secrets, else with the image’s own', () => {
    const own = { image: { pullSecrets: [{ name: 'own' }] } }
    const shared = { global: { image: { pullSecrets: [{ name: 'shared' }] } } }
    expect(tryWorkloads(own).pod).toMatchObject({ imagePullSecrets: [{ name: 'own' }] })
    expect(tryWorkloads({ ...own, ...shared }).pod).toMatchObject({
      imagePullSecrets: [{ name: 'shared' }],
    })
  })
})
