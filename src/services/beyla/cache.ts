/** The cache of Kubernetes facts (templates/cache-deployment.yaml, templates/cache-service.yaml). */
import { present } from '../../base/present'
import { isRecord, sortedEntries } from '../../base/record'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given } from '../../values/fields'
import { printValue } from '../../values/helm'
import { type BundledChart, filled, metadataOf } from '../chart'
import { environment, pinnedImage } from '../image'
import { type BeylaInput, beylaVersion, component } from './beyla-chart'

type Tree = Readonly<Record<string, unknown>>

/** Environment variables whose values come from elsewhere. */
export function environmentFrom(chart: BundledChart, variables: unknown): Tree[] {
  if (!isRecord(variables)) return []
  return sortedEntries(variables).map(([name, value]) => ({
    name,
    valueFrom: filled(chart, value),
  }))
}

/** The pull Secrets: the global ones, else Beyla’s own. */
export function beylaPullSecrets({ values, global }: BeylaInput): unknown {
  return given(global.image.pullSecrets) ?? given(values.image.pullSecrets)
}

/** Whether there is a cache to ask. */
export const hasCache = ({ values }: Pick<BeylaInput, 'values'>) => values.k8sCache.replicas >= 1

function cacheContainer(chart: BundledChart, { values, global }: BeylaInput): Tree {
  const { k8sCache } = values
  const { registry, repository, tag, digest, pullPolicy } = k8sCache.image
  const { profilePort, internalMetrics } = k8sCache
  /** The ports that it listens on: what for, which, and the variable that tells it. */
  const ports: readonly (readonly [string, number, string])[] = [
    ['grpc', k8sCache.service.port, 'BEYLA_K8S_CACHE_PORT'],
    ['profile', profilePort, 'BEYLA_K8S_CACHE_PROFILE_PORT'],
    [
      internalMetrics.portName,
      internalMetrics.port,
      'BEYLA_K8S_CACHE_INTERNAL_METRICS_PROMETHEUS_PORT',
    ],
  ]
  const open = ports.filter(([name, port]) => name === 'grpc' || port > 0)
  return present({
    name: 'beyla-cache',
    image: pinnedImage({
      registry: global.image.registry || registry,
      repository,
      tag: tag || beylaVersion,
      digest,
    }),
    imagePullPolicy: pullPolicy,
    ports: open.map(([name, containerPort]) => ({ name, containerPort, protocol: 'TCP' })),
    resources: given(k8sCache.resources),
    env: [
      ...open.map(([, port, name]) => ({ name, value: printValue(port) })),
      ...environment(k8sCache.env),
      ...environmentFrom(chart, k8sCache.envValueFrom),
    ],
  })
}

/** The cache’s Deployment and Service, if there are to be any replicas. */
export function cacheObjects(chart: BundledChart, input: BeylaInput): KubernetesObject[] {
  if (!hasCache(input)) return []
  const { values } = input
  const { k8sCache } = values
  const { name, port } = k8sCache.service
  const found = { 'app.kubernetes.io/name': name }
  const labels = {
    ...Object.fromEntries(
      Object.entries(chart.labels).filter(([label]) => !Object.hasOwn(chart.selector, label)),
    ),
    ...found,
    'app.kubernetes.io/instance': chart.release.name,
    'app.kubernetes.io/version': k8sCache.image.tag || beylaVersion,
    ...fieldsOf(k8sCache.podLabels),
  }
  const metadata = (part: string, more: unknown, annotations: unknown) => ({
    ...metadataOf(chart, { name, annotations }),
    labels: { ...labels, ...component(part, more) } as Record<string, string>,
  })
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(
        'networking',
        k8sCache.service.labels,
        // The chart takes those of Beyla’s own Service here.
        filled(chart, values.service.annotations),
      ),
      spec: {
        ports: [{ port, protocol: 'TCP', targetPort: 'grpc', name: 'grpc' }],
        selector: found,
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata('workload', {}, k8sCache.annotations),
      spec: {
        replicas: k8sCache.replicas,
        selector: { matchLabels: found },
        template: {
          metadata: present({
            annotations: given(filled(chart, k8sCache.podAnnotations)),
            labels,
          }),
          spec: present({
            serviceAccountName: values.serviceAccount.create ? chart.accountName : undefined,
            imagePullSecrets: beylaPullSecrets(input),
            nodeSelector: given(k8sCache.nodeSelector),
            affinity: given(k8sCache.affinity),
            tolerations: given(k8sCache.tolerations),
            containers: [cacheContainer(chart, input)],
          }),
        },
      },
    },
  ]
}
