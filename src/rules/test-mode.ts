import { isRecord, valueAt } from '../base/record'
import { featureValues } from '../collectors/assignment'
import { featureContext } from '../collectors/feature-context'
import type { Report } from '../diagnostics/findings'
import { features } from '../features'
import type { CollectorView } from '../features/types'
import { isEmpty } from '../values/helm'
import { lacksClustering } from './clustering'
import type { Rule } from './types'

/**
 * The feature charts have a mode for their own tests: `testing.enabled` makes them check the feature
 * against `testing.Collector` too, and write a ConfigMap that nobody wants (templates/test). Left in
 * the values by accident, it can stop an installation.
 */
export const testMode: Rule = ({ model, assignments, releaseInfoName }) => {
  // Helm leaves the chart of Service Integrations on even where none of them collects anything.
  const idle = features.filter(
    ({ key }) => key === 'integrations' && assignments.every(({ feature }) => feature.key !== key),
  )
  for (const feature of [...assignments.map((one) => one.feature), ...idle]) {
    const path = [feature.path[0], 'testing']
    const testing = valueAt(model.root.user, path)
    if (!isRecord(testing) || isEmpty(testing.enabled)) continue
    const removal = {
      title: 'Remove testing',
      edits: [{ path, remove: true as const }],
      safe: true,
    }
    model.report({
      code: 'features.test-mode',
      path,
      message: `${feature.title} runs in the mode of the chart’s own tests and writes a ConfigMap for them.`,
      fixes: [removal],
    })
    if (idle.includes(feature)) {
      feature.validate?.(featureContext(model, feature, releaseInfoName), undefined)
    }
    if (!isRecord(testing.Collector)) continue
    const collector: CollectorView = { name: 'alloy-test', spec: testing.Collector, presets: [] }
    const report = ({ code, message, severity }: Report) =>
      model.report({
        code,
        path,
        message: `${message} The collector meant is the one under testing.`,
        fixes: [removal],
        ...(severity && { severity }),
      })
    const context = { ...featureContext(model, feature, releaseInfoName), report }
    feature.validate?.(context, collector)
    if (
      feature.needsClustering(featureValues(model, feature), model.root) &&
      lacksClustering(collector.spec)
    ) {
      report({
        code: 'collectors.not-clustered',
        path,
        message: `${feature.title} needs clustering where there are several instances.`,
      })
    }
  }
}
