import { isRecord } from '../../base/record'
import { mergeMissing } from '../../values/helm'
import type { Values } from './config'

type Tree = Readonly<Record<string, unknown>>

/** Beyla's configuration as the user and the charts' defaults give it, before anything is computed. */
export function beylaData(values: Values['beyla']): Readonly<Record<string, unknown>> {
  const { data } = values.config
  return isRecord(data) ? data : {}
}

/** What Beyla's configuration is made of besides the feature's own values. */
export interface BeylaSurroundings {
  /** `cluster.name`; an expression in `cluster.nameFrom` is not looked at. */
  readonly clusterName: string
  /**
   * Addresses of Application Observability's OTLP receivers, those that are on; `undefined` when the
   * feature itself is off.
   */
  readonly receivers: { readonly grpc?: string; readonly http?: string } | undefined
}

/**
 * The content of Beyla's configuration file, as data (templates/_beyla-config.tpl): what is
 * computed wins over what the user says, except where the preset leaves room.
 */
export function beylaConfig(
  values: Values['beyla'],
  { clusterName, receivers }: BeylaSurroundings,
): Readonly<Record<string, unknown>> {
  const data = beylaData(values)
  const port = values.service.targetPort
  const endpoint = values.deliverTracesToApplicationObservability
    ? (receivers?.grpc ?? receivers?.http)
    : undefined
  const computed = {
    attributes: { kubernetes: { enable: true, cluster_name: clusterName } },
    internal_metrics: { prometheus: { port } },
    prometheus_export: { port },
    ...(values.preset === 'network' && !Object.hasOwn(data, 'network')
      ? { network: { enable: true } }
      : {}),
    ...(values.preset === 'application' ? applicationDiscovery(data) : {}),
    ...(endpoint === undefined ? {} : { otel_traces_export: { endpoint } }),
  }
  return mergeMissing(computed, data)
}

/** Everything is watched, and telemetry's own programs are not, unless the user says which. */
function applicationDiscovery(data: Tree): Tree {
  const found = isRecord(data.discovery) ? data.discovery : {}
  const says = (...keys: readonly string[]) => keys.some((key) => Object.hasOwn(found, key))
  const discovery = {
    ...(says('instrument', 'services') ? {} : { instrument: [{ k8s_namespace: '*' }] }),
    ...(says('exclude_instrument', 'exclude_services')
      ? {}
      : { exclude_instrument: [{ exe_path: '{*alloy*,*otelcol*,*beyla*}' }] }),
  }
  return Object.keys(discovery).length > 0 ? { discovery } : {}
}
