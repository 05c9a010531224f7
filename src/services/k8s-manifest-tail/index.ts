import { present } from '../../base/present'
import { sha256 } from '../../base/sha256'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given } from '../../values/fields'
import type { ValueOf } from '../../values/options'
import { toYaml } from '../../values/to-yaml'
import { accessRule, readVerbs, role, roleBinding } from '../access'
import { type BundledChart, bundledChart, metadataOf, serviceAccount } from '../chart'
import { pinnedImage, pullSecrets } from '../image'
import type { Service, ServiceContext } from '../types'
import { options } from './options'

type Values = ValueOf<typeof options>
type Context = ServiceContext<Values>

const version = '0.1.2'
const identity = { name: 'k8s-manifest-tail', version: '0.1.5' } as const

/** A kind as its resource is called: `Ingress` is `ingresses`, `NetworkPolicy` `networkpolicies`. */
export function resourceOf(kind: string): string {
  const word = kind.toLowerCase()
  if (/(?:ss|ch|sh|x|z)$/.test(word)) return word.concat('es')
  if (word.endsWith('s')) return word
  return /[^aeiou]y$|^y$/.test(word) ? word.replace(/y$/, 'ies') : word.concat('s')
}

/** Reading what is watched, with one rule for each API group (templates/clusterrole.yaml). */
function accessRules({ values }: Context) {
  const groups = new Map<string, Set<string>>()
  for (const { apiVersion, kind } of values.config.objects) {
    const apiGroup = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''
    const resources = groups.get(apiGroup) ?? new Set()
    groups.set(apiGroup, resources.add(resourceOf(kind)))
  }
  return [...groups.keys()]
    .sort()
    .map((apiGroup) => accessRule(apiGroup, [...(groups.get(apiGroup) ?? [])], readVerbs))
}

function deployment(chart: BundledChart, context: Context): KubernetesObject {
  const { values, global } = context
  const { registry, repository, tag, digest, pullPolicy } = values.image
  const pinned = { registry: global.image.registry || registry, repository }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf(chart),
    spec: {
      replicas: 1,
      selector: { matchLabels: chart.selector },
      template: {
        metadata: {
          labels: chart.selector,
          annotations: {
            'checksum/config': sha256(toYaml(values.config)),
            ...fieldsOf(values.podAnnotations),
          },
        },
        spec: present({
          serviceAccountName: chart.accountName,
          imagePullSecrets: pullSecrets(global.image.pullSecrets, values.image.pullSecrets),
          containers: [
            present({
              name: 'k8s-manifest-tail',
              image: pinnedImage({ ...pinned, tag: tag || version, digest }),
              imagePullPolicy: pullPolicy,
              args: ['run', '--config', '/etc/k8s-manifest-tail/config.yaml'],
              env: given(values.extraEnv),
              volumeMounts: [
                { name: 'config', mountPath: '/etc/k8s-manifest-tail', readOnly: true },
              ],
              resources: given(values.resources),
            }),
          ],
          volumes: [{ name: 'config', configMap: { name: chart.fullName } }],
          nodeSelector: given(values.nodeSelector),
          tolerations: given(values.tolerations),
          affinity: given(values.affinity),
        }),
      },
    },
  }
}

/** The chart k8s-manifest-tail of Grafana. */
export const manifestTail = {
  name: 'k8s-manifest-tail',
  title: 'k8s-manifest-tail',
  help: 'Writes changes of Kubernetes objects to its log.',
  options,
  enforced: ['deploy', 'extraEnv', 'podAnnotations'],
  objects(context) {
    const { values, release } = context
    const { namespace } = release
    const chart = bundledChart({ identity, values, release, namespace })
    const account = { name: chart.accountName, namespace }
    const everywhere = metadataOf(chart, { namespace: null })
    return [
      ...serviceAccount(chart),
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: metadataOf(chart),
        data: { 'config.yaml': [toYaml(values.config), ''].join('\n') },
      },
      ...(values.rbac.create
        ? [role(everywhere, accessRules(context)), roleBinding(everywhere, chart.fullName, account)]
        : []),
      deployment(chart, context),
    ]
  },
  validate({ values, path, report }) {
    if (values.config.objects.length > 0) return
    const at = [...path, 'config', 'objects']
    report({
      code: 'services.nothing-to-watch',
      path: at,
      message: 'k8s-manifest-tail has no kinds of objects to watch, and its chart refuses that.',
      fixes: [
        {
          title: 'Watch the workloads',
          edits: [{ path: at, value: usualObjects }],
          safe: true,
        },
      ],
    })
  },
} satisfies Service<Values>

/** Whatever runs pods: what most people want to know changes of. */
export const usualObjects = [
  ...['Deployment', 'StatefulSet', 'DaemonSet'].map((kind) => ({ apiVersion: 'apps/v1', kind })),
  { apiVersion: 'batch/v1', kind: 'CronJob' },
]
