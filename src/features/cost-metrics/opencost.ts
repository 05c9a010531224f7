import type { DestinationInstance } from '../../destinations/types'
import type { Path } from '../../diagnostics/diagnostic'
import {
  authenticationType,
  secretHolder,
  secretKey,
  secretMode,
  secretName,
} from '../../pipelines/secrets'
import { queryUrl } from '../../services/opencost/query-url'
import { printValue } from '../../values/helm'

/** One setting of OpenCost, with the reason for its value. */
export interface OpenCostSetting {
  readonly path: Path
  readonly value: unknown
  readonly why: string
}

const section = ['telemetryServices', 'opencost'] as const

/** Whether the chart can guide OpenCost to a destination: no login, or one out of a Secret. */
function guidable({ context }: DestinationInstance): boolean {
  const login = authenticationType(context.values)
  return login === 'none' || (login === 'basic' && secretMode(context.values) !== 'embedded')
}

/**
 * What OpenCost has to be told to query the metrics that this release sends
 * (charts/telemetry-services/templates/_validate.tpl checks all of it).
 *
 * `sources` are the destinations of Cost Metrics; the first that OpenCost can be guided to is taken.
 */
export function openCostSettings(
  sources: readonly DestinationInstance[],
  clusterName: string,
): readonly OpenCostSetting[] {
  const cluster = {
    path: [...section, 'opencost', 'exporter', 'defaultClusterId'],
    value: clusterName,
    why: 'OpenCost knows the cluster by the name that its metrics carry.',
  }
  const source = sources.find((one) => one.type === 'prometheus' && guidable(one))
  if (!source) {
    return [
      cluster,
      {
        path: [...section, 'metricsSource'],
        value: 'custom',
        why: 'The chart cannot guide OpenCost to a destination with this kind of login, so its access has to be set up by hand.',
      },
    ]
  }
  const { name, context, unit } = source
  const prometheus = [...section, 'opencost', 'prometheus']
  const holder = secretHolder(context, unit.secretFields)
  const login =
    authenticationType(context.values) === 'basic'
      ? [
          ['existingSecretName', secretName(holder)] as const,
          ['username_key', secretKey(context.values, 'auth.username')] as const,
          ['password_key', secretKey(context.values, 'auth.password')] as const,
        ]
      : []
  return [
    cluster,
    {
      path: [...section, 'metricsSource'],
      value: name,
      why: 'OpenCost works its costs out of the metrics that are sent there.',
    },
    {
      path: [...prometheus, 'external', 'url'],
      value: queryUrl(printValue(context.values.url)),
      why: 'Made of the URL that metrics are written to. Check that it answers queries.',
    },
    ...login.map(([key, value]) => ({
      path: [...prometheus, key],
      value,
      why: 'OpenCost signs in as the collectors do.',
    })),
  ]
}
