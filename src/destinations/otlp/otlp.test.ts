import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBody } from '../../alloy/parse'
import { print } from '../../alloy/print'
import { ottlText } from '../../pipelines/ottl'
import { tryDestination } from '../../testing/destination'
import { destinationSet } from '../../testing/destination-set'
import { options } from './options'

const url = 'https://otlp.example.com/'
const plain = { type: 'otlp', url }
const http = { ...plain, protocol: 'http' }

/** The block that begins with this, to the end of its own lines. */
function component(text: string, start: string): string {
  const from = text.indexOf(start)
  return from < 0 ? '' : text.slice(from, text.indexOf('\n}', from) + 2)
}

describe('the chain', () => {
  test('takes scraped metrics and Loki logs through converters, and OTLP at the attributes', () => {
    const tried = tryDestination(plain)
    expect(tried.target({ signal: 'metrics', ecosystem: 'prometheus' })).toBe(
      'to = otelcol.receiver.prometheus.my_place.receiver',
    )
    expect(tried.target({ signal: 'logs', ecosystem: 'loki' })).toBe(
      'to = otelcol.receiver.loki.my_place.receiver',
    )
    expect(tried.target({ signal: 'traces', ecosystem: 'otlp' })).toBe(
      'to = otelcol.processor.attributes.my_place.input',
    )
    expect(tried.codes).toEqual([])
  })

  test('has no part for a signal that is off', () => {
    const { text } = tryDestination({ ...plain, metrics: { enabled: false } })
    expect(text).not.toContain('otelcol.receiver.prometheus')
    expect(text).not.toContain('metric_statements')
    expect(text).not.toMatch(/metrics\s+=/)
  })

  test('passes a signal on that is null, though features do not pick it', () => {
    const { text, context } = tryDestination({ ...plain, traces: { enabled: null } })
    expect(text).toContain('trace_statements')
    const unit = destinationSet({ x: plain }).set.get('x')?.unit
    expect(unit?.supports(context.values, 'traces')).toBe(false)
  })

  test('filters between transformation and batch, with lists that hold something', () => {
    const { text } = tryDestination({
      ...plain,
      processors: { filters: { enabled: true, logs: { logRecord: ['severity_number < 9'] } } },
    })
    expect(component(text, 'otelcol.processor.transform "my_place"')).toContain(
      'otelcol.processor.filter.my_place.input',
    )
    const filter = component(text, 'otelcol.processor.filter "')
    expect(filter).toContain('log_record')
    expect(filter).not.toContain('span')
    expect(filter).toContain('otelcol.processor.batch.my_place.input')
  })

  test('limits memory between batch and exporter', () => {
    const { text } = tryDestination({ ...plain, processors: { memoryLimiter: { enabled: true } } })
    expect(component(text, 'otelcol.processor.batch "')).toContain('memory_limiter.my_place')
    expect(component(text, 'otelcol.processor.memory_limiter "')).toContain(
      'exporter.otlp.my_place',
    )
  })

  test('without the batch shows the half block that the chart leaves, and says so', () => {
    const { text, findings } = tryDestination({
      ...plain,
      processors: { batch: { enabled: false } },
    })
    expect(parseBody(text).problems.length).toBeGreaterThan(0)
    expect(findings[0]?.code).toBe('otlp.batch-off')
    expect(findings[0]?.fixes?.[0]?.edits).toEqual([
      {
        path: ['destinations', 'my-place', 'processors', 'batch', 'enabled'],
        remove: true,
      },
    ])
  })
})

describe('statements', () => {
  test('carry the cluster’s name as it is, or from an expression', () => {
    expect(tryDestination(plain, { cluster: { name: 'a"b' } }).text).toContain(
      'set(attributes[\\"cluster\\"], \\"a\\\\\\"b\\")',
    )
    expect(tryDestination(plain, { cluster: { nameFrom: 'sys.env("C")' } }).text).toContain(
      'string.format("set(attributes[%q], %q)", "cluster", sys.env("C"))',
    )
  })

  test('remove the usual attributes and the user’s, each once, or only the user’s', () => {
    const count = (text: string, what: string) => text.split(what).length - 1
    const remove = { removeList: ['process.pid', 'mine'] }
    const both = tryDestination({ ...plain, processors: { resourceAttributes: remove } }).text
    expect(count(both, 'delete_key(attributes, \\"process.pid\\")')).toBe(3)
    expect(count(both, 'delete_key(attributes, \\"mine\\")')).toBe(3)
    const own = tryDestination({
      ...plain,
      processors: { resourceAttributes: { ...remove, useDefaultRemoveList: false } },
    }).text
    expect(own).not.toContain('host.ip')
    expect(own).toContain('process.pid')
  })

  test('move attributes to the resource, but not those that are set to null', () => {
    const { text } = tryDestination({
      ...plain,
      processors: { transform: { logs: { logToResource: { pod: null, team: 'owner' } } } },
    })
    expect(text).not.toContain('k8s.pod.name')
    expect(text).toContain(
      'resource.attributes[\\"owner\\"] == nil and attributes[\\"team\\"] != nil',
    )
  })

  test('treat an empty service name like none', () => {
    expect(tryDestination(plain).text).toContain(
      '(resource.attributes[\\"service.name\\"] == nil or resource.attributes[\\"service.name\\"] == \\"\\")',
    )
  })

  test('that a backquote would break are shown broken, with a finding', () => {
    const tried = tryDestination({ ...plain, extraResourceAttributes: { a: 'b`c' } })
    expect(parseBody(tried.text).problems.length).toBeGreaterThan(0)
    expect(tried.codes).toContain('otlp.backquote')
  })

  test('quote any text so that OTTL reads it back', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inside = ottlText(text).slice(1, -1)
        expect(inside.replaceAll(/\\(["\\])/g, '$1')).toBe(text)
      }),
    )
  })
})

describe('the exporter', () => {
  test('has addresses for signals with paths of their own, over HTTP', () => {
    const { text } = tryDestination({ ...http, metrics: { path: '/v1/m' }, logs: { path: 'v1/l' } })
    expect(text).toMatch(/metrics_endpoint\s+= "https:\/\/otlp\.example\.com\/v1\/m"/)
    expect(text).toMatch(/logs_endpoint\s+= "https:\/\/otlp\.example\.com\/v1\/l"/)
    expect(
      tryDestination({ type: 'otlp', protocol: 'http', urlFrom: 'env("U")', logs: { path: 'l' } })
        .text,
    ).toMatch(/logs_endpoint\s+= env\("U"\) \+ "\/l"/)
  })

  test('has its timeout outside the client over gRPC, inside over HTTP', () => {
    const client = (text: string) => text.slice(text.indexOf('client {'))
    const grpc = tryDestination({ ...plain, timeout: '7s' }).text
    expect(grpc).toContain('timeout = "7s"')
    expect(client(grpc)).not.toContain('7s')
    expect(client(tryDestination({ ...http, timeout: '7s' }).text)).toContain('"7s"')
  })

  test.each([
    ['basic', { username: 'me', password: 'word' }, 'otelcol.auth.basic'],
    ['bearerToken', { bearerToken: 'word' }, 'otelcol.auth.bearer'],
    ['oauth2', { oauth2: { clientId: 'me', clientSecret: 'word' } }, 'otelcol.auth.oauth2'],
    ['sigv4', { sigv4: { assumeRole: { arn: 'role' } } }, 'otelcol.auth.sigv4'],
  ])('logs in with %s, and keeps credentials in the Secret', (type, auth, name) => {
    const { text, codes } = tryDestination({ ...plain, auth: { type, ...auth } })
    expect(text).toContain(`${name}.my_place.handler`)
    expect(text).toContain(`${name} "my_place"`)
    expect(text).not.toContain('"word"')
    expect(codes).toEqual([])
  })

  test('leaves the queue’s sizer to the batch when there is one', () => {
    const sendingQueue = {
      sizer: 'requests',
      batch: { enabled: true, sizer: 'bytes', flushTimeout: '1s', minSize: 10, maxSize: 3000000 },
    }
    const { text, codes } = tryDestination({ ...plain, sendingQueue })
    expect(text).not.toContain('requests')
    expect(text).toMatch(/max_size\s+= 3000000/)
    expect(codes).toEqual([])
  })
})

describe('what the chart refuses', () => {
  const cloud = { type: 'otlp', url: 'https://otlp-gateway-eu.grafana.net/otlp' }
  const tempo = { type: 'otlp', url: 'tempo-eu.grafana.net:443' }
  const off = { metrics: { enabled: false }, logs: { enabled: false } }
  test.each([
    ['otlp.bad-protocol', { ...plain, protocol: 'udp' }],
    ['otlp.path-over-grpc', { ...plain, logs: { path: '/logs' } }],
    ['otlp.proxy-over-grpc', { ...plain, proxyURL: 'http://proxy' }],
    ['otlp.gateway-needs-http', cloud],
    ['otlp.tempo-needs-grpc', { ...tempo, ...off, protocol: 'http' }],
    ['otlp.tempo-takes-traces', { ...tempo, logs: { enabled: false } }],
    ['otlp.incomplete-queue-batch', { ...plain, sendingQueue: { batch: { enabled: true } } }],
    ['otlp.sigv4-incomplete', { ...plain, auth: { type: 'sigv4', sigv4: { region: 'x' } } }],
  ])('%s', (code, values) => {
    const { findings } = tryDestination(values)
    expect(findings.filter(({ severity }) => severity === 'error')[0]?.code).toBe(code)
  })

  test('does not go by the address when told not to', () => {
    expect(tryDestination({ ...cloud, protocolValidation: false }).codes).toEqual([])
    expect(tryDestination({ ...tempo, ...off }).codes).toEqual([])
  })
})

describe('the extra Alloys', () => {
  const policies = [{ name: 'slow', type: 'latency', threshold_ms: 5000 }]
  const prometheus = { type: 'prometheus', url, extraLabelsFrom: { zone: 'env("ZONE")' } }

  function companionsOf(processors: Readonly<Record<string, unknown>>, more = {}) {
    const { set, findings } = destinationSet({
      'my-traces': { type: 'otlp', url, ...more, processors },
      mimir: prometheus,
    })
    const destination = set.get('my-traces')
    if (!destination) throw new Error('no destination')
    destination.unit.validate?.(destination.context)
    return {
      text: print({ kind: 'file', body: destination.unit.build(destination.context) }),
      codes: findings.all.map(({ code }) => code),
      companions: (destination.unit.companions?.(destination.context) ?? []).map((one) => ({
        ...one,
        text: print({ kind: 'file', body: one.body }),
      })),
    }
  }

  test('are none by default', () => {
    expect(companionsOf({}).companions).toEqual([])
  })

  test('a sampler gets the traces in the exporter’s place, and exports what it keeps', () => {
    const { text, companions, codes } = companionsOf({ tailSampling: { enabled: true, policies } })
    const main = component(text, 'otelcol.processor.transform "my_traces"')
    expect(main).toContain('traces  = [otelcol.exporter.loadbalancing.my_traces_sampler.input]')
    expect(main).toContain('logs    = [otelcol.processor.batch.my_traces.input]')
    const [sampler] = companions
    expect(sampler?.name).toBe('try-my-traces-sampler')
    expect(text).toContain('service = "try-my-traces-sampler"')
    expect(sampler?.text).toMatch(/latency \{\s+threshold_ms = 5000/)
    expect(sampler?.text).toContain('otelcol.exporter.otlp "my_traces"')
    expect(sampler?.collectorValues).toMatchObject({
      fullnameOverride: 'try-my-traces-sampler',
      controller: { type: 'statefulset', replicas: 2 },
    })
    expect(codes).toEqual([])
  })

  test('a service graph gets traces besides the exporter, and tells pods’ series apart', () => {
    const { text, companions } = companionsOf({
      serviceGraphMetrics: { enabled: true, destinations: ['mimir'] },
    })
    expect(component(text, 'otelcol.processor.transform "my_traces"')).toMatch(
      /traces\s+= \[\s*otelcol\.exporter\.loadbalancing\.my_traces_servicegraph\.input,\s*otelcol\.processor\.batch/,
    )
    const [graph] = companions
    expect(graph?.text).toContain('collector_id')
    expect(graph?.text).not.toContain('ZONE')
    expect(graph?.collectorValues).toMatchObject({
      alloy: { extraEnv: [{ name: 'POD_NAME' }] },
    })
  })

  test('pods are found by their numbers only in a StatefulSet with a headless service', () => {
    const { text, companions, codes } = companionsOf({
      serviceGraphMetrics: {
        enabled: true,
        loadBalancer: { resolver: 'static' },
        collector: { controller: { type: 'deployment', replicas: 2 } },
      },
    })
    const service = 'try-my-traces-servicegraph'
    expect(text).toContain(`"${service}-1.${service}.monitoring.svc.cluster.local:4317"`)
    expect(companions[0]?.collectorValues).toMatchObject({ service: { clusterIP: 'None' } })
    expect(codes).toEqual(['otlp.static-needs-statefulset'])
  })

  test('both together leave the export of traces to the sampler', () => {
    const { text, companions } = companionsOf({
      tailSampling: { enabled: true, policies },
      serviceGraphMetrics: { enabled: true },
    })
    expect(component(text, 'otelcol.processor.transform "my_traces"')).not.toMatch(
      /traces\s+= \[[^\]]*batch/,
    )
    expect(companions.map(({ kind }) => kind)).toEqual(['sampler', 'servicegraph'])
  })

  test('policies within policies are written and checked', () => {
    const simple = { name: 'all', type: 'always_sample' }
    const { companions, codes } = companionsOf({
      tailSampling: {
        enabled: true,
        policies: [
          { name: 'both', type: 'and', and: { and_sub_policy: [simple, ...policies] } },
          {
            name: 'shares',
            type: 'composite',
            composite: {
              max_total_spans_per_second: 2000000,
              composite_sub_policy: [simple, { name: 'deep', type: 'and' }],
              rate_allocation: [{ policy: 'all', percent: 50 }],
            },
          },
          { name: 'odd', type: 'dice' },
          { name: 'vague', type: 'probabilistic' },
        ],
      },
    })
    expect(companions[0]?.text).toContain('and_sub_policy')
    expect(companions[0]?.text).toContain('policy_order')
    expect(companions[0]?.text).toContain('2e+06')
    expect(codes).toEqual(['otlp.unknown-policy', 'otlp.unknown-policy', 'otlp.incomplete-policy'])
  })
})

test('no values make it throw', () => {
  const keys = Object.keys(options.fields)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys, '__proto__'), fc.anything()), (values) => {
      expect(() => tryDestination({ ...values, type: 'otlp' })).not.toThrow()
    }),
  )
})
