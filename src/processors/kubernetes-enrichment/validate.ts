import type { Context } from './config'

const settings = ['namespaceLabels', 'namespaceAnnotations', 'podLabels', 'podAnnotations'] as const

/** Something to copy, and from somewhere (templates/dataProcessors/_dataProcessor_kubernetesEnrichment.tpl). */
export function validate({ name, values, path, report }: Context): void {
  const used = settings.filter((setting) => Object.keys(values[setting]).length > 0)
  if (used.length === 0) {
    report({
      code: 'processors.nothing-to-copy',
      path,
      message: `The processor ${name} copies nothing yet. Name at least one label or annotation of pods or namespaces.`,
      fixes: [
        {
          title: 'Copy the pod’s application name',
          edits: [{ path: [...path, 'podLabels', 'app_name'], value: 'app.kubernetes.io/name' }],
          safe: false,
        },
      ],
    })
  }
  for (const setting of used) {
    for (const [key, source] of Object.entries(values[setting])) {
      if (source !== '') continue
      report({
        code: 'processors.empty-source',
        path: [...path, setting, key],
        message: `Say which label or annotation ${key} is copied from.`,
        fixes: [
          {
            title: `Do not set ${key}`,
            edits: [{ path: [...path, setting, key], remove: true }],
            safe: false,
          },
        ],
      })
    }
  }
  if (used.length === 1 && used[0] === 'podLabels' && Object.keys(values.podLabels).length > 1) {
    report({
      code: 'processors.pods-need-all-labels',
      path: [...path, 'podLabels'],
      message:
        'Metrics, logs in Loki’s form and profiles are enriched only for pods that carry all of these labels, because the chart asks Kubernetes for such pods alone. Data in OTLP form is not affected. Copying a pod annotation, or anything of the namespace, lifts the restriction; so does a processor for each label.',
    })
  }
}
