import { isRecord, valueAt } from '../../base/record'
import type { Fix, Path } from '../../diagnostics/diagnostic'
import { httpClients } from '../../pipelines/http'
import { checkHttp } from '../../pipelines/http-checks'
import { authenticationType } from '../../pipelines/secrets'
import { graphDestinations } from './companions'
import { type Context, otlpSignals } from './context'
import { companionName } from './load-balancing'
import { combinedPolicies, innerPolicies, missingSettings, simplePolicies } from './policies'
import { secretFields } from './secret-fields'

/**
 * What the chart refuses about an OTLP destination (templates/destinations/_destination_otlp_validations.tpl),
 * and what it accepts although the config will not work.
 */
export function validate(context: Context): void {
  checkHttp(context, { client: httpClients.otlp, secretFields })
  checkProtocol(context)
  checkAddress(context)
  checkQueue(context)
  checkBatch(context)
  checkSigv4(context)
  checkServiceGraph(context)
  checkSampling(context)
  checkBackquotes(context)
}

/** Words that the chart writes between backquotes must not hold one. */
function checkBackquotes({ values, cluster, path, report }: Context): void {
  const { transform, resourceAttributes } = values.processors
  const words: readonly (readonly [Path, readonly string[]])[] = [
    [['cluster', 'name'], cluster.nameFrom === '' ? [cluster.name] : []],
    [[...path, 'clusterLabels'], values.clusterLabels],
    [[...path, 'extraResourceAttributes'], Object.entries(values.extraResourceAttributes).flat()],
    [[...path, 'processors', 'resourceAttributes', 'removeList'], resourceAttributes.removeList],
    [
      [...path, 'processors', 'transform', 'metrics', 'datapointToResource'],
      Object.entries(transform.metrics.datapointToResource).flat(),
    ],
    [
      [...path, 'processors', 'transform', 'logs', 'logToResource'],
      Object.entries(transform.logs.logToResource).flat(),
    ],
  ]
  for (const [place, texts] of words) {
    if (!texts.some((text) => text.includes('`'))) continue
    report({
      code: 'otlp.backquote',
      path: place,
      message:
        'A backquote in here ends the statement that the chart makes of it, and Alloy cannot read the rest. Leave it out, or set the attribute by a statement of your own.',
    })
  }
}

function protocolFix({ path }: Context, value: 'grpc' | 'http', safe = false): Fix {
  return {
    title: value === 'http' ? 'Use HTTP' : 'Use gRPC',
    edits: [{ path: [...path, 'protocol'], value }],
    safe,
  }
}

function checkProtocol(context: Context): void {
  const { values, path, report } = context
  const protocol: string = values.protocol || 'grpc'
  if (protocol !== 'grpc' && protocol !== 'http') {
    report({
      code: 'otlp.bad-protocol',
      path: [...path, 'protocol'],
      message: `There is no protocol ${protocol}. OTLP goes over grpc or http.`,
      fixes: [protocolFix(context, 'grpc'), protocolFix(context, 'http')],
    })
  }
  if (protocol !== 'grpc') return
  for (const signal of otlpSignals) {
    if (values[signal].path === '' || values[signal].enabled === false) continue
    const place = [...path, signal, 'path']
    report({
      code: 'otlp.path-over-grpc',
      path: place,
      message: `gRPC has no paths, so ${signal} cannot have one of their own. Use HTTP, or remove the path.`,
      fixes: [
        protocolFix(context, 'http'),
        { title: 'Remove the path', edits: [{ path: place, remove: true }], safe: false },
      ],
    })
  }
  if (values.proxyURL !== '') {
    const place = [...path, 'proxyURL']
    report({
      code: 'otlp.proxy-over-grpc',
      path: place,
      message:
        'The gRPC exporter takes no proxy URL. Use HTTP, or set the proxy in the environment of the collectors.',
      fixes: [
        protocolFix(context, 'http'),
        { title: 'Remove the proxy', edits: [{ path: place, remove: true }], safe: false },
      ],
    })
  }
}

const gateway = /otlp-gateway-[^.]+\.grafana\.net/
const tempo = /tempo-[^.]+\.grafana\.net/

function checkAddress(context: Context): void {
  const { values, path, report } = context
  const { url, protocol } = values
  if (values.protocolValidation) {
    if (gateway.test(url) && protocol !== 'http') {
      report({
        code: 'otlp.gateway-needs-http',
        path: [...path, 'protocol'],
        message: 'The OTLP gateway of Grafana Cloud only speaks HTTP.',
        fixes: [protocolFix(context, 'http', true)],
      })
    }
    if (tempo.test(url) && (protocol || 'grpc') !== 'grpc') {
      report({
        code: 'otlp.tempo-needs-grpc',
        path: [...path, 'protocol'],
        message: 'Grafana Cloud Traces only speaks gRPC at this address.',
        fixes: [protocolFix(context, 'grpc', true)],
      })
    }
  }
  if (!tempo.test(url)) return
  for (const signal of otlpSignals) {
    const wanted = signal === 'traces'
    const { enabled } = values[signal]
    if (wanted ? enabled !== false : enabled !== true) continue
    const place = [...path, signal, 'enabled']
    report({
      code: 'otlp.tempo-takes-traces',
      path: place,
      message: wanted
        ? 'Grafana Cloud Traces is for traces, and they are off here.'
        : `Grafana Cloud Traces takes traces only, and no ${signal}. Send ${signal} elsewhere.`,
      fixes: [
        {
          title: wanted ? 'Send traces' : `Do not send ${signal} here`,
          edits: [{ path: place, value: wanted }],
          safe: true,
        },
      ],
    })
  }
}

function checkQueue({ values, path, report }: Context): void {
  const { enabled, batch, waitForResult } = values.sendingQueue
  const place = [...path, 'sendingQueue']
  if (waitForResult) {
    report({
      code: 'otlp.wait-for-result',
      path: [...place, 'waitForResult'],
      message:
        'The chart never writes this setting into a config, so senders do not wait for results.',
      fixes: [
        {
          title: 'Remove it',
          edits: [{ path: [...place, 'waitForResult'], remove: true }],
          safe: true,
        },
      ],
    })
  }
  if (!enabled || !batch.enabled) return
  const missing = (key: string, message: string, suggestions: readonly (string | number)[]) =>
    report({
      code: 'otlp.incomplete-queue-batch',
      path: [...place, 'batch', key],
      message,
      fixes: suggestions.map((value) => ({
        title: `Set it to ${value}`,
        edits: [{ path: [...place, 'batch', key], value }],
        safe: false,
      })),
    })
  if (batch.sizer !== 'bytes' && batch.sizer !== 'items') {
    missing('sizer', 'Say what the sizes of a batch count: bytes or items.', ['bytes', 'items'])
  }
  if (batch.flushTimeout === '') {
    missing('flushTimeout', 'Say after which time a small batch is sent.', ['200ms'])
  }
  const { minSize, maxSize } = batch
  if (!minSize) missing('minSize', 'Say from which size on a batch is sent.', [])
  if (!maxSize) missing('maxSize', 'Say at which size a batch is split.', [])
  if (minSize && maxSize && minSize >= maxSize) {
    missing('maxSize', `The largest size has to be above the smallest, which is ${minSize}.`, [
      minSize * 2,
    ])
  }
}

function checkBatch({ values, path, report }: Context): void {
  if (values.processors.batch.enabled) return
  const place = [...path, 'processors', 'batch']
  const on = { path: [...place, 'enabled'], remove: true } as const
  report({
    code: 'otlp.batch-off',
    path: [...place, 'enabled'],
    message:
      'Without the batch processor the chart leaves half of its block in the config, which Alloy cannot read. Leave it on, with a timeout of 0s if data should not wait.',
    fixes: [
      { title: 'Turn batches on', edits: [on], safe: true },
      {
        title: 'Turn batches on, but do not wait for them to fill',
        edits: [on, { path: [...place, 'timeout'], value: '0s' }],
        safe: false,
      },
    ],
  })
}

function checkSigv4({ user, values, path, report }: Context): void {
  const misplaced = valueAt(user, ['secret', 'sigv4'])
  if (isRecord(misplaced)) {
    const taken = valueAt(user, ['auth', 'sigv4']) !== undefined
    report({
      code: 'otlp.sigv4-misplaced',
      path: [...path, 'secret', 'sigv4'],
      message:
        'The chart’s defaults have these settings here, but it reads them from auth.sigv4 only.',
      fixes: taken
        ? []
        : [
            {
              title: 'Move them to auth.sigv4',
              edits: [
                { path: [...path, 'auth', 'sigv4'], value: misplaced },
                { path: [...path, 'secret', 'sigv4'], remove: true },
              ],
              safe: true,
            },
          ],
    })
  }
  if (authenticationType(values) !== 'sigv4') return
  if (isRecord(valueAt(user, ['auth', 'sigv4', 'assumeRole']))) return
  report({
    code: 'otlp.sigv4-incomplete',
    path: [...path, 'auth', 'sigv4', 'assumeRole'],
    message:
      'The chart fails on SigV4 authentication unless auth.sigv4.assumeRole is there. An empty map will do.',
    fixes: [
      {
        title: 'Add an empty assumeRole',
        edits: [{ path: [...path, 'auth', 'sigv4', 'assumeRole'], value: {} }],
        safe: true,
      },
    ],
  })
}

const resolvers = ['kubernetes', 'dns', 'static']
const kubernetesNamePattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/

function checkCompanionName(context: Context, kind: 'sampler' | 'servicegraph'): void {
  const companion = companionName(context, kind)
  if (kubernetesNamePattern.test(companion)) return
  context.report({
    code: 'otlp.companion-name',
    path: context.path,
    message: `The extra Alloy would be called ${companion}, which Kubernetes does not accept. Rename the destination without underscores.`,
  })
}

function checkServiceGraph(context: Context): void {
  const { values, path, global, others, report } = context
  const { enabled, loadBalancer, collector } = values.processors.serviceGraphMetrics
  if (!enabled) return
  const place = [...path, 'processors', 'serviceGraphMetrics']
  const resolver = [...place, 'loadBalancer', 'resolver']
  const { type } = collector.controller
  checkCompanionName(context, 'servicegraph')
  if (loadBalancer.resolver === 'static' && type !== 'statefulset') {
    report({
      code: 'otlp.static-needs-statefulset',
      path: [...place, 'collector', 'controller', 'type'],
      message: `The static resolver finds pods by their number, which only a StatefulSet gives them; this is a ${type}.`,
      fixes: [
        {
          title: 'Run it as a StatefulSet',
          edits: [{ path: [...place, 'collector', 'controller', 'type'], value: 'statefulset' }],
          safe: false,
        },
        {
          title: 'Find pods through Kubernetes',
          edits: [{ path: resolver, value: 'kubernetes' }],
          safe: false,
        },
      ],
    })
  }
  if (!resolvers.includes(loadBalancer.resolver)) {
    report({
      code: 'otlp.unknown-resolver',
      path: resolver,
      message:
        'The chart writes nothing for this resolver, and Alloy needs one: kubernetes, dns or static.',
      fixes: resolvers.map((value) => ({
        title: `Use ${value}`,
        edits: [{ path: resolver, value }],
        safe: false,
      })),
    })
  }
  const names = graphDestinations(context)
  if (names.length === 0) {
    report({
      code: 'otlp.graph-without-destination',
      path: [...place, 'destinations'],
      message:
        'No destination takes the service graph’s metrics, so they are made and thrown away.',
    })
  }
  for (const name of names) {
    const destination = others.get(name)
    if (!destination || destination.type === 'prometheus' || destination.type === 'otlp') continue
    report({
      code: 'otlp.graph-destination-type',
      path: [...place, 'destinations'],
      message: `The chart treats ${name} as an OTLP destination here, though it is of type ${destination.type}. Name destinations of type prometheus or otlp.`,
    })
  }
  if (global.platform === 'openshift') {
    report({
      code: 'otlp.graph-on-openshift',
      path: place,
      message:
        'On OpenShift the chart makes security context constraints for every Alloy but this one, so its pods may be refused. Add some for its service account yourself, under extraObjects.',
    })
  }
}

function checkSampling(context: Context): void {
  const { values, path, report } = context
  const { enabled, policies } = values.processors.tailSampling
  if (!enabled) return
  const place = [...path, 'processors', 'tailSampling']
  checkCompanionName(context, 'sampler')
  if (values.traces.enabled !== true) {
    report({
      code: 'otlp.sampling-without-traces',
      path: [...place, 'enabled'],
      message: 'Traces are not sent here, so the sampler would have nothing to do.',
    })
  }
  if (policies.length === 0) {
    report({
      code: 'otlp.no-policies',
      path: [...place, 'policies'],
      message: 'Without a policy the sampler’s Alloy does not start. Add one.',
      fixes: [
        {
          title: 'Keep every trace',
          edits: [
            {
              path: [...place, 'policies'],
              value: [{ name: 'everything', type: 'always_sample' }],
            },
          ],
          safe: false,
        },
      ],
    })
  }
  policies.forEach((policy, index) => {
    const at = [...place, 'policies', index]
    const { type } = policy
    if (Object.hasOwn(combinedPolicies, type)) {
      innerPolicies(policy).forEach((inner, position) => {
        const key = combinedPolicies[type] ?? ''
        checkPolicy(context, inner, [...at, type, key, position])
      })
    } else checkPolicy(context, policy, at)
  })
}

function checkPolicy(
  { report }: Context,
  policy: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): void {
  const { type } = policy
  if (typeof type !== 'string' || !Object.hasOwn(simplePolicies, type)) {
    report({
      code: 'otlp.unknown-policy',
      path: [...path, 'type'],
      message: `The chart knows no such type of policy here. It knows ${Object.keys(simplePolicies).join(', ')}; and, on the outside, ${Object.keys(combinedPolicies).join(', ')}.`,
    })
    return
  }
  for (const key of missingSettings(policy)) {
    report({
      code: 'otlp.incomplete-policy',
      path: [...path, key],
      message: `A policy of type ${type} needs ${key}. The chart writes the setting without a value, which Alloy cannot read.`,
    })
  }
}
