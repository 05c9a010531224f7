import { anything, choice, flag, group, map, text, texts } from '../../values/options'

const read = ['get', 'list', 'watch']

const readRule = (apiGroups: readonly string[], resources: readonly string[]) => ({
  apiGroups,
  resources,
  verbs: read,
})

/** One row for each kind of component that asks the Kubernetes API. */
const namespacedRules = [
  readRule(
    ['', 'discovery.k8s.io', 'networking.k8s.io'],
    ['endpoints', 'endpointslices', 'ingresses', 'pods', 'services'],
  ),
  readRule([''], ['pods', 'pods/log', 'namespaces']),
  readRule(['monitoring.grafana.com'], ['podlogs']),
  readRule(['monitoring.coreos.com'], ['prometheusrules']),
  readRule(['monitoring.coreos.com'], ['alertmanagerconfigs']),
  readRule(
    ['monitoring.coreos.com'],
    ['podmonitors', 'servicemonitors', 'probes', 'scrapeconfigs'],
  ),
  readRule([''], ['events']),
  readRule([''], ['configmaps', 'secrets']),
  readRule(['apps', 'extensions'], ['replicasets']),
]

const clusterRules = [
  readRule([''], ['nodes']),
  readRule([''], ['nodes/pods']),
  readRule([''], ['nodes/metrics']),
  { nonResourceURLs: ['/metrics'], verbs: ['get'] },
]

/** `rbac`: what the collector may ask of the Kubernetes API. */
export const rbacOptions = group(
  {
    create: flag(true, 'Make the role and its binding. Turn off to bring your own.'),
    namespaces: texts(
      'Grant access in these namespaces only, with Roles instead of a ClusterRole; nodes are then out of reach.',
    ),
    rules: anything(namespacedRules, 'Rules that a Role or a ClusterRole can hold.'),
    clusterRules: anything(clusterRules, 'Rules that only a ClusterRole can hold.'),
  },
  'Access to the Kubernetes API.',
)

/** `serviceAccount`: the identity of the pods. */
export const serviceAccountOptions = group(
  {
    create: flag(true, 'Make a ServiceAccount for the collector.'),
    additionalLabels: map(text('', ''), 'More labels.'),
    annotations: map(text('', ''), 'Annotations, such as a cloud’s workload identity.'),
    name: text(null, 'Name of the ServiceAccount, made or already there.', {
      format: 'kubernetes-name',
      nullable: true,
    }),
    automountServiceAccountToken: flag(true, 'Mount the account’s token into the pods.'),
  },
  'The pods’ identity.',
)

const pullPolicies = ['Always', 'IfNotPresent', 'Never'] as const

/** `image`: the Alloy image. */
export const imageOptions = group(
  {
    registry: text('docker.io', 'Registry of the Alloy image.'),
    repository: text('grafana/alloy', 'Repository of the Alloy image.'),
    tag: text(null, 'Version of Alloy, when not the one that belongs to the chart. Quote it.', {
      nullable: true,
      example: 'v1.18.1',
    }),
    digest: text(null, 'SHA-256 digest of the image; wins over the tag.', { nullable: true }),
    pullPolicy: choice(pullPolicies, 'IfNotPresent', 'When nodes pull the image.', { loose: true }),
    pullSecrets: anything([], 'Secrets to pull the image with.'),
  },
  'The Alloy image.',
)

/** `configReloader`: the container that tells Alloy to read a changed configuration. */
export const configReloaderOptions = group(
  {
    enabled: flag(
      true,
      'Reload the configuration as soon as it changes. There is no Windows image.',
    ),
    image: group(
      {
        registry: text('quay.io', 'Registry of the reloader’s image.'),
        repository: text(
          'prometheus-operator/prometheus-config-reloader',
          'Repository of the reloader’s image.',
        ),
        tag: text(
          'v0.91.0@sha256:7d9e4eea5f1139e602508871f422b0116c60e87c662f3dcd234d5ab60cd0d8c1',
          'Version of the reloader’s image.',
        ),
        digest: text('', 'SHA-256 digest of the image; wins over the tag.'),
        pullPolicy: choice(pullPolicies, 'IfNotPresent', 'When nodes pull the image.', {
          loose: true,
        }),
      },
      'The reloader’s image.',
    ),
    customArgs: texts('Arguments in place of the reloader’s usual ones.'),
    resources: anything(
      { requests: { cpu: '10m', memory: '50Mi' } },
      'CPU and memory that the reloader requests and may use.',
    ),
    securityContext: anything(
      {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
        runAsNonRoot: true,
        runAsUser: 65534,
        runAsGroup: 65534,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      'Security context of the reloader.',
    ),
  },
  'The container that reloads a changed configuration.',
)

/** `global` of one collector: image settings that win over those of `image` and `configReloader`. */
export const collectorGlobalOptions = group(
  {
    image: group(
      {
        registry: text('', 'Registry for both images of the pod.'),
        pullSecrets: anything([], 'Secrets to pull both images with.'),
        pullPolicy: choice(['', ...pullPolicies], '', 'When nodes pull both images.', {
          loose: true,
        }),
      },
      'Both images of the pod.',
    ),
    podSecurityContext: anything({}, 'Security context of the whole pod.'),
  },
  'Settings of the pod as a whole.',
)
