/**
 * OTTL statements that find a service's name and namespace as OpenTelemetry's conventions for
 * Kubernetes say, where the application reported none.
 */
import { ottlAttribute, ottlDelete, ottlSet } from './ottl'

type Holder = 'attributes' | 'resource.attributes'

/** Labels that are taken along for this only, under names that nobody else uses. */
export const temporaryLabels = {
  instance: { attribute: 'k8s_monitoring.tmp.instance', key: 'app.kubernetes.io/instance' },
  name: { attribute: 'k8s_monitoring.tmp.name', key: 'app.kubernetes.io/name' },
  version: { attribute: 'k8s_monitoring.tmp.version', key: 'app.kubernetes.io/version' },
} as const

/** What may name a service, the best first, once the labels have none. */
export const workloadAttributes = [
  'k8s.deployment.name',
  'k8s.replicaset.name',
  'k8s.statefulset.name',
  'k8s.daemonset.name',
  'k8s.cronjob.name',
  'k8s.job.name',
  'k8s.pod.name',
] as const

/** Copies an attribute that is there and not empty to one that is missing or empty. */
export function fillEmpty(target: string, source: string, holder: Holder): string {
  const to = ottlAttribute(target, holder)
  const from = ottlAttribute(source, holder)
  return ottlSet(to, from, `(${to} == nil or ${to} == "") and ${isFilled(from)}`)
}

/** Copies an attribute that is there and not empty to one that is missing. */
export function fillMissing(target: string, source: string, holder: Holder): string {
  const to = ottlAttribute(target, holder)
  const from = ottlAttribute(source, holder)
  return ottlSet(to, from, `${to} == nil and ${isFilled(from)}`)
}

function isFilled(attribute: string): string {
  return `${attribute} != nil and ${attribute} != ""`
}

/** Names the service after the two labels that were taken along. */
export function nameFromLabels(): string[] {
  return [temporaryLabels.instance, temporaryLabels.name].map(({ attribute }) =>
    fillEmpty('service.name', attribute, 'resource.attributes'),
  )
}

/** Takes the temporary labels away again. */
export function forgetLabels(...labels: readonly (keyof typeof temporaryLabels)[]): string[] {
  return labels.map((label) =>
    ottlDelete(temporaryLabels[label].attribute, undefined, 'resource.attributes'),
  )
}
