import {
  choice,
  count,
  type Fields,
  flag,
  group,
  list,
  map,
  text,
  texts,
} from '../../values/options'

const errorMode = choice(
  ['ignore', 'silent', 'propagate'],
  'ignore',
  'What a statement that fails does: log and go on, go on in silence, or drop the data.',
)

/** The source of facts that every detector has, and what is its own. */
function detector<const F extends Fields>(enabled: boolean, help: string, own: F) {
  return group(
    {
      enabled: flag(enabled, help),
      ...own,
      resourceAttributes: map(
        group({ enabled: flag(false, 'Whether to add this attribute.') }),
        'Which attributes to add, by name. Empty adds the detector’s usual ones.',
      ),
    },
    help,
  )
}

/** `resourceDetection`; any detector of Alloy’s may be added to those that are declared here. */
const resourceDetection = group(
  {
    override: flag(true, 'Let what is detected win over what the application says.'),
    env: group(
      { enabled: flag(true, 'Read the variable OTEL_RESOURCE_ATTRIBUTES.') },
      'The collector’s environment.',
    ),
    system: detector(true, 'Facts about the machine.', {
      hostnameSources: texts('Where to look for the host’s name: dns, os, cname or lookup.', {
        initial: ['os'],
      }),
    }),
    kubernetesNode: detector(false, 'Facts about the node, from the Kubernetes API.', {
      authType: text('serviceAccount', 'How to sign in to the Kubernetes API.'),
      nodeFromEnvVar: text('K8S_NODE_NAME', 'Environment variable that holds the node’s name.'),
    }),
    ec2: detector(false, 'Facts about the Amazon EC2 instance.', {
      tags: texts('Tags of the instance to add; regular expressions.'),
    }),
    consul: detector(false, 'Facts from the Consul agent.', {
      address: text('', 'Address of the agent.'),
      datacenter: text('', 'Datacenter to ask for.'),
      token: text('', 'Token to ask with.', { secret: true }),
      namespace: text('', 'Namespace to ask in.'),
      meta: texts('Metadata of the agent to add.'),
    }),
    openshift: detector(false, 'Facts about the OpenShift cluster.', {
      address: text('', 'Address of its API.'),
      token: text('', 'Token to ask with. Empty takes the service account’s.', { secret: true }),
    }),
  },
  'Facts about where the collector runs, which become resource attributes.',
  { open: true },
)

const selector = list(
  group({
    key: text('', 'Name.', { loose: true }),
    value: text('', 'Value.', { loose: true }),
    op: text('', 'equals, not-equals, exists or does-not-exist.', { loose: true }),
  }),
  'Add facts only for pods that match: a key, a value and how to compare them.',
)

const extraction = (what: string) =>
  list(
    map(text('', '', { loose: true }), `One ${what}: tag_name, key or key_regex, from.`),
    `Further ${what}s to take over as attributes.`,
  )

const k8sattributes = group(
  {
    passthrough: flag(false, 'Add nothing but the pod’s address.'),
    otelAnnotations: flag(
      false,
      'Turn the pod annotations resource.opentelemetry.io/… into resource attributes.',
    ),
    metadata: list(text('', ''), 'Facts about the pod to add.', {
      initial: [
        'k8s.namespace.name',
        'k8s.pod.name',
        'k8s.deployment.name',
        'k8s.statefulset.name',
        'k8s.daemonset.name',
        'k8s.cronjob.name',
        'k8s.job.name',
        'k8s.node.name',
        'k8s.pod.uid',
        'k8s.pod.start_time',
      ],
    }),
    podAssociation: list(
      group({
        from: text('', 'resource_attribute or connection.'),
        name: text('', 'Name of the resource attribute.'),
      }),
      'How to tell which pod sent the data; the first that works counts.',
      {
        initial: [
          { from: 'resource_attribute', name: 'k8s.pod.ip' },
          { from: 'resource_attribute', name: 'k8s.pod.uid' },
          { from: 'connection', name: '' },
        ],
      },
    ),
    labels: extraction('label'),
    annotations: extraction('annotation'),
    filters: group(
      {
        byNode: text('', 'Add facts only for pods on this node.'),
        ownNode: flag(false, 'Add facts only for pods on the collector’s own node.'),
        byNamespace: text('', 'Add facts only for pods of this namespace.'),
        byLabel: selector,
        byField: selector,
      },
      'For which pods to add facts. Fewer cost the Kubernetes API less.',
    ),
  },
  'Facts about the sending pod.',
)

/** `processors`: what happens to all signals on the way. */
export const processorOptions = group(
  {
    batch: group(
      {
        size: count(8192, 'Send as soon as so many items are waiting.', { integer: true }),
        maxSize: count(0, 'Send at most so many items at once. 0 sets no limit.', {
          integer: true,
        }),
        timeout: text('2s', 'Send at the latest after so long.', { format: 'duration' }),
      },
      'Gathering items before they are sent.',
    ),
    interval: group(
      {
        enabled: flag(
          false,
          'Send metrics at intervals, the latest value of each. The component is experimental.',
        ),
        interval: text('60s', 'How often.', { format: 'duration' }),
        passthrough: group(
          {
            gauge: flag(false, 'Send gauges at once.'),
            summary: flag(false, 'Send summaries at once.'),
          },
          'What does not wait.',
        ),
      },
      'Thinning metrics out.',
    ),
    resourceDetection,
    k8sattributes,
    memoryLimiter: group(
      {
        enabled: flag(false, 'Refuse data while memory is short.'),
        checkInterval: text('1s', 'How often to look at the memory.', { format: 'duration' }),
        limit: text('0MiB', 'How much memory the collector may use.', { format: 'byte-size' }),
      },
      'Protection from running out of memory.',
    ),
    filter: group({ errorMode }, 'How filters run.'),
    transform: group({ errorMode }, 'How transformations run.'),
    grafanaCloudMetrics: group(
      {
        enabled: flag(false, 'Turns on connectors.grafanaCloudMetrics.', {
          deprecated: 'connectors.grafanaCloudMetrics.enabled',
        }),
      },
      'The former place of a connector.',
    ),
  },
  'What happens to all signals on the way.',
)
