import { describe, expect, test } from 'vitest'
import { print } from '../../alloy/print'
import { tryDestination } from '../../testing/destination'
import { checkRules, mimirRules } from '.'

const url = 'https://example.com/api/prom/push'
const scraped = { signal: 'metrics', ecosystem: 'prometheus' } as const
const asOtlp = { signal: 'metrics', ecosystem: 'otlp' } as const

describe('where metrics go', () => {
  test('scraped ones straight to the writer, OTLP through the exporter', () => {
    const tried = tryDestination({ type: 'prometheus', url })
    expect(tried.target(scraped)).toBe('to = prometheus.remote_write.my_place.receiver')
    expect(tried.target(asOtlp)).toBe('to = otelcol.exporter.prometheus.my_place.input')
    expect(tried.target({ signal: 'logs', ecosystem: 'loki' })).toBe('')
  })

  test('through namespaces, then pods, when both enrich; OTLP goes past them', () => {
    const tried = tryDestination({
      type: 'prometheus',
      url,
      metricEnrichment: { namespaceLabels: ['team'], podLabels: ['app.kubernetes.io/name'] },
    })
    expect(tried.target(scraped)).toBe('to = prometheus.relabel.my_place.receiver')
    const order = [...tried.text.matchAll(/forward_to\s+= \[(\S+)\]/g)].map(([, to]) => to)
    expect(order).toEqual([
      'prometheus.remote_write.my_place.receiver',
      'prometheus.enrich.my_place_ns.receiver',
      'prometheus.enrich.my_place_pod.receiver',
      'prometheus.remote_write.my_place.receiver',
    ])
    expect(tried.text).toContain('attach_metadata')
    expect(tried.text).toContain('"labeldrop"')
    expect(tried.codes).toContain('destinations.metric-enrichment')
  })

  test('pods alone are discovered by their labels', () => {
    const { text } = tryDestination({
      type: 'prometheus',
      url,
      metricEnrichment: { podLabels: ['a', 'b'] },
    })
    expect(text).toMatch(/selectors \{\s+role\s+= "pod"\s+label\s+= "a,b"/)
    expect(text).not.toContain('my_place_ns')
  })
})

test('large numbers are printed as the chart prints them, and zero means its own', () => {
  const { text } = tryDestination({
    type: 'prometheus',
    url,
    queueConfig: { capacity: 2000000, maxShards: 0 },
  })
  expect(text).toMatch(/capacity\s+= 2e\+06/)
  expect(text).toMatch(/max_shards\s+= 50/)
})

test('the second version of remote write is a message, which an own message overrides', () => {
  const second = tryDestination({ type: 'prometheus', url, remoteWriteProtocol: 2 })
  expect(second.text).toContain('"io.prometheus.write.v2.Request"')
  expect(second.codes).toContain('destinations.experimental')
  const own = tryDestination({
    type: 'prometheus',
    url,
    remoteWriteProtocol: 2,
    protobufMessage: 'prometheus.WriteRequest',
  })
  expect(own.text).not.toContain('v2.Request')
})

test('a request that is signed for AWS names no tenant', () => {
  const auth = { type: 'sigv4', sigv4: { region: 'eu-west-1' } }
  const { text } = tryDestination({ type: 'prometheus', url, tenantId: 'blue', auth })
  expect(text).toMatch(/sigv4 \{\s+region = "eu-west-1"\s+\}/)
  expect(text).not.toContain('X-Scope-OrgID')
})

test('labels: the cluster under escaped names, then texts, then expressions', () => {
  const { text } = tryDestination(
    {
      type: 'prometheus',
      url,
      clusterLabels: ['k8s.cluster/name'],
      extraLabels: { env: 'test' },
      extraLabelsFrom: { zone: 'sys.env("ZONE")' },
    },
    { cluster: { nameFrom: 'sys.env("CLUSTER")' } },
  )
  expect(text).toMatch(
    /external_labels = \{\s+k8s_cluster_name\s+= sys.env\("CLUSTER"\),\s+env\s+= "test",\s+zone\s+= sys.env\("ZONE"\),?\s+\}/,
  )
  const bare = tryDestination({ type: 'prometheus', url, clusterLabels: [] })
  expect(bare.text).not.toContain('external_labels')
})

test('native histograms that are scraped and not sent are told of', () => {
  const global = { scrapeNativeHistograms: true }
  const written = { type: 'prometheus', url }
  expect(tryDestination(written, { global }).codes).toContain(
    'destinations.native-histograms-dropped',
  )
  expect(tryDestination({ ...written, sendNativeHistograms: true }, { global }).codes).toEqual([])
})

describe('rules', () => {
  const written = { type: 'prometheus', url, rules: { enabled: true } }
  const shown = (more: object, collector: string, first = 'alpha') =>
    print({
      kind: 'file',
      body: mimirRules(tryDestination({ ...written, ...more }).context, collector, first),
    })

  test('are copied by one collector: the first, or the one that is named', () => {
    expect(shown({}, 'alpha')).toContain('mimir.rules.kubernetes "my_place"')
    expect(shown({}, 'beta')).toBe('')
    const named = { rules: { enabled: true, collector: 'beta' } }
    expect(shown(named, 'alpha')).toBe('')
    expect(shown(named, 'beta')).toContain('mimir.rules.kubernetes')
    expect(shown({ rules: {} }, 'alpha')).toBe('')
  })

  test('log in as the destination does, in their own form', () => {
    const auth = { type: 'bearerToken', bearerToken: 'secret' }
    expect(shown({ auth }, 'alpha')).toMatch(
      /authorization \{\s+type\s+= "Bearer"\s+credentials = remote\.kubernetes\.secret\.my_place\.data\["bearerToken"\]/,
    )
    expect(shown({}, 'alpha')).not.toContain('tls_config')
    expect(shown({ tls: { insecureSkipVerify: true } }, 'alpha')).toContain('tls_config')
  })

  test('select namespaces by name, labels and conditions', () => {
    const text = shown(
      {
        rules: {
          enabled: true,
          address: 'https://mimir',
          namespaces: ['a'],
          namespaceLabelSelectors: { team: 'x' },
          namespaceLabelExpressions: [{ key: 'tier', operator: 'Exists' }],
        },
      },
      'alpha',
    )
    expect(text).toMatch(/address\s+= "https:\/\/mimir"/)
    expect(text).toContain('rule_namespace_selector')
    expect(text).toContain('"kubernetes.io/metadata.name"')
    expect(text).toMatch(/key\s+= "tier"\s+operator = "Exists"\s+\}/)
    expect(text).not.toContain('rule_selector')
  })

  test('should not go to the address that metrics are pushed to', () => {
    const { findings } = tryDestination(written)
    expect(findings).toMatchObject([
      {
        code: 'destinations.rules-push-address',
        severity: 'warning',
        fixes: [{ edits: [{ value: 'https://example.com' }] }],
      },
    ])
  })

  const surroundings = (more: object, holding: readonly string[]) => {
    const codes: string[] = []
    const { context } = tryDestination({ ...written, ...more })
    checkRules(
      { ...context, report: ({ code }) => codes.push(code) },
      { collectors: ['alpha', 'beta'], holds: (collector) => holding.includes(collector) },
    )
    return codes
  }

  test('need a collector that is there', () => {
    expect(surroundings({ rules: { enabled: true, collector: 'gamma' } }, [])).toEqual([
      'destinations.rules-collector',
    ])
    expect(surroundings({ rules: { enabled: true, collector: 'beta' } }, [])).toEqual([])
  })

  test('need the destination beside them when they read its Secret', () => {
    const auth = { username: 'u', password: 'p' }
    expect(surroundings({ auth }, ['beta'])).toEqual(['destinations.rules-without-destination'])
    expect(surroundings({ auth }, ['alpha'])).toEqual([])
    expect(surroundings({}, ['beta'])).toEqual([])
  })
})
