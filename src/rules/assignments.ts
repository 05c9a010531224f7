import { collectorOf, enabledCollectors, featureValues } from '../collectors/assignment'
import { configuredIntegrations } from '../features/service-integrations'
import type { Rule } from './types'

/** Every feature that is on runs on a collector that is there and on. */
export const assignments: Rule = ({ model, assignments: all }) => {
  const enabled = enabledCollectors(model)
  const choices = enabled.map((name) => ({ title: `Run it on ${name}`, name }))
  for (const { feature, collector } of all) {
    const ownSetting = featureValues(model, feature).collector
    const path = [
      ...(typeof ownSetting === 'string' && ownSetting !== '' ? feature.path : [feature.path[0]]),
      'collector',
    ]
    const fixes = choices.map(({ title, name }) => ({
      title,
      edits: [{ path, value: name }],
      safe: false,
    }))
    if (collector === '') {
      // Self-reporting chooses for itself, and integrations that only read pod logs need none.
      if (feature.key === 'selfReporting' || enabled.length === 0) continue
      if (feature.key === 'integrations') {
        const needed = configuredIntegrations(model.root).some(
          ({ metrics, sendsLogs }) => metrics || sendsLogs,
        )
        if (!needed) continue
      }
      model.report({
        code: 'features.no-collector',
        path,
        message: `${feature.title} has to name the collector that runs it, as there is more than one.`,
        fixes,
      })
    } else if (!model.collectors.has(collector)) {
      model.report({
        code: 'features.unknown-collector',
        path,
        message: `${feature.title} names the collector ${collector}, which does not exist.`,
        fixes: [
          ...fixes,
          {
            title: `Add the collector ${collector}`,
            edits: [{ path: ['collectors', collector], value: {} }],
            safe: false,
          },
        ],
      })
    } else if (!enabled.includes(collector)) {
      model.report({
        code: 'features.collector-off',
        path,
        message: `${feature.title} names the collector ${collector}, which is switched off.`,
        fixes: [
          {
            title: `Switch ${collector} on`,
            edits: [{ path: ['collectors', collector, 'enabled'], remove: true }],
            safe: false,
          },
          ...fixes,
        ],
      })
    }
  }
}

/** A collector that nothing uses is an error of the chart's, not merely waste. */
export const unusedCollectors: Rule = ({ model, assignments: all, collectors }) => {
  const used = new Set(all.map(({ feature }) => collectorOf(model, feature)))
  for (const { view } of collectors) {
    const { extraConfig, remoteConfig } = view.spec
    const remote =
      typeof remoteConfig === 'object' && remoteConfig !== null && 'enabled' in remoteConfig
        ? Boolean(remoteConfig.enabled)
        : false
    if (used.has(view.name) || extraConfig || remote) continue
    model.report({
      code: 'collectors.unused',
      path: ['collectors', view.name],
      message: `No feature runs on the collector ${view.name}, and it has no configuration of its own.`,
      fixes: [
        {
          title: 'Remove it',
          edits: [{ path: ['collectors', view.name], remove: true }],
          safe: true,
        },
        {
          title: 'Switch it off',
          edits: [{ path: ['collectors', view.name, 'enabled'], value: false }],
          safe: false,
        },
      ],
    })
  }
}
