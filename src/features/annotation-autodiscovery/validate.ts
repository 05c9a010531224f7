import { checkMatchers } from '../telemetry-service'
import { type Context, hasStaticLabels } from './context'

export function validate(context: Context): void {
  const { values, path } = context
  if (!values.pods.enabled && !values.services.enabled) {
    context.report({
      code: 'features.no-source',
      path: [...path, 'enabled'],
      message: 'Annotation Autodiscovery looks at pods, services or both; here both are off.',
      fixes: (['pods', 'services'] as const).map((kind) => ({
        title: kind === 'pods' ? 'Look at pods' : 'Look at services',
        edits: [{ path: [...path, kind, 'enabled'], value: true }],
        safe: false,
      })),
    })
  }
  if (
    values.services.enabled &&
    hasStaticLabels(values.services) &&
    !hasStaticLabels(values.pods)
  ) {
    context.report({
      code: 'features.service-labels-lost',
      path: [...path, 'services', 'staticLabels'],
      message:
        'The chart adds static labels to the metrics of services only when pods have a static label as well. Give the pods one; temp_source does, and leaves no trace in the metrics.',
      fixes: [
        {
          title: 'Give pods a label without effect',
          edits: [{ path: [...path, 'pods', 'staticLabels', 'temp_source'], value: 'pod' }],
          safe: true,
        },
      ],
    })
  }
  const selectors = {
    '': values.labelSelectors,
    pods: values.pods.labelSelectors,
    services: values.services.labelSelectors,
  }
  for (const [kind, labels] of Object.entries(selectors)) {
    const texts = Object.fromEntries(
      Object.entries(labels).filter(([, value]) => !Array.isArray(value)),
    )
    checkMatchers(context, [...path, ...(kind === '' ? [] : [kind]), 'labelSelectors'], texts)
  }
}
