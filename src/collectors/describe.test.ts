import { describe, expect, it } from 'vitest'
import { complete } from '../complete'
import { generate } from '../generate'

const collectorsOf = (values: object) =>
  generate(
    complete({
      cluster: { name: 'harbour' },
      destinations: {
        metrics: { type: 'prometheus', url: 'https://prometheus.example.com/api/v1/write' },
        logs: { type: 'loki', url: 'https://loki.example.com/loki/api/v1/push' },
        traces: { type: 'otlp', url: 'https://otlp.example.com:4317' },
        profiles: { type: 'pyroscope', url: 'https://pyroscope.example.com' },
      },
      ...values,
    }).values,
  ).collectors

describe('what the page says of a collector', () => {
  it('gives the reason for its form, for one feature and for several', () => {
    const [logs] = collectorsOf({ podLogsViaLoki: { enabled: true } })
    expect(logs?.reasons).toEqual([
      'DaemonSet, because Pod Logs via Loki reads files on every node.',
    ])
    const [both] = collectorsOf({ podLogsViaLoki: { enabled: true }, nodeLogs: { enabled: true } })
    expect(both?.reasons).toEqual([
      'DaemonSet, because Node Logs and Pod Logs via Loki read files on every node.',
    ])
  })

  it('lists the ports that its receivers open', () => {
    const [receiver] = collectorsOf({ applicationObservability: { enabled: true } })
    expect(receiver?.ports.map(({ port }) => port)).toEqual([4317, 4318])
  })

  it('tells what it may do beyond an ordinary pod', () => {
    const [profiles] = collectorsOf({ profiling: { enabled: true } })
    expect(profiles?.privileges).toEqual(
      expect.arrayContaining(['privileged', 'host network', 'host process ids']),
    )
  })
})
