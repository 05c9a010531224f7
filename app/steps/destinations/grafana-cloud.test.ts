import { describe, expect, test } from 'vitest'
import { complete, editValues, generate, readValues } from '../../../src/index'
import { freeName } from '../names'
import { type CloudStack, cloudEdits, pushUrl, secretKeys } from './grafana-cloud'

const none = { url: '', user: '' }
const stack = {
  endpoints: {
    metrics: { url: 'https://prometheus-prod-01-eu-west-0.grafana.net/api/prom', user: '101' },
    logs: { url: 'logs-prod-012.grafana.net', user: '202' },
    traces: { url: 'https://otlp-gateway-prod-eu-west-0.grafana.net/otlp', user: '303' },
    profiles: { url: 'https://profiles-prod-001.grafana.net', user: '404' },
  },
  token: 'glc_secret',
  secret: null,
} satisfies CloudStack

const valuesOf = (some: CloudStack, text = '') =>
  readValues(editValues(text, cloudEdits(some, []))).values as Record<string, unknown>

const wishes = {
  cluster: { name: 'north' },
  clusterMetrics: { enabled: true },
  podLogsViaLoki: { enabled: true },
  applicationObservability: { enabled: true },
  profiling: { enabled: true },
}

const problems = (some: CloudStack) =>
  generate(complete({ ...wishes, ...valuesOf(some) }).values).diagnostics.filter(
    ({ severity }) => severity !== 'info',
  )

describe('one form for a stack', () => {
  test('what people copy from Grafana’s pages becomes addresses that take data', () => {
    expect(pushUrl('metrics', stack.endpoints.metrics.url)).toBe(
      'https://prometheus-prod-01-eu-west-0.grafana.net/api/prom/push',
    )
    expect(pushUrl('logs', stack.endpoints.logs.url)).toBe(
      'https://logs-prod-012.grafana.net/loki/api/v1/push',
    )
    expect(pushUrl('traces', 'https://otlp-gateway-prod-eu-west-0.grafana.net')).toBe(
      'https://otlp-gateway-prod-eu-west-0.grafana.net/otlp',
    )
    expect(pushUrl('traces', 'https://tempo-prod-10-eu-west-0.grafana.net/tempo')).toBe(
      'https://tempo-prod-10-eu-west-0.grafana.net:443',
    )
    expect(pushUrl('metrics', 'https://mine.test/api/v1/write')).toBe(
      'https://mine.test/api/v1/write',
    )
    expect(pushUrl('profiles', '  ')).toBe('')
  })

  test('the four destinations take what the features send, without a problem', () => {
    expect(problems(stack)).toEqual([])
    const { destinations } = valuesOf(stack)
    expect(destinations).toMatchObject({
      'grafana-cloud-metrics': {
        type: 'prometheus',
        auth: { username: '101', password: 'glc_secret' },
      },
      'grafana-cloud-logs': { type: 'loki', auth: { username: '202' } },
      'grafana-cloud-otlp': { type: 'otlp', protocol: 'http', auth: { username: '303' } },
      'grafana-cloud-profiles': { type: 'pyroscope', auth: { username: '404' } },
    })
  })

  test('an address of Grafana Cloud Traces gets gRPC, and only traces', () => {
    const traces = { url: 'https://tempo-prod-10-eu-west-0.grafana.net/tempo', user: '303' }
    const some = { ...stack, endpoints: { ...stack.endpoints, traces } }
    expect(problems(some)).toEqual([])
    expect(valuesOf(some)).toMatchObject({
      destinations: {
        'grafana-cloud-otlp': {
          protocol: 'grpc',
          metrics: { enabled: false },
          logs: { enabled: false },
        },
      },
    })
  })

  test('with a Secret of the user’s own no credential is written, and its keys are told', () => {
    const some = { ...stack, secret: { name: 'grafana-cloud', namespace: '' } }
    expect(problems(some)).toEqual([])
    const text = JSON.stringify(valuesOf(some))
    expect(text).not.toContain('glc_secret')
    expect(text).not.toContain('202')
    expect(secretKeys({ endpoints: { ...stack.endpoints, profiles: none } })).toEqual([
      'token',
      'metrics-user',
      'logs-user',
      'otlp-user',
    ])
  })

  test('a second stack stands beside the first', () => {
    expect(cloudEdits(stack, ['grafana-cloud-logs']).map(({ path }) => path[1])).toContain(
      'grafana-cloud-logs-2',
    )
    expect(freeName('a', ['a', 'a-2'])).toBe('a-3')
  })
})
