import { isRecord } from '../../base/record'
import type { Path } from '../../diagnostics/diagnostic'
import {
  authenticationType,
  type SecretOwner,
  secretHolder,
  secretKey,
  secretLiteral,
  secretMode,
  secretName,
} from '../../pipelines/secrets'
import { fieldsOf, itemsOf } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import type { ServiceSurroundings } from '../types'
import type { Context } from './index'
import { queryUrl } from './query-url'

/** A setting that has to have a certain value, which one click gives it. */
function wanted(
  { report }: Context,
  path: Path,
  value: unknown,
  message: string,
  code: 'services.opencost-login' | 'services.opencost-cluster' = 'services.opencost-login',
): void {
  report({
    code,
    path,
    message,
    fixes: [{ title: 'Set it to match', edits: [{ path, value }], safe: true }],
  })
}

const customSource = (path: Path) => ({
  title: 'Set up OpenCost’s access by hand',
  edits: [{ path, value: 'custom' }],
  safe: false,
})

/** The volume that the parent chart mounts where cloud integration mounts its own. */
function checkCloudVolume({ values, path, report }: Context): void {
  const { cloudIntegrationSecret, cloudIntegrationJSON, exporter } = values.opencost
  if (cloudIntegrationSecret === '' && cloudIntegrationJSON === '') return
  const mounts = itemsOf(exporter.extraVolumeMounts)
  const others = mounts.filter((mount) => !isRecord(mount) || mount.mountPath !== '/var/configs')
  if (others.length === mounts.length) return
  const volumes = itemsOf(values.extraVolumes).filter(
    (volume) => !isRecord(volume) || volume.name !== 'configs',
  )
  const at = [...path, 'opencost', 'exporter', 'extraVolumeMounts']
  report({
    code: 'services.opencost-volume',
    path: at,
    message:
      'Cloud integration mounts a folder at /var/configs, where a volume is mounted already. The chart refuses both.',
    fixes: [
      {
        title: 'Leave out the other volume',
        edits: [
          { path: at, value: others },
          { path: [...path, 'extraVolumes'], value: volumes },
        ],
        safe: true,
      },
    ],
  })
}

/** How OpenCost logs in at the destination's Prometheus, as far as the chart compares it. */
function checkLogin(context: Context, source: SecretOwner): void {
  const { values, path, report } = context
  const { prometheus } = values.opencost
  const { name, user } = source
  const login = authenticationType(user)
  if (login === 'none') return
  const at = (key: string) => [...path, 'opencost', 'prometheus', key]
  const differ = (key: string, value: string, what: string) => {
    const words = ['OpenCost has another', what, 'than the destination', name].join(' ')
    wanted(context, at(key), value, [words, '.'].join(''))
  }
  if (login !== 'basic') {
    const words = 'The chart cannot guide OpenCost to a destination with this kind of login:'
    report({
      code: 'services.opencost-login',
      path: [...path, 'metricsSource'],
      message: [words, [name, '.'].join('')].join(' '),
      fixes: [customSource([...path, 'metricsSource'])],
    })
    return
  }
  if (secretMode(user) === 'embedded') {
    const username = secretLiteral(user, 'auth.username')
    if (prometheus.username !== username) differ('username', username, 'user name')
    // The chart compares the password with the key's name, so that only `custom` gets past it.
    if (prometheus.password_key !== secretLiteral(user, 'auth.password')) {
      report({
        code: 'services.opencost-embedded',
        path: [...path, 'metricsSource'],
        message: [
          'The login of the destination',
          name,
          'is embedded in its config, and the chart’s check of OpenCost’s password does not work: it refuses the right one.',
        ].join(' '),
        fixes: [customSource([...path, 'metricsSource'])],
      })
    }
    return
  }
  const secret = secretName(secretHolder({ ...source, values: user }, []))
  const usernameKey = secretKey(user, 'auth.username')
  const passwordKey = secretKey(user, 'auth.password')
  if (prometheus.existingSecretName !== secret) differ('existingSecretName', secret, 'Secret')
  if (prometheus.username_key !== usernameKey) {
    differ('username_key', usernameKey, 'key for the user name')
  }
  if (prometheus.password_key !== passwordKey) {
    differ('password_key', passwordKey, 'key for the password')
  }
}

/** Where OpenCost reads what is used: one of the destinations of Cost Metrics, unless set up by hand. */
function checkSource(context: Context, sources: ServiceSurroundings['metricsDestinations']): void {
  const { values, path, report } = context
  const { metricsSource, opencost } = values
  if (metricsSource === 'custom') return
  const at = [...path, 'metricsSource']
  const source = sources.find(({ name }) => name === metricsSource)
  if (!source) {
    const message =
      metricsSource === ''
        ? 'OpenCost needs to know which destination’s Prometheus to ask.'
        : 'OpenCost can only ask a destination that Cost Metrics sends to.'
    report({
      code: 'services.opencost-source',
      path: at,
      message,
      fixes: [
        ...sources.map(({ name }) => ({
          title: ['Ask', name].join(' '),
          edits: [{ path: at, value: name }],
          safe: sources.length === 1,
        })),
        customSource(at),
      ],
    })
    return
  }
  if (opencost.prometheus.external.url === '') {
    const urlPath = [...path, 'opencost', 'prometheus', 'external', 'url']
    const url = printValue(source.user.url)
    report({
      code: 'services.opencost-url',
      path: urlPath,
      message: 'OpenCost needs the address where that destination’s metrics are queried.',
      ...(url !== '' && {
        fixes: [
          {
            title: 'Derive it from the address for writing',
            edits: [{ path: urlPath, value: queryUrl(url) }],
            safe: false,
          },
        ],
      }),
    })
  }
  checkLogin(context, source)
}

/** Settings that OpenCost's own chart refuses together. */
function checkContradictions({ values, path, report }: Context): void {
  const { opencost, plugins } = values
  const { prometheus, cloudIntegrationSecret, cloudIntegrationJSON, updateCaTrust } = opencost
  const { thanos, external, internal, amp } = prometheus
  const trust = fieldsOf(updateCaTrust)
  const trusted = [trust.caCertsSecret, trust.caCertsConfig].filter((one) => !isEmpty(one))
  const install = fieldsOf(plugins.install)
  const listed = itemsOf(install.plugins).map(printValue)
  const unset = listed.filter((name) => !Object.hasOwn(plugins.configs, name))
  const settings = !isEmpty(plugins.configs)
  const servers = [external, internal, amp].filter(({ enabled }) => enabled)
  const rows: readonly (readonly [boolean, Path, string])[] = [
    [
      servers.length > 1,
      ['opencost', 'prometheus'],
      'OpenCost asks one Prometheus: turn on one of external, internal and amp.',
    ],
    [
      thanos.enabled && thanos.external.enabled && thanos.internal.enabled,
      ['opencost', 'prometheus', 'thanos'],
      'OpenCost asks one Thanos: turn on one of external and internal.',
    ],
    [
      prometheus.kubeRBACProxy && prometheus.bearer_token !== '',
      ['opencost', 'prometheus', 'kubeRBACProxy'],
      'OpenCost logs in with its account’s token or with another, not with both.',
    ],
    [
      !isEmpty(trust.enabled) && trusted.length !== 1,
      ['opencost', 'updateCaTrust'],
      'Give certificate authorities in a Secret or in a ConfigMap: one of them.',
    ],
    [
      cloudIntegrationSecret !== '' && cloudIntegrationJSON !== '',
      ['opencost', 'cloudIntegrationJSON'],
      'Give access to the cloud’s billing as a Secret’s name or as a text, not as both.',
    ],
    [
      plugins.enabled && plugins.existingSecret !== '' && settings,
      ['plugins', 'configs'],
      'With a Secret that has the plugins’ settings, leave out the settings here.',
    ],
    [
      plugins.enabled && plugins.existingSecret === '' && unset.length > 0,
      ['plugins', 'install', 'plugins'],
      ['These plugins have no settings:', unset.join(', ')].join(' '),
    ],
  ]
  for (const [wrong, below, message] of rows) {
    if (wrong) report({ code: 'services.opencost-refuses', path: [...path, ...below], message })
  }
}

/** The chart binds the constraints to an account that need not be OpenCost's, by a role that nobody makes. */
function checkConstraints({ values, path, report }: Context): void {
  const { enabled, enableSCC } = fieldsOf(values.opencost.platforms.openshift)
  if (isEmpty(enabled) || isEmpty(enableSCC)) return
  const at = [...path, 'opencost', 'platforms', 'openshift', 'enableSCC']
  report({
    code: 'services.opencost-constraints',
    path: at,
    message:
      'The chart makes the constraints, but gives them to an account called opencost by a role that does not exist, so OpenCost does not get them.',
    fixes: [{ title: 'Do without', edits: [{ path: at, value: false }], safe: false }],
  })
}

/** charts/telemetry-services/templates/_validate.tpl, and what OpenCost's own chart refuses. */
export function validate(context: Context, surroundings: ServiceSurroundings): void {
  const { values, path, cluster } = context
  const { defaultClusterId } = values.opencost.exporter
  checkCloudVolume(context)
  if (defaultClusterId !== cluster.name) {
    wanted(
      context,
      [...path, 'opencost', 'exporter', 'defaultClusterId'],
      cluster.name,
      'OpenCost has to call the cluster what cluster.name does, or the chart refuses it.',
      'services.opencost-cluster',
    )
  }
  checkSource(context, surroundings.metricsDestinations)
  checkContradictions(context)
  checkConstraints(context)
}
