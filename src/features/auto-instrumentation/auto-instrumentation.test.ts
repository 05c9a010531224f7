import { describe, expect, it } from 'vitest'
import { Findings } from '../../diagnostics/findings'
import { tryFeature } from '../../testing/feature'
import { conform } from '../../values/conform'
import { autoInstrumentation, beylaConfig } from '.'

const tried = (beyla: object, rest: object = {}) =>
  tryFeature(autoInstrumentation, { autoInstrumentation: { enabled: true, beyla }, ...rest })

const configured = (beyla: object, receivers?: { grpc?: string; http?: string }) =>
  beylaConfig(conform(autoInstrumentation.options, { beyla }, [], new Findings()).beyla, {
    clusterName: 'eu',
    receivers,
  })

describe('Auto-Instrumentation', () => {
  it('scrapes applications’ metrics and Beyla’s own', () => {
    const { find, codes } = tried({ deliverTracesToApplicationObservability: false })
    expect(codes).toEqual([])
    expect(find('prometheus.scrape', 'beyla_applications')).toBeDefined()
    expect(find('prometheus.scrape', 'beyla_internal')).toBeDefined()
  })

  it('tells that traces go nowhere, until something takes them', () => {
    expect(tried({}).codes).toEqual(['features.beyla-traces-stay'])
    const receivers = { otlp: { http: { enabled: true } } }
    expect(tried({}, { applicationObservability: { enabled: true, receivers } }).codes).toEqual([])
  })

  it('tells when Beyla is not told the cluster’s name', () => {
    const quiet = { deliverTracesToApplicationObservability: false }
    const cluster = { nameFrom: 'sys.env("CLUSTER")' }
    expect(tried(quiet, { cluster }).codes).toEqual(['features.beyla-cluster-name'])
    const data = { attributes: { kubernetes: { cluster_name: 'eu' } } }
    expect(tried({ ...quiet, config: { data } }, { cluster }).codes).toEqual([])
  })

  it('tells when Beyla is not where collectors look', () => {
    const quiet = { deliverTracesToApplicationObservability: false }
    expect(tried({ ...quiet, namespaceOverride: 'elsewhere' }).codes).toEqual([
      'features.beyla-elsewhere',
    ])
  })
})

describe('Auto-Instrumentation’s collector', () => {
  const quiet = { beyla: { deliverTracesToApplicationObservability: false } }
  const on = (spec: object) =>
    tryFeature(
      autoInstrumentation,
      { autoInstrumentation: { enabled: true, ...quiet } },
      { name: 'metrics', presets: [], spec: { ...spec } },
    ).codes

  it('should cluster when it runs more than once, which the chart does not check', () => {
    expect(on({ controller: { type: 'daemonset' } })).toEqual(['features.scraped-repeatedly'])
    expect(
      on({ controller: { type: 'daemonset' }, alloy: { clustering: { enabled: true } } }),
    ).toEqual([])
    expect(on({ controller: { type: 'deployment', replicas: 1 } })).toEqual([])
  })
})

describe('Beyla’s configuration', () => {
  it('watches everything but telemetry itself, until the user says what to watch', () => {
    expect(configured({}).discovery).toEqual({
      instrument: [{ k8s_namespace: '*' }],
      exclude_instrument: [{ exe_path: '{*alloy*,*otelcol*,*beyla*}' }],
    })
    const services = [{ k8s_namespace: 'shop' }]
    const own = configured({ config: { data: { discovery: { services } } } }).discovery
    expect(own).toMatchObject({ services })
    expect(own).not.toHaveProperty('instrument')
  })

  it('watches traffic with the other preset, unless the user says otherwise', () => {
    expect(configured({ preset: 'network' })).toMatchObject({ network: { enable: true } })
    const network = { enable: false }
    expect(configured({ preset: 'network', config: { data: { network } } })).toMatchObject({
      network,
    })
    expect(configured({ preset: 'network' })).not.toHaveProperty('discovery')
  })

  it('serves all metrics on the one port', () => {
    expect(configured({ service: { targetPort: 9191 } })).toMatchObject({
      internal_metrics: { prometheus: { port: 9191, path: '/internal/metrics' } },
      prometheus_export: { port: 9191, path: '/metrics' },
    })
  })

  it('sends traces to the gRPC receiver, else to the other', () => {
    expect(configured({}, { grpc: 'g', http: 'h' }).otel_traces_export).toEqual({ endpoint: 'g' })
    expect(configured({}, { http: 'h' }).otel_traces_export).toEqual({ endpoint: 'h' })
    expect(configured({}, {})).not.toHaveProperty('otel_traces_export')
    expect(
      configured({ deliverTracesToApplicationObservability: false }, { grpc: 'g' }),
    ).not.toHaveProperty('otel_traces_export')
  })

  it('takes a default away where the user says null', () => {
    expect(configured({ config: { data: { filter: null } } })).not.toHaveProperty('filter')
  })
})
