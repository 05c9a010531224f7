import { isRecord, valueAt } from '../base/record'
import { collectorObjectName } from '../collectors/names'
import type { Assignment, Model } from '../collectors/types'
import {
  type AutoInstrumentationValues,
  autoInstrumentation,
  type BeylaSurroundings,
  beylaConfig,
  beylaData,
} from '../features/auto-instrumentation'
import { grantConstraints } from '../services/access'
import { beylaChart, beylaObjects, component } from '../services/beyla/beyla-chart'
import { metadataOf } from '../services/chart'
import { printValue } from '../values/helm'
import { toYaml } from '../values/to-yaml'
import type { KubernetesObject } from './kubernetes-object'

/** Addresses of Application Observability's OTLP receivers (templates/features/_feature_application_observability.tpl). */
function receivers(
  model: Model,
  assignments: readonly Assignment[],
): BeylaSurroundings['receivers'] {
  const feature = assignments.find(({ feature: { key } }) => key === 'applicationObservability')
  if (!feature) return undefined
  const host = collectorObjectName(
    feature.collector,
    model.collectors.get(feature.collector) ?? {},
    model.root.user.nameOverride,
    model.release,
  )
  const found: { grpc?: string; http?: string } = {}
  for (const kind of ['grpc', 'http'] as const) {
    const receiver = valueAt(model.root, ['applicationObservability', 'receivers', 'otlp', kind])
    if (!isRecord(receiver) || receiver.enabled !== true) continue
    const address = [host, model.namespace, 'svc.cluster.local'].join('.')
    found[kind] = ['http:/', [address, printValue(receiver.port)].join(':')].join('/')
  }
  return found
}

/**
 * What Auto-Instrumentation brings besides a collector's config: Beyla, its cache and its
 * configuration (charts/feature-auto-instrumentation, templates/beyla-config.yaml).
 */
export function autoInstrumentationObjects(
  model: Model,
  assignments: readonly Assignment[],
): readonly KubernetesObject[] {
  if (!assignments.some(({ feature: { key } }) => key === autoInstrumentation.key)) return []
  const { beyla } = model.root.autoInstrumentation as AutoInstrumentationValues
  const { cluster, release, global, namespace } = model
  const surroundings = { clusterName: cluster.name, receivers: receivers(model, assignments) }
  const file = toYaml(beylaConfig(beyla, surroundings))
  const chart = beylaChart({ values: beyla, release })
  const { preset, config } = beyla
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadataOf(chart, {
        labels: component('config'),
        annotations: beyla.annotations,
      }),
      data: { 'beyla-config.yml': file },
    },
    ...beylaObjects({
      values: beyla,
      release,
      global,
      preset,
      configName: config.name,
      data: beylaData(beyla),
      file,
    }),
    ...(global.platform === 'openshift'
      ? grantConstraints(
          { name: chart.fullName, namespace },
          {
            hostFolders: true,
            hostNetwork: true,
            hostPID: true,
            privilegeEscalation: true,
            privileged: true,
            capabilities: [],
            readOnlyRoot: false,
            users: [['system:serviceaccount', namespace, chart.fullName].join(':')],
            volumes: ['configMap', 'hostPath', 'projected'],
          },
        )
      : []),
  ]
}
