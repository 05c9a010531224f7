import { present } from '../../base/present'
import { type BundledChart, metadataOf } from '../../services/chart'
import { pinnedImage } from '../../services/image'
import { fieldsOf, given } from '../../values/fields'
import type { Global } from '../../values/global'
import { firstNonEmpty, printValue } from '../../values/helm'
import type { KubernetesObject } from '../kubernetes-object'
import type { OperatorValues } from './options'

/** The namespaces whose collectors it manages; none means all. */
export function managedNamespaces(values: OperatorValues, ownNamespace: string): readonly string[] {
  return values.ownNamespaceOnly ? [ownNamespace] : values.namespaces
}

const option = (name: string, value: unknown) => ['--', name, '=', printValue(value)].join('')

function argumentsOf(chart: BundledChart, values: OperatorValues): string[] {
  const { service, leaderElection, extraArgs } = values
  const everywhere = (port: number) => [':', printValue(port)].join('')
  return [
    option('health-probe-bind-address', everywhere(service.health.port)),
    option('metrics-bind-address', everywhere(service.metrics.port)),
    ...(leaderElection.enabled
      ? ['--leader-elect', option('leader-election-id', chart.fullName)]
      : []),
    ...extraArgs,
  ]
}

function container(chart: BundledChart, values: OperatorValues, global: Global) {
  const { image, service, livenessProbe, readinessProbe } = values
  const watched = managedNamespaces(values, chart.namespace)
  const port = (name: string, containerPort: number) => ({ name, containerPort, protocol: 'TCP' })
  const probe = (path: string, timing: typeof livenessProbe) => ({
    httpGet: { path, port: service.health.port },
    initialDelaySeconds: timing.initialDelaySeconds,
    periodSeconds: timing.periodSeconds,
  })
  return present({
    name: chart.identity.name,
    image: pinnedImage({
      registry: firstNonEmpty(global.image.registry, global.imageRegistry, image.registry),
      repository: image.repository,
      tag: image.tag || chart.identity.appVersion,
      digest: image.digest,
    }),
    imagePullPolicy: firstNonEmpty<string>(
      global.image.pullPolicy,
      global.imagePullPolicy,
      image.pullPolicy,
    ),
    args: argumentsOf(chart, values),
    env: watched.length > 0 ? [{ name: 'WATCH_NAMESPACE', value: watched.join(',') }] : undefined,
    ports: [port('http', service.health.port), port('metrics', service.metrics.port)],
    livenessProbe: probe('/healthz', livenessProbe),
    readinessProbe: probe('/readyz', readinessProbe),
    resources: given(values.resources),
    securityContext: given(values.securityContext),
  })
}

/** The operator's pods (templates/deployment.yaml). */
export function operatorDeployment(
  chart: BundledChart,
  values: OperatorValues,
  global: Global,
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf(chart),
    spec: {
      replicas: values.replicaCount,
      selector: { matchLabels: chart.selector },
      template: {
        metadata: present({
          annotations: given(values.podAnnotations),
          labels: { ...chart.labels, ...fieldsOf(values.podLabels) },
        }),
        spec: present({
          imagePullSecrets: given(global.image.pullSecrets) ?? given(values.image.pullSecrets),
          serviceAccountName: chart.accountName,
          securityContext: given(values.podSecurityContext),
          priorityClassName: given(values.priorityClassName),
          containers: [container(chart, values, global)],
          nodeSelector: given(values.nodeSelector),
          affinity: given(values.affinity),
          tolerations: given(values.tolerations),
          topologySpreadConstraints: given(values.topologySpreadConstraints),
        }),
      },
    },
  }
}
