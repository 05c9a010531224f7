import { choice, flag, group, list, map, text } from '../values/options'
import { withDefaults } from '../values/with-defaults'
import { alloyChartOptions } from './alloy-chart'
import { collectorDefaults } from './defaults'
import { presets } from './presets'
import { remoteConfigOptions } from './remote-config-options'

/** What the chart adds to the Alloy chart's own options (collectors/alloy-values.yaml). */
const ownFields = {
  enabled: flag(true, 'Turn off to keep the settings without deploying the collector.'),
  presets: list(
    choice(
      presets.map(({ name }) => name),
      null,
      'One preset.',
    ),
    'Ready-made settings, by name. Where two set the same thing the first listed wins; your own settings win over all.',
    { common: true },
  ),
  labels: map(text('', ''), 'Labels for the Alloy object; pods do not get them.'),
  annotations: map(text('', ''), 'Annotations for the Alloy object; pods do not get them.'),
  extraConfig: text('', 'Alloy configuration of your own, added at the end.', { format: 'alloy' }),
  includeDestinations: list(
    text('', '', { format: 'destination' }),
    'Destinations to have in the configuration although no feature here sends to them, for use in your own Alloy configuration.',
  ),
  extraService: group(
    {
      enabled: flag(false, 'Add a Service with a name that stays the same whatever the workload.'),
      name: text('alloy', 'What follows the release in the Service’s name.', {
        format: 'kubernetes-name',
      }),
      fullname: text('', 'The Service’s name in full.', { format: 'kubernetes-name' }),
    },
    'A further Service, as an address for applications.',
  ),
  remoteConfig: remoteConfigOptions,
  logging: group(
    {
      level: choice(['error', 'warn', 'info', 'debug'], 'info', 'How much Alloy logs.', {
        loose: true,
      }),
      format: choice(['logfmt', 'json'], 'logfmt', 'Form of the log lines.', { loose: true }),
    },
    'Alloy’s own log.',
  ),
  liveDebugging: group(
    {
      enabled: flag(false, 'Show the data flowing through components in Alloy’s own pages.'),
    },
    'Live debugging, which needs the stability level “experimental”.',
  ),
}

/**
 * `collectors.<name>`: every option of a collector, the chart's and the Alloy chart's. For types,
 * help, the form and the check for unknown keys; the values themselves are merged as they are, and
 * not completed with these defaults.
 */
export const collectorOptions = group(
  { ...ownFields, ...withDefaults(alloyChartOptions, collectorDefaults).fields },
  'One Alloy instance.',
)
