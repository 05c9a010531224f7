/** What the charts of the Prometheus community have in common. */
import { valueAt } from '../base/record'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { fieldsOf } from '../values/fields'
import { isEmpty } from '../values/helm'
import { printValues } from '../yaml/print'
import { type AccessRule, accessRule } from './access'
import {
  type BundledChart,
  bundledChart,
  type ChartIdentity,
  filled,
  type MetadataParts,
  metadataOf,
} from './chart'
import type { ServiceContext } from './types'

type Tree = Readonly<Record<string, unknown>>

/** An exporter's chart; `own` are labels of the user's for all objects. */
export function exporterChart(
  identity: ChartIdentity,
  context: Pick<ServiceContext, 'values' | 'release'>,
  own: unknown,
  selector?: Tree,
): BundledChart {
  const { values, release } = context
  return bundledChart({
    identity,
    values,
    release,
    ...(selector && { selector: () => selector }),
    labels: (name) => ({
      'app.kubernetes.io/component': 'metrics',
      'app.kubernetes.io/part-of': name,
      ...fieldsOf(filled(context, own)),
      ...(values.releaseLabel === true && { release: release.name }),
    }),
  })
}

/** What the authorising proxy needs: to ask who somebody is, and what they may do. */
export const proxyRules: readonly AccessRule[] = [
  accessRule('authentication.k8s.io', ['tokenreviews'], ['create']),
  accessRule('authorization.k8s.io', ['subjectaccessreviews'], ['create']),
]

/** The volume of the authorising proxy's configuration, and the name of its ConfigMap. */
export const proxyVolume = { name: 'kube-rbac-proxy-config' } as const
export const proxyConfigName = ({ fullName }: BundledChart) => [fullName, 'rbac-config'].join('-')

/** Where the configuration appears in the proxy. */
export const proxyMount = { ...proxyVolume, mountPath: '/etc/kube-rbac-proxy-config' } as const

/** The authorising proxy's configuration: who may get the Service may read the metrics. */
export function proxyConfigMap(chart: BundledChart, metadata: MetadataParts): KubernetesObject {
  const { fullName, namespace } = chart
  const resourceAttributes = {
    namespace,
    apiVersion: 'v1',
    resource: 'services',
    subresource: fullName,
    name: fullName,
  }
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadataOf(chart, { ...metadata, name: proxyConfigName(chart) }),
    data: { 'config-file.yaml': printValues({ authorization: { resourceAttributes } }) },
  }
}

/** Reports a digest under the name that the charts no longer take. */
export function checkImageSha({
  values,
  path,
  report,
}: Pick<ServiceContext, 'values' | 'path' | 'report'>): void {
  const sha = valueAt(values, ['image', 'sha'])
  if (isEmpty(sha)) return
  const at = [...path, 'image']
  report({
    code: 'services.image-sha',
    path: [...at, 'sha'],
    message: 'The chart takes the image’s digest under image.digest and refuses image.sha.',
    fixes: [
      {
        title: 'Move it to image.digest',
        edits: [
          { path: [...at, 'digest'], value: sha },
          { path: [...at, 'sha'], remove: true },
        ],
        safe: false,
      },
    ],
  })
}
