import type { Diagnostic } from '../diagnostics/diagnostic'
import { Findings } from '../diagnostics/findings'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import type { Service, ServiceSurroundings } from '../services/types'
import { conform, conformTo } from '../values/conform'
import { clusterOptions, globalOptions } from '../values/global'

/** A service on its own, as its tests look at it. */
export interface TriedService {
  readonly objects: readonly KubernetesObject[]
  readonly findings: readonly Diagnostic[]
  readonly codes: readonly string[]
  /** The one object of a kind, or that of a name. */
  find(kind: string, name?: string): KubernetesObject | undefined
}

/** Deploys a service as release `try` in `monitoring`, with these values of its own. */
export function tryService<V>(
  service: Service<V>,
  own: Readonly<Record<string, unknown>> = {},
  around: {
    readonly root?: Readonly<Record<string, unknown>>
    readonly surroundings?: Partial<ServiceSurroundings>
  } = {},
): TriedService {
  const { root = {}, surroundings = {} } = around
  const findings = new Findings()
  const path = ['telemetryServices', service.name]
  const values = conformTo(service.options, { deploy: true, ...own }, path, findings) as V
  const context = {
    values,
    path,
    root: { ...root, user: root },
    global: conform(globalOptions, root.global, ['global'], findings),
    cluster: conform(clusterOptions, root.cluster, ['cluster'], findings),
    release: { name: 'try', namespace: 'monitoring' },
    namespace: 'monitoring',
    report: (finding: Parameters<Findings['report']>[0]) => findings.report(finding),
  }
  service.validate?.(context, {
    collectorAccounts: [],
    metricsDestinations: [],
    ...surroundings,
  })
  const objects = service.objects(context)
  return {
    objects,
    findings: findings.all,
    codes: findings.all.map(({ code }) => code),
    find: (kind, name) =>
      objects.find(
        (one) => one.kind === kind && (name === undefined || one.metadata.name === name),
      ),
  }
}
