/** ConfigMaps, Secrets and storage that OpenCost reads. */
import { base64 } from '../../base/base64'
import { goJson } from '../../base/json'
import { present } from '../../base/present'
import { setOwn, sortedEntries } from '../../base/record'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import { type BundledChart, type MetadataParts, metadataOf } from '../chart'
import type { Context } from './index'
import { cloudSecretName, credentialsName, named, pluginsSecretName } from './names'
import { installScript } from './plugins'
import { pluginNames } from './pod'

type Texts = Readonly<Record<string, string>>

const configMap = (
  chart: BundledChart,
  metadata: MetadataParts,
  data: Texts,
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: metadataOf(chart, metadata),
  data,
})

/** Prices of the user's own (templates/configmap-custom-pricing.yaml). */
function prices(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const { enabled, createConfigmap, configmapName, costModel, provider } =
    values.opencost.customPricing
  if (!enabled || !createConfigmap) return []
  const data: Record<string, string> = {}
  for (const [name, price] of sortedEntries(costModel)) setOwn(data, name, printValue(price))
  setOwn(data, 'provider', provider)
  return [configMap(chart, { name: configmapName, labels: null }, data)]
}

function chosenMetrics(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const { enabled, configmapName, disabledMetrics } = values.opencost.metrics.config
  if (!enabled) return []
  const file = ['{"disabledMetrics": ', goJson(disabledMetrics), ' }'].join('')
  return [configMap(chart, { name: configmapName }, { 'metrics.json': file })]
}

/** Labels of the older kind, which the plugins' objects have. */
const oldLabels = ({ name, identity, release }: BundledChart) => ({
  app: name,
  chart: [identity.name, identity.version].join('-'),
  release: release.name,
  heritage: 'Helm',
})

function pluginObjects(chart: BundledChart, context: Context): KubernetesObject[] {
  const { plugins } = context.values
  if (!plugins.enabled) return []
  const metadata = (name: string) => ({
    ...metadataOf(chart, { name, labels: null }),
    labels: oldLabels(chart),
  })
  const data: Record<string, string> = {}
  for (const [name, settings] of sortedEntries(plugins.configs)) {
    setOwn(data, [name, 'config.json'].join('_'), base64(settings))
  }
  const install = !isEmpty(fieldsOf(plugins.install).enabled)
  const { folder, version } = plugins
  const script = install ? installScript({ folder, version, names: pluginNames(context) }) : ''
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata(named(chart, 'install-plugins')),
      data: { 'install_plugins.sh': script },
    },
    ...(plugins.existingSecret === ''
      ? [
          {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: metadata(pluginsSecretName(chart, context)),
            data: isEmpty(data) ? null : data,
          },
        ]
      : []),
  ]
}

function secret(
  chart: BundledChart,
  metadata: MetadataParts,
  data: Texts,
  type?: 'Opaque',
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadataOf(chart, metadata),
    ...(type && { type }),
    data,
  }
}

/** What it logs in with (templates/secret.yaml, secret-admin-token.yaml, secret-cloud-integration.yaml). */
function secrets(chart: BundledChart, context: Context): KubernetesObject[] {
  const { secretAnnotations: annotations, opencost } = context.values
  const { prometheus, exporter, cloudIntegrationJSON } = opencost
  const { aws, adminToken, cloudProviderApiKey } = exporter
  const cloud = cloudSecretName(chart, context)
  const literals: readonly (readonly [key: string, literal: string])[] = [
    [prometheus.username_key, prometheus.username],
    [prometheus.password_key, prometheus.password],
    [prometheus.bearer_token_key, prometheus.bearer_token],
    ['AWS_ACCESS_KEY_ID', aws.access_key_id],
    ['CLOUD_PROVIDER_API_KEY', cloudProviderApiKey],
  ]
  const data: Record<string, string> = {}
  for (const [key, literal] of literals) if (literal !== '') setOwn(data, key, base64(literal))
  if (aws.access_key_id !== '') data.AWS_SECRET_ACCESS_KEY = base64(aws.secret_access_key)
  const objects: KubernetesObject[] = []
  if (!isEmpty(data)) {
    objects.push(secret(chart, { name: credentialsName(chart, context), annotations }, data))
  }
  if (adminToken.enabled && adminToken.value !== '' && adminToken.existingSecret === '') {
    const token = { [adminToken.secretKey || 'ADMIN_TOKEN']: base64(adminToken.value) }
    objects.push(secret(chart, { name: named(chart, 'admin-token'), annotations }, token, 'Opaque'))
  }
  if (cloudIntegrationJSON !== '' && cloud !== undefined) {
    const file = base64(cloudIntegrationJSON.replace(/\n$/, ''))
    objects.push(secret(chart, { name: cloud }, { 'cloud-integration.json': file }, 'Opaque'))
  }
  return objects
}

function storage(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const { enabled, annotations, accessMode, storageClass, size } =
    values.opencost.exporter.persistence
  if (!enabled) return []
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: metadataOf(chart, { name: named(chart, 'pvc'), annotations }),
      spec: present({
        accessModes: [accessMode],
        storageClassName: given(storageClass),
        resources: { requests: { storage: size } },
      }),
    },
  ]
}

/** All of them but the configuration of the page. */
export function configuration(chart: BundledChart, context: Context): KubernetesObject[] {
  return [
    ...prices(chart, context),
    ...chosenMetrics(chart, context),
    ...pluginObjects(chart, context),
    ...secrets(chart, context),
    ...storage(chart, context),
  ]
}
