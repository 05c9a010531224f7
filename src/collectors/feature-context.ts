import { path } from '../alloy/build'
import { memo } from '../base/memo'
import { isRecord, valueAt } from '../base/record'
import { podLogRules } from '../features/service-integrations'
import type { Feature, FeatureContext } from '../features/types'
import { featureValues } from './assignment'
import type { Model } from './types'

/** Several features ask for them, each more than once. */
const podLogRulesOf = memo((model: Model) => podLogRules(model.root, model))

/** What a feature may know, made of the model. */
export function featureContext(
  model: Model,
  feature: Feature,
  releaseInfoName: string,
): FeatureContext<Readonly<Record<string, unknown>>> {
  return {
    cluster: model.cluster,
    global: model.global,
    release: model.release,
    namespace: model.namespace,
    report: model.report,
    values: featureValues(model, feature),
    path: feature.path,
    root: model.root,
    releaseInfoName,
    telemetryService(name) {
      const found = valueAt(model.root, ['telemetryServices', name])
      const values = isRecord(found) ? found : {}
      return { ...values, deploy: values.deploy === true }
    },
    destinations: (signal) => path('argument', `${signal}_destinations`, 'value'),
    get podLogRules() {
      return podLogRulesOf(model)
    },
  }
}
