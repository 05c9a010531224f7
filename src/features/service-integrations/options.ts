import { integrations } from '../../integrations'
import { nodeLabelOptions } from '../../pipelines/node-labels'
import { group, list, names, text, type ValueOf } from '../../values/options'

const common = {
  destinations: names(
    'destination',
    'Send only to these destinations. Empty means every destination of the right kind.',
    {
      common: true,
    },
  ),
  dataProcessors: names(
    'processor',
    'Pass the data through these processors, in this order, before it is sent.',
  ),
  collector: text(
    '',
    'Collector that runs the integrations. With a single collector it may stay empty.',
    {
      format: 'collector',
    },
  ),
  nodeLabels: nodeLabelOptions,
} as const

/** `integrations`: the feature's own settings, and a list of instances for each type. */
export const integrationsOptions = group(
  {
    ...common,
    ...Object.fromEntries(
      integrations.map(({ type, options, help }) => [
        type,
        group({ instances: list(options, `Instances of ${type}.`, { common: true }) }, help),
      ]),
    ),
  },
  'Services that Alloy knows how to watch.',
)

export type IntegrationsValues = ValueOf<ReturnType<typeof commonGroup>>

const commonGroup = () => group(common)
