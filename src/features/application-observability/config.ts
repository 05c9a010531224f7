import type { Statement } from '../../alloy/ast'
import { ref, withOrigin } from '../../alloy/build'
import { settingOrigin } from '../../pipelines/setting-origin'
import type { FeatureContext } from '../types'
import { hostInfo, spanLogs, spanMetrics } from './connectors'
import type { Values } from './options'
import { allTo } from './outputs'
import {
  batch,
  filter,
  hasFilters,
  interval,
  k8sattributes,
  memoryLimiter,
  resourceDetection,
} from './processors'
import { receivers } from './receivers'
import { transformProcessor } from './transform'

function sendsHostInfo({ metrics, processors, connectors }: Values): boolean {
  return (
    metrics.enabled &&
    (processors.grafanaCloudMetrics.enabled || connectors.grafanaCloudMetrics.enabled)
  )
}

/**
 * The pipeline, from its end to its beginning, since each component has to know the next
 * (charts/feature-application-observability/templates/_pipeline.tpl).
 */
export function build(context: FeatureContext<Values>): readonly Statement[] {
  const { values } = context
  const { connectors, processors } = values
  const metrics = context.destinations('metrics')
  const logs = context.destinations('logs')
  const traces = context.destinations('traces')

  const slowdown = processors.interval.enabled ? interval(values, { metrics }) : undefined
  const last = batch(values, {
    metrics: slowdown ? [ref(slowdown, 'input')] : metrics,
    logs,
    traces,
  })
  const filtered = hasFilters(values) ? filter(values, allTo(last)) : undefined
  const afterTransform = filtered ?? last

  const logsOfSpans = connectors.spanLogs.enabled
    ? spanLogs(values, allTo(afterTransform))
    : undefined
  const metricsOfSpans = connectors.spanMetrics.enabled
    ? spanMetrics(values, allTo(afterTransform))
    : undefined
  const transform = transformProcessor(values, {
    ...allTo(afterTransform),
    traces: [logsOfSpans?.entrance, metricsOfSpans?.entrance, afterTransform].flatMap((target) =>
      target ? [ref(target, 'input')] : [],
    ),
  })

  const hosts = sendsHostInfo(values) ? hostInfo(values, allTo(last)) : undefined
  const pods = k8sattributes(values, {
    ...allTo(transform),
    traces: [transform, hosts?.entrance].flatMap((target) =>
      target ? [ref(target, 'input')] : [],
    ),
  })
  const detection = resourceDetection(values, allTo(pods))
  const limiter = processors.memoryLimiter.enabled
    ? memoryLimiter(values, allTo(detection))
    : undefined

  const from = (statements: readonly Statement[], ...setting: readonly string[]) =>
    withOrigin(statements, settingOrigin(...context.path, ...setting))
  return [
    ...receivers(values, allTo(limiter ?? detection)).flatMap(({ family, block }) =>
      from([block], 'receivers', family),
    ),
    ...from(limiter ? [limiter] : [], 'processors', 'memoryLimiter'),
    ...from([detection], 'processors', 'resourceDetection'),
    ...from([pods], 'processors', 'k8sattributes'),
    ...from(hosts?.components ?? [], 'connectors', 'grafanaCloudMetrics'),
    ...from([transform], 'processors', 'transform'),
    ...from(logsOfSpans?.components ?? [], 'connectors', 'spanLogs'),
    ...from(metricsOfSpans?.components ?? [], 'connectors', 'spanMetrics'),
    ...from(filtered ? [filtered] : [], 'processors', 'filter'),
    ...from([last], 'processors', 'batch'),
    ...from(slowdown ? [slowdown] : [], 'processors', 'interval'),
  ]
}
