import { isRecord, valueAt } from '../base/record'
import type { Model } from '../collectors/types'
import { services } from '../services'
import type { Service, ServiceContext } from '../services/types'
import type { KubernetesObject } from './kubernetes-object'

/** The services that this release deploys, with what each may know. */
export function deployedServices(
  model: Model,
): readonly { readonly service: Service; readonly context: ServiceContext }[] {
  return services.flatMap((service) => {
    const path = ['telemetryServices', service.name]
    const values = valueAt(model.root, path)
    if (!isRecord(values) || values.deploy !== true) return []
    const { cluster, global, release, namespace, report, root } = model
    return [
      { service, context: { cluster, global, release, namespace, report, root, values, path } },
    ]
  })
}

/** What the charts of the telemetry services make (charts/telemetry-services). */
export function serviceObjects(model: Model): readonly KubernetesObject[] {
  return deployedServices(model).flatMap(({ service, context }) => service.objects(context))
}
