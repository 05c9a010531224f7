import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import type { CollectorView } from '../types'
import { applicationObservability } from '.'

const otlp = { receivers: { otlp: { grpc: { enabled: true } } } }

const tried = (section: object = otlp, collector?: CollectorView) =>
  tryFeature(
    applicationObservability,
    { applicationObservability: { enabled: true, ...section } },
    collector,
  )

describe('Application Observability', () => {
  it('wants a receiver', () => {
    expect(tried({}).codes).toEqual(['features.no-source'])
    expect(tried().codes).toEqual([])
  })

  it('hands every signal that is on from each component to the next, and no other', () => {
    const signals = fc.record({ metrics: fc.boolean(), logs: fc.boolean(), traces: fc.boolean() })
    fc.assert(
      fc.property(signals, fc.boolean(), fc.boolean(), (on, limiter, spans) => {
        const { text } = tried({
          ...otlp,
          processors: { memoryLimiter: { enabled: limiter } },
          connectors: { spanLogs: { enabled: spans }, spanMetrics: { enabled: spans } },
          ...Object.fromEntries(
            Object.entries(on).map(([signal, enabled]) => [signal, { enabled }]),
          ),
        })
        for (const [signal, enabled] of Object.entries(on)) {
          expect(text.includes(`argument.${signal}_destinations.value`)).toBe(enabled)
        }
        const inputs = [...text.matchAll(/otelcol\.(\w+)\.(\w+)\.(\w+)\.input/g)]
        for (const [, kind, type, label] of inputs) {
          expect(text).toContain(`otelcol.${kind}.${type} "${label}"`)
        }
      }),
    )
  })

  it('filters only when a signal that is on has filters', () => {
    const filters = { filters: { log_record: ['true'] } }
    expect(
      tried({ ...otlp, logs: filters }).find('otelcol.processor.filter', 'default'),
    ).toBeDefined()
    expect(
      tried({ ...otlp, logs: { ...filters, enabled: false } }).find(
        'otelcol.processor.filter',
        'default',
      ),
    ).toBeUndefined()
  })

  it('tells hosts by traces unless metrics are off', () => {
    const hosts = (section: object) =>
      tried({ ...otlp, ...section }).find('otelcol.connector.host_info', 'default') !== undefined
    expect(hosts({})).toBe(true)
    expect(hosts({ metrics: { enabled: false } })).toBe(false)
    expect(hosts({ connectors: { grafanaCloudMetrics: { enabled: false } } })).toBe(false)
  })

  it('takes any detector of Alloy’s', () => {
    const detection = tried({
      ...otlp,
      processors: {
        resourceDetection: {
          kubernetesNode: { enabled: true },
          gcp: { enabled: true, resourceAttributes: { 'cloud.region': { enabled: true } } },
        },
      },
    }).show('otelcol.processor.resourcedetection', 'default')
    expect(detection).toContain('["env", "gcp", "kubernetes_node", "system"]')
    expect(detection).toMatch(/cloud\.region \{/)
  })

  it('asks for every closed port, and offers all of them at once', () => {
    const { codes, findings } = tried(
      { receivers: { zipkin: { enabled: true }, ...otlp.receivers } },
      { name: 'receiver', presets: [], spec: { alloy: { extraPorts: [{ targetPort: 1 }] } } },
    )
    expect(codes).toEqual(['features.port-closed', 'features.port-closed'])
    expect(findings[0]?.fixes?.[0]?.edits).toMatchObject([
      { value: [{ targetPort: 1 }, { targetPort: 4317 }, { targetPort: 9411 }] },
    ])
  })

  it('tells which settings the chart loses', () => {
    const { codes, text } = tried({
      receivers: {
        otlp: {
          grpc: {
            enabled: true,
            keepalive: {
              serverParameters: { time: '1m' },
              enforcementPolicy: { minTime: '1m' },
            },
          },
        },
      },
      connectors: { spanLogs: { enabled: true, spanAttributes: ['user'] } },
    })
    expect(codes).toEqual([
      'features.setting-not-read',
      'features.setting-not-read',
      'features.setting-not-read',
    ])
    expect(text).not.toMatch(/min_time|span_attributes|server_parameters/)
  })

  it('reads the attributes of spans where the chart does', () => {
    const { codes, text } = tried({
      ...otlp,
      connectors: { spanLogs: { enabled: true, spansAttributes: ['user'] } },
    })
    expect(codes).toEqual([])
    expect(text).toMatch(/span_attributes\s*=\s*\["user"\]/)
  })
})
