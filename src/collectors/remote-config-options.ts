import {
  authenticationTypeOption,
  basicFields,
  proxyFields,
  secretOptions,
  tlsOptions,
  urlFields,
} from '../pipelines/http-options'
import { anything, flag, group, map, text, type ValueOf } from '../values/options'

/** `remoteConfig` of a collector: more configuration from a server, such as Fleet Management. */
export const remoteConfigOptions = group(
  {
    enabled: flag(false, 'Fetch more configuration from a server while Alloy runs.', {
      common: true,
    }),
    ...urlFields,
    url: text('', 'Address of the configuration server.', {
      title: 'URL',
      format: 'url',
      common: true,
    }),
    ...proxyFields,
    auth: group(
      { type: authenticationTypeOption(['', 'none', 'basic']), ...basicFields },
      'Signing in to the server.',
      { title: 'Authentication' },
    ),
    secret: secretOptions,
    pollFrequency: text('30s', 'How often to ask for changes.', { format: 'duration' }),
    presetsAttribute: flag(true, 'Tell the server the presets of this collector.'),
    extraAttributes: map(
      anything('', 'Value of the attribute.'),
      'Attributes by which the server picks what to send; they win over the chart’s own.',
    ),
    tls: tlsOptions,
  },
  'Configuration from a server.',
)

export type RemoteConfigValues = ValueOf<typeof remoteConfigOptions>
