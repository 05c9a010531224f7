/**
 * Remote configuration: more Alloy from a server, such as Grafana Cloud's Fleet Management, on top
 * of a collector's own config (templates/collectors/_collector_remoteConfig.tpl).
 */
import type { Statement } from '../alloy/ast'
import { block, call, path as dotted, object } from '../alloy/build'
import { isRecord, setOwn, sortedEntries, valueAt } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import { Findings } from '../diagnostics/findings'
import type { CollectorView } from '../features/types'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { clusterName } from '../pipelines/cluster-labels'
import {
  authentication,
  httpClients,
  proxyAttributes,
  tlsAttributes,
  urlExpression,
} from '../pipelines/http'
import { checkHttp } from '../pipelines/http-checks'
import {
  type SecretHolder,
  secretComponent,
  secretHolder,
  secretKey,
  secretName,
  secretObject,
  usesKubernetesSecret,
} from '../pipelines/secrets'
import { chartName, chartVersion } from '../values/chart'
import { conform } from '../values/conform'
import type { UnitContext } from '../values/context'
import { isEmpty, printValue } from '../values/helm'
import { type RemoteConfigValues, remoteConfigOptions } from './remote-config-options'

/** Secret fields, in the chart's order. */
const secretFields = ['auth.username', 'auth.password', 'tls.ca', 'tls.cert', 'tls.key']

/** The variable by which what comes from the server sends its data; without it the chart stops. */
const keyVariable = 'GCLOUD_RW_API_KEY'

interface RemoteConfig {
  readonly values: RemoteConfigValues
  readonly holder: SecretHolder
  readonly path: Path
}

/** A collector's remote configuration if it is on. Types are checked with the collector's own values. */
function remoteConfig(context: UnitContext, collector: CollectorView): RemoteConfig | undefined {
  const path = ['collectors', collector.name, 'remoteConfig']
  const written = collector.spec.remoteConfig
  if (!isRecord(written) || isEmpty(written.enabled)) return undefined
  const values = conform(remoteConfigOptions, written, path, new Findings())
  const { release, namespace } = context
  const name = [collector.name, 'remote-cfg'].join('-')
  // The chart decides about the Secret by the merged values here, not by the user's own.
  const owner = { name, values, user: values, release, namespace }
  return { values, holder: secretHolder(owner, secretFields), path }
}

/** How the server knows this instance: by its node where it runs on each, else by its pod. */
function identity({ cluster, release }: UnitContext, collector: CollectorView) {
  const common = [clusterName(cluster), release.namespace]
  const parts =
    valueAt(collector.spec, ['controller', 'type']) === 'daemonset'
      ? [...common, collector.name, call('sys.env', 'K8S_NODE_NAME')]
      : [...common, dotted('constants', 'hostname')]
  const format = [release.name, ...parts.map(() => '%s')].join('-')
  return call('string.format', format, ...parts)
}

/** What the server may choose by. What is empty is left out; the user's own win. */
function attributes(context: UnitContext, collector: CollectorView, values: RemoteConfigValues) {
  const { cluster, global, release, namespace } = context
  const known: Record<string, unknown> = {
    platform: 'kubernetes',
    provider: global.platform,
    source: chartName,
    sourceVersion: chartVersion,
    release: release.name,
    namespace,
    workloadName: collector.name,
    workloadType: valueAt(collector.spec, ['controller', 'type']),
    presets: values.presetsAttribute ? collector.presets.join(',') : '',
  }
  for (const [key, value] of Object.entries(values.extraAttributes)) setOwn(known, key, value)
  return object([
    ['cluster', clusterName(cluster)],
    ...sortedEntries(known)
      .filter(([, value]) => !isEmpty(value))
      .map(([key, value]): [string, string] => [key, printValue(value)]),
  ])
}

/** `remotecfg` and what reads its Secret; nothing when it is off. */
export function remoteConfigStatements(
  context: UnitContext,
  collector: CollectorView,
): readonly Statement[] {
  const remote = remoteConfig(context, collector)
  if (!remote) return []
  const { values, holder } = remote
  const secret = secretComponent(holder)
  return [
    ...(secret ? [secret] : []),
    block(
      'remotecfg',
      {
        id: identity(context, collector),
        url: urlExpression(values),
        ...proxyAttributes(values),
        poll_frequency: values.pollFrequency,
        attributes: attributes(context, collector, values),
      },
      [
        authentication(holder, {}, httpClients.remoteConfig),
        block('tls_config', tlsAttributes(holder, values.tls)),
      ],
    ),
  ]
}

/** The Secret of its credentials, if this release makes one (templates/remote_config_secret.yaml). */
export function remoteConfigSecret(
  context: UnitContext,
  collector: CollectorView,
): KubernetesObject | undefined {
  const remote = remoteConfig(context, collector)
  return remote && secretObject(remote.holder)
}

function environment(tree: Readonly<Record<string, unknown>>): readonly unknown[] {
  const list = valueAt(tree, ['alloy', 'extraEnv'])
  return Array.isArray(list) ? list : []
}

function hasVariable(list: readonly unknown[], name: string): boolean {
  return list.some((entry) => valueAt(entry, ['name']) === name)
}

/** The variable with the key, out of the Secret that the config reads. */
function keyEntry(holder: SecretHolder) {
  return {
    name: keyVariable,
    valueFrom: {
      secretKeyRef: { name: secretName(holder), key: secretKey(holder.values, 'auth.password') },
    },
  }
}

/**
 * What remote configuration changes about its collector: environment variables that what comes from
 * the server relies on, added to those of all layers. A tree to merge under `own`, what the user and
 * features set; a list of the user's own therefore keeps all of them out.
 */
export function remoteConfigInfluence(
  context: UnitContext,
  collector: CollectorView,
  own: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const remote = remoteConfig(context, collector)
  if (!remote) return undefined
  const written = environment(own)
  const list = [...environment(collector.spec)]
  const field = (fieldPath: string) => ({ valueFrom: { fieldRef: { fieldPath } } })
  const variables: readonly (readonly [string, object])[] = [
    ['NAMESPACE', field('metadata.namespace')],
    ['POD_NAME', field('metadata.name')],
    ...(context.cluster.name === ''
      ? []
      : [['CLUSTER_NAME', { value: context.cluster.name }] as const]),
  ]
  for (const [name, source] of variables) {
    if (!hasVariable(written, name) && !hasVariable(list, name)) list.push({ name, ...source })
  }
  if (!hasVariable(written, keyVariable) && usesKubernetesSecret(remote.holder)) {
    list.push(keyEntry(remote.holder))
  }
  return { alloy: { extraEnv: list } }
}

/**
 * Findings about remote configuration. `collector` is what the chart makes of it in the end, its
 * influence included.
 */
export function checkRemoteConfig(
  context: UnitContext,
  collector: CollectorView,
  own: Readonly<Record<string, unknown>>,
): void {
  const remote = remoteConfig(context, collector)
  if (!remote) return
  const { values, holder, path } = remote
  const user = isRecord(own.remoteConfig) ? own.remoteConfig : {}
  const name = ['the configuration server of', collector.name].join(' ')
  checkHttp(
    { ...context, report: (finding) => context.report(finding), name, values, user, path },
    { client: httpClients.remoteConfig, secretFields, refusesBasic: false },
  )
  if (hasVariable(environment(collector.spec), keyVariable)) return
  const place = ['collectors', collector.name, 'alloy', 'extraEnv']
  const written = environment(own)
  context.report({
    code: 'collectors.remote-config-without-key',
    path: place,
    message:
      written.length > 0 && usesKubernetesSecret(holder)
        ? `The environment variables of ${collector.name} are a list of your own, which keeps the chart from adding ${keyVariable}. Add it there.`
        : `Remote configuration of ${collector.name} needs the environment variable ${keyVariable} with an access token. Give a user name and a password, of which the chart makes it, or add it yourself.`,
    fixes: usesKubernetesSecret(holder)
      ? [
          {
            title: `Add ${keyVariable}`,
            edits: [{ path: place, value: [...written, keyEntry(holder)] }],
            safe: true,
          },
        ]
      : [],
  })
}
