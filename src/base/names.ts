/**
 * Names as the chart makes them (templates/_helpers.tpl).
 */

/** An Alloy label: lower case, spaces and hyphens to underscores. */
export function alloyName(name: string): string {
  return name.toLowerCase().replaceAll(/[ -]/g, '_')
}

/** A Kubernetes name: lower case, spaces and underscores to hyphens. */
export function kubernetesName(name: string): string {
  return name.toLowerCase().replaceAll(/[ _]/g, '-')
}

/** At most 63 characters, and no hyphen left at the end (one is taken, as the chart does). */
export function truncateName(name: string, length = 63): string {
  return [...name].slice(0, length).join('').replace(/-$/, '')
}

/** A label's name as Prometheus meta labels spell it. */
export function escapeLabel(name: string): string {
  return name.replaceAll(/[-./]/g, '_')
}

export const podLabel = (name: string) => `__meta_kubernetes_pod_label_${escapeLabel(name)}`
export const podAnnotation = (name: string) =>
  `__meta_kubernetes_pod_annotation_${escapeLabel(name)}`
export const namespaceLabel = (name: string) =>
  `__meta_kubernetes_namespace_label_${escapeLabel(name)}`
export const namespaceAnnotation = (name: string) =>
  `__meta_kubernetes_namespace_annotation_${escapeLabel(name)}`
export const serviceLabel = (name: string) => `__meta_kubernetes_service_label_${escapeLabel(name)}`
export const serviceAnnotation = (name: string) =>
  `__meta_kubernetes_service_annotation_${escapeLabel(name)}`
