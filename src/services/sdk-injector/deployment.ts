/** The injector's pods and their configuration (templates/deployment.yaml, templates/sdk-config.yaml). */
import { present } from '../../base/present'
import { sha256 } from '../../base/sha256'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given } from '../../values/fields'
import { printValue } from '../../values/helm'
import { pairLines, printScalar, tidyLayout } from '../../yaml/print'
import { type BundledChart, metadataOf } from '../chart'
import {
  certificateName,
  isSelfSigned,
  watchedNamespace,
  webhookName,
  webhookServiceName,
} from './certificate'
import type { Context } from './index'

const configName = ({ fullName }: BundledChart) => [fullName, 'sdk-config'].join('-')

const option = (name: string, value: unknown) => ['--', name, '=', printValue(value)].join('')

/** The file that says what to add to pods. The version is always in quotes, as in the chart. */
function configFile({ values }: Context): string {
  const { sdkConfig } = values
  const { traces = null, metrics = null, logs = null } = sdkConfig.export
  const pair = (key: string, value: unknown) => pairLines(key, value, tidyLayout)
  return [
    ...pair('debug', sdkConfig.debug),
    ...pair('image_volume_root', sdkConfig.imageVolumeRoot),
    ['image_version:', printScalar(sdkConfig.imageVersion, false, 'double')].join(' '),
    ...pair('injection_mode', sdkConfig.injectionMode),
    ...pair('propagators', sdkConfig.propagators),
    ...pair('export', { traces, metrics, logs }),
    ...pair('enabled_sdks', sdkConfig.enabledSDKs),
    '',
  ].join('\n')
}

function argumentsOf(chart: BundledChart, context: Context): string[] {
  const { leaderElection, metrics, sdkConfig } = context.values
  return [
    option('health-probe-bind-address', ':8081'),
    ...(leaderElection ? ['--leader-elect'] : []),
    option('webhook-cert-path', certificateFolder),
    ...(isSelfSigned(context)
      ? [
          '--enable-cert-rotation',
          option('webhook-cert-secret', certificateName(chart)),
          option('mutating-webhook-name', webhookName(chart, 'mutating')),
          option('validating-webhook-name', webhookName(chart, 'validating')),
        ]
      : []),
    ...(metrics.enabled
      ? [
          option('metrics-bind-address', [':', printValue(metrics.port)].join('')),
          option('metrics-secure', false),
        ]
      : [option('metrics-bind-address', 0)]),
    ...(sdkConfig.enabled ? [option('config', [configFolder, configKey].join('/'))] : []),
  ]
}

const certificateFolder = '/tmp/k8s-webhook-server/serving-certs'
const configFolder = '/etc/beyla-injector'
const configKey = 'sdk-inject.yaml'

function probe(path: string, initialDelaySeconds: number, periodSeconds: number) {
  return { httpGet: { path, port: 8081 }, initialDelaySeconds, periodSeconds }
}

function container(chart: BundledChart, context: Context): Readonly<Record<string, unknown>> {
  const { values } = context
  const { repository, tag, pullPolicy } = values.image
  const service = [webhookServiceName(chart), chart.namespace, 'svc:443'].join('.')
  const port = (name: string, containerPort: number) => ({ name, containerPort, protocol: 'TCP' })
  return {
    name: 'manager',
    image: [repository, tag || printValue(chart.identity.appVersion)].join(':'),
    imagePullPolicy: pullPolicy,
    command: ['/manager'],
    args: argumentsOf(chart, context),
    env: [
      { name: 'WEBHOOK_SERVICE_ADDR', value: service },
      { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
      { name: 'WATCH_NAMESPACE', value: watchedNamespace(chart, context) },
      { name: 'ALLOWED_CONFIGMAP_WRITERS', value: values.allowedConfigMapWriters },
    ],
    ports: [
      port('health', 8081),
      port('webhook-server', 9443),
      ...(values.metrics.enabled ? [port('metrics', values.metrics.port)] : []),
    ],
    livenessProbe: probe('/healthz', 15, 20),
    readinessProbe: probe('/readyz', 5, 10),
    securityContext: values.securityContext,
    resources: values.resources,
    volumeMounts: [
      { name: 'webhook-certs', mountPath: certificateFolder, readOnly: true },
      ...(values.sdkConfig.enabled
        ? [{ name: 'sdk-config', mountPath: configFolder, readOnly: true }]
        : []),
    ],
  }
}

/** The Deployment, and the ConfigMap that it reads. */
export function deployment(chart: BundledChart, context: Context): KubernetesObject[] {
  const { values } = context
  const { sdkConfig, metrics } = values
  const file = configFile(context)
  return [
    ...(sdkConfig.enabled
      ? [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: metadataOf(chart, { name: configName(chart) }),
            data: { [configKey]: file },
          },
        ]
      : []),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadataOf(chart),
      spec: {
        replicas: values.replicaCount,
        selector: { matchLabels: chart.selector },
        template: {
          metadata: {
            annotations: {
              'kubectl.kubernetes.io/default-container': 'manager',
              ...(sdkConfig.enabled && { 'checksum/sdk-config': sha256(file) }),
              ...(metrics.enabled && fieldsOf(metrics.annotations)),
              ...fieldsOf(values.podAnnotations),
            },
            labels: { ...chart.selector, ...fieldsOf(values.podLabels) },
          },
          spec: present({
            imagePullSecrets: given(values.imagePullSecrets),
            serviceAccountName: chart.accountName,
            terminationGracePeriodSeconds: 10,
            securityContext: values.podSecurityContext,
            containers: [container(chart, context)],
            volumes: [
              { name: 'webhook-certs', secret: { secretName: certificateName(chart) } },
              ...(sdkConfig.enabled
                ? [{ name: 'sdk-config', configMap: { name: configName(chart) } }]
                : []),
            ],
            nodeSelector: given(values.nodeSelector),
            affinity: given(values.affinity),
            tolerations: given(values.tolerations),
          }),
        },
      },
    },
  ]
}
