/** Options that most bundled charts have, each with its chart's own defaults. */
import { anything, choice, count, flag, group, list, text, texts } from '../values/options'

type Tree = Readonly<Record<string, unknown>>

/** `deploy`: the one switch that every service has. */
export const deployField = (title: string) => ({
  deploy: flag(false, `Deploy ${title} with this release.`, { common: true }),
})

/** What its objects are called. */
export const nameFields = {
  nameOverride: text(
    '',
    'What the objects are labelled and named with, instead of the chart’s name.',
  ),
  fullnameOverride: text('', 'Name of the objects, in full.', { format: 'kubernetes-name' }),
} as const

export const namespaceField = {
  namespaceOverride: text('', 'Namespace to deploy into instead of the release’s.', {
    format: 'kubernetes-name',
  }),
} as const

export const pullPolicy = (initial: string) =>
  choice(['Always', 'IfNotPresent', 'Never'], initial, 'When nodes pull the image.', {
    loose: true,
  })

export const imageDigest = text('', 'Digest to pin the image to, such as sha256:….')

/** The image, whose version is the chart's own unless the tag says otherwise. */
export const imageFields = (registry: string, repository: string) =>
  ({
    registry: text(registry, 'Registry to pull the image from.'),
    repository: text(repository, 'The image’s path in its registry.'),
    tag: text('', 'Version of the image. Empty takes the one that the chart was made for.', {
      loose: true,
    }),
    pullPolicy: pullPolicy('IfNotPresent'),
  }) as const

export const imageHelp = 'Which image the pods run.'

export const imagePullSecrets = anything([], 'Names of the Secrets to pull the image with.')

export const resources = (initial: Tree = {}) =>
  anything(initial, 'CPU and memory to ask for, and their limits.', { common: true })

/** Where pods may run. */
export function placementFields(
  defaults: {
    readonly nodeSelector?: Tree
    readonly tolerations?: readonly Tree[]
    readonly affinity?: Tree
  } = {},
) {
  const { nodeSelector = {}, tolerations = [], affinity = {} } = defaults
  return {
    nodeSelector: anything(nodeSelector, 'Labels of the nodes that the pods may run on.'),
    tolerations: anything(tolerations, 'Taints that do not keep the pods away.', { common: true }),
    affinity: anything(affinity, 'Which nodes and which neighbours the pods prefer or avoid.'),
  } as const
}

/** Nodes that Linux programs run on. */
export const linuxNodes = { 'kubernetes.io/os': 'linux' } as const

/** Pods that EKS runs on Fargate get no node of their own to watch. */
export const notOnFargate = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
          ],
        },
      ],
    },
  },
} as const

export const accountFields = {
  create: flag(true, 'Make a service account.'),
  name: text('', 'Name of the account. Empty takes the name of the other objects.'),
  annotations: anything({}, 'Annotations of the account, such as a cloud’s role.'),
} as const

export const podLabels = anything({}, 'Further labels of the pods.')

/** Annotations of the pods; the wizard's log features take the job's name from them. */
export const podAnnotations = (initial: Tree) =>
  anything(initial, 'Annotations of the pods. The log features take their job label from here.')

/** The job label of a program's logs. */
export const logsJob = (job: string) => ({ 'k8s.grafana.com/logs.job': job })

export const containerSecurity = (initial: Tree) =>
  anything(initial, 'Security context of the container.')

export const podSecurity = (initial: Tree) => anything(initial, 'Security context of the pods.')

/** When Kubernetes takes a container for started, alive or ready. */
export function probeOptions(
  what: string,
  defaults: {
    readonly delay: number
    readonly timeout: number
    readonly path?: string
    /** There is none unless the user wants it. */
    readonly optional?: true
  },
) {
  return group(
    {
      ...(defaults.optional && { enabled: flag(false, 'Probe at all.') }),
      failureThreshold: count(3, 'Failures in a row that count.', { integer: true }),
      httpGet: group(
        {
          httpHeaders: list(
            group({ name: text('', 'The header’s name.'), value: text('', 'Its value.') }),
            'Headers of the request.',
          ),
          ...(defaults.path !== undefined && { path: text(defaults.path, 'What is asked for.') }),
          scheme: text('http', 'Protocol of the request: http or https.'),
        },
        'The request.',
      ),
      initialDelaySeconds: count(defaults.delay, 'Seconds to wait before the first request.', {
        integer: true,
      }),
      periodSeconds: count(10, 'Seconds between requests.', { integer: true }),
      successThreshold: count(1, 'Successes in a row that count.', { integer: true }),
      timeoutSeconds: count(defaults.timeout, 'Seconds that one request may take.', {
        integer: true,
      }),
    },
    what,
  )
}

/** Containers, volumes and the like that are added as they are. */
export const extra = (what: string) => anything([], what)

/** The authorising proxy that the Prometheus community's exporters can stand behind. */
export function rbacProxyOptions(defaults: {
  readonly port: number
  readonly securityContext: Tree
  readonly fields?: Tree
}) {
  return anything(
    {
      enabled: false,
      image: {
        registry: 'quay.io',
        repository: 'brancz/kube-rbac-proxy',
        tag: 'v0.22.1',
        sha: '',
        pullPolicy: 'IfNotPresent',
      },
      extraArgs: [],
      containerSecurityContext: defaults.securityContext,
      port: defaults.port,
      proxyEndpointsPort: 8888,
      resources: {},
      ...defaults.fields,
    },
    'A proxy before the metrics that lets only authorised accounts read them.',
  )
}

export const extraArgs = (initial: readonly string[] = []) =>
  texts('Further arguments of the program.', { initial })

export const ipDualStack = group(
  {
    enabled: flag(false, 'Give the Service addresses of both families.'),
    ipFamilies: texts('Families in order of preference.', { initial: ['IPv6', 'IPv4'] }),
    ipFamilyPolicy: text('PreferDualStack', 'What to do where a family is missing.'),
  },
  'IPv4 and IPv6 at once.',
)

/** Requires the Vertical Pod Autoscaler's API, which the chart looks for in the cluster. */
export const verticalPodAutoscaler = anything(
  { enabled: false, controlledResources: [], maxAllowed: {}, minAllowed: {} },
  'Adjusts requests to use. Helm makes it only where it sees the Vertical Pod Autoscaler in the cluster.',
)
