/** Choices to start from; each is a file in `public/templates`. */
export const templates = [
  {
    id: 'grafana-cloud',
    title: 'Grafana Cloud',
    help: 'Metrics, logs, events and costs of the cluster to a Grafana Cloud stack.',
  },
  {
    id: 'self-hosted',
    title: 'Prometheus and Loki of your own',
    help: 'Metrics, logs and events to services in the same cluster.',
  },
  {
    id: 'applications',
    title: 'Applications over OTLP',
    help: 'Takes traces, metrics and logs from applications and hands them on.',
  },
  {
    id: 'openshift',
    title: 'OpenShift',
    help: 'Metrics and logs of an OpenShift cluster.',
  },
] as const

export type TemplateId = (typeof templates)[number]['id']

/** Text of a template. Rejects when it cannot be had. */
export async function readTemplate(id: TemplateId): Promise<string> {
  const answer = await fetch(new URL(`templates/${id}.yaml`, document.baseURI))
  if (!answer.ok) throw new Error(`The template could not be loaded (${answer.status}).`)
  return answer.text()
}
