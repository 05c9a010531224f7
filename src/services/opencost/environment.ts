/** OpenCost's settings, which are environment variables (templates/deployment.yaml). */
import { itemsOf } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import { type BundledChart, filled } from '../chart'
import { environment } from '../image'
import type { Context } from './index'
import { credentialsName, named } from './names'

type Variable = Readonly<Record<string, unknown>>

const says = (name: string, value: unknown): Variable => ({ name, value: printValue(value) })

/** Where the value is not empty. */
const saysGiven = (name: string, value: unknown): Variable[] =>
  isEmpty(value) ? [] : [says(name, value)]

const fromSecret = (name: string, secret: string, key: string): Variable => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
})

interface InternalServer {
  readonly serviceName: string
  readonly namespaceName: string
  readonly port: number
  readonly scheme: string
  readonly path?: string
}

/** A server inside the cluster, by its Service. */
function internalAddress(chart: BundledChart, context: Context, server: InternalServer): string {
  const name = (text: string) => printValue(filled(chart, text))
  const host = [
    name(server.serviceName),
    name(server.namespaceName),
    'svc',
    context.values.clusterName,
  ].join('.')
  const address = [host, printValue(server.port)].join(':')
  return [[server.scheme || 'http', address].join('://'), server.path ?? ''].join('')
}

/** The Prometheus that OpenCost asks. */
function prometheusAddress(chart: BundledChart, context: Context): string {
  const { prometheus, sigV4Proxy } = context.values.opencost
  const { external, amp, internal } = prometheus
  if (external.enabled) return printValue(filled(chart, external.url))
  const proxy = typeof sigV4Proxy === 'object' ? (sigV4Proxy as { port?: unknown } | null) : null
  if (amp.enabled && !isEmpty(proxy)) {
    const host = ['http://localhost', printValue(proxy?.port)].join(':')
    return [host, 'workspaces', amp.workspaceId].join('/')
  }
  return internalAddress(chart, context, internal)
}

/** How OpenCost logs in at its Prometheus: by user and password, else by a token. */
function loginVariables(chart: BundledChart, context: Context): Variable[] {
  const { prometheus } = context.values.opencost
  const { existingSecretName, username_key, password_key, bearer_token_key } = prometheus
  const secret = existingSecretName || credentialsName(chart, context)
  const has = (key: string, literal: string) =>
    key !== '' && (literal !== '' || existingSecretName !== '')
  const variables: Variable[] = []
  if (has(username_key, prometheus.username)) {
    variables.push(fromSecret('DB_BASIC_AUTH_USERNAME', secret, username_key))
  }
  if (has(password_key, prometheus.password)) {
    variables.push(fromSecret('DB_BASIC_AUTH_PW', secret, password_key))
  } else if (has(bearer_token_key, prometheus.bearer_token)) {
    variables.push(fromSecret('DB_BEARER_TOKEN', secret, bearer_token_key))
  }
  return variables
}

function clusterVariables({ values }: Context): Variable[] {
  const { defaultClusterId, clusterIdConfigmap } = values.opencost.exporter
  if (clusterIdConfigmap !== '') {
    const configMapKeyRef = { name: clusterIdConfigmap, key: 'CLUSTER_ID' }
    return [{ name: 'CLUSTER_ID', valueFrom: { configMapKeyRef } }]
  }
  return saysGiven('CLUSTER_ID', defaultClusterId)
}

function collectorVariables({ values }: Context): Variable[] {
  const own = values.opencost.exporter.collectorDataSource
  if (!own.enabled) return []
  return [
    says('COLLECTOR_DATA_SOURCE_ENABLED', true),
    ...saysGiven('COLLECTOR_SCRAPE_INTERVAL', own.scrapeInterval),
    ...saysGiven('NETWORK_PORT', own.networkPort),
    ...saysGiven('COLLECTOR_RESOLUTION_10M_RETENTION', own.retention10m),
    ...saysGiven('COLLECTOR_RESOLUTION_1H_RETENTION', own.retention1h),
    ...saysGiven('COLLECTOR_RESOLUTION_1D_RETENTION', own.retention1d),
  ]
}

function thanosVariables(chart: BundledChart, context: Context): Variable[] {
  const { thanos } = context.values.opencost.prometheus
  const address = thanos.external.enabled
    ? thanos.external.url
    : internalAddress(chart, context, thanos.internal)
  return [
    ...(thanos.enabled ? [says('THANOS_ENABLED', true), says('THANOS_QUERY_URL', address)] : []),
    ...saysGiven('THANOS_QUERY_OFFSET', thanos.queryOffset),
    ...saysGiven('THANOS_MAX_SOURCE_RESOLUTION', thanos.maxSourceResolution),
  ]
}

function nodeLabelVariables({ values }: Context): Variable[] {
  const { configMapName, namespace, key, route } = values.external.nodeLabels
  if (configMapName === '') return []
  return [
    says('EXTERNAL_NODELABELS_CONFIG_MAP_NAME', configMapName),
    ...saysGiven('EXTERNAL_NODELABELS_NAMESPACE', namespace),
    ...saysGiven('EXTERNAL_NODELABELS_KEY', key),
    ...saysGiven('EXTERNAL_NODELABELS_ROUTE', route),
  ]
}

/** Where nothing is said, OpenCost decides itself. */
function stateMetricsVariables({ values }: Context): Variable[] {
  const own = values.opencost.metrics.kubeStateMetrics
  const rows: readonly (readonly [string, unknown])[] = [
    ['EMIT_POD_ANNOTATIONS_METRIC', own.emitPodAnnotations],
    ['EMIT_NAMESPACE_ANNOTATIONS_METRIC', own.emitNamespaceAnnotations],
    ['EMIT_KSM_V1_METRICS', own.emitKsmV1Metrics],
    ['EMIT_KSM_V1_METRICS_ONLY', own.emitKsmV1MetricsOnly],
  ]
  return rows
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => says(name, value))
}

function inferenceVariables({ values }: Context): Variable[] {
  const own = values.opencost.exporter.inferenceCostTracking
  if (!own.enabled) return []
  return [
    says('INFERENCE_COST_ENABLED', true),
    says('INFERENCE_MODEL_LABEL', own.modelLabel),
    says('INFERENCE_SHARED_INFRA_LABEL', own.sharedInfraLabel),
    says('INFERENCE_SHARED_INFRA_LABEL_VALUE', own.sharedInfraLabelValue),
    says('INFERENCE_COLLECTION_INTERVAL', own.collectionInterval),
  ]
}

function adminVariables(chart: BundledChart, { values }: Context): Variable[] {
  const { enabled, value, existingSecret, secretKey } = values.opencost.exporter.adminToken
  if (!enabled || (value === '' && existingSecret === '')) return []
  const secret = existingSecret || named(chart, 'admin-token')
  return [fromSecret('ADMIN_TOKEN', secret, secretKey || 'ADMIN_TOKEN')]
}

/** All of them, in the chart's order. */
export function environmentOf(chart: BundledChart, context: Context): Variable[] {
  const { values } = context
  const { opencost } = values
  const { exporter, prometheus, customPricing, cloudCost, metrics, mcp } = opencost
  const credentials = credentialsName(chart, context)
  const secret = (name: string, literal: string, key = name) =>
    literal === '' ? [] : [fromSecret(name, credentials, key)]
  const { queryResolutionSeconds } = exporter.prometheusDataSource
  return [
    says('LOG_LEVEL', values.loglevel),
    says('CUSTOM_COST_ENABLED', values.plugins.enabled),
    says('INSTALL_NAMESPACE', chart.namespace),
    ...saysGiven('PROMETHEUS_QUERY_RESOLUTION_SECONDS', queryResolutionSeconds),
    ...collectorVariables(context),
    ...(metrics.config.enabled
      ? [says('METRICS_CONFIGMAP_NAME', metrics.config.configmapName)]
      : []),
    ...saysGiven('API_PORT', exporter.apiPort),
    ...saysGiven('CARBON_ESTIMATES_ENABLED', opencost.carbonCost.enabled),
    says('PROMETHEUS_SERVER_ENDPOINT', prometheusAddress(chart, context)),
    says('INSECURE_SKIP_VERIFY', prometheus.insecureSkipVerify),
    ...secret('CLOUD_PROVIDER_API_KEY', exporter.cloudProviderApiKey),
    ...clusterVariables(context),
    ...secret('AWS_ACCESS_KEY_ID', exporter.aws.access_key_id),
    ...secret('AWS_SECRET_ACCESS_KEY', exporter.aws.secret_access_key),
    ...loginVariables(chart, context),
    ...saysGiven('KUBE_RBAC_PROXY_ENABLED', prometheus.kubeRBACProxy),
    ...(exporter.persistence.enabled
      ? [says('PV_MOUNT_PATH', exporter.persistence.mountPath || 'mnt/export')]
      : []),
    ...saysGiven('EXPORT_CSV_FILE', exporter.csv_path),
    ...thanosVariables(chart, context),
    ...(itemsOf(exporter.env) as readonly Variable[]),
    ...nodeLabelVariables(context),
    ...(customPricing.enabled
      ? [
          says('CONFIG_PATH', customPricing.configPath),
          says('PRICING_CONFIGMAP_NAME', customPricing.configmapName),
        ]
      : []),
    says(
      'RESOLUTION_1D_RETENTION',
      isEmpty(opencost.dataRetention.dailyResolutionDays)
        ? opencost.retention1d
        : opencost.dataRetention.dailyResolutionDays,
    ),
    says('RESOLUTION_1H_RETENTION', opencost.retention1h),
    says('CLOUD_COST_ENABLED', cloudCost.enabled),
    says('CLOUD_COST_MONTH_TO_DATE_INTERVAL', cloudCost.monthToDateInterval),
    says('CLOUD_COST_REFRESH_RATE_HOURS', cloudCost.refreshRateHours),
    says('CLOUD_COST_QUERY_WINDOW_DAYS', cloudCost.queryWindowDays),
    says('CLOUD_COST_RUN_WINDOW_DAYS', cloudCost.runWindowDays),
    ...stateMetricsVariables(context),
    ...inferenceVariables(context),
    ...environment(exporter.extraEnv),
    ...adminVariables(chart, context),
    says('MCP_SERVER_ENABLED', mcp.enabled),
    ...(mcp.enabled ? [says('MCP_HTTP_PORT', mcp.port)] : []),
  ]
}
