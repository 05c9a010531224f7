import { valueAt } from '../../base/record'
import { checkService } from '../telemetry-service'
import type { Context } from './config'

export function validate(context: Context): void {
  const { values, path, root } = context
  if (valueAt(root, ['clusterMetrics', 'enabled']) !== true) {
    const switchPath = ['clusterMetrics', 'enabled']
    context.report({
      code: 'features.cost-alone',
      path: [...path, 'enabled'],
      message:
        'Cost Metrics takes its list of metrics from Cluster Metrics, and without that feature the chart breaks off. Turn Cluster Metrics on too.',
      fixes: [
        {
          title: 'Turn on Cluster Metrics',
          edits: [{ path: switchPath, value: true }],
          safe: true,
        },
      ],
    })
  }
  const section = { path: [...path, 'opencost'], values: values.opencost }
  checkService(
    context,
    { name: 'opencost', title: 'OpenCost', deploymentKeys: [] },
    { ...section, scraped: true },
  )
  if (values.opencost.metricsSource !== '') {
    context.report({
      code: 'features.setting-not-read',
      path: [...section.path, 'metricsSource'],
      message:
        'The chart has the setting metricsSource here but never reads it. What OpenCost itself reads from stands under telemetryServices.opencost.metricsSource.',
    })
  }
}
