import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { podLogsViaOpenTelemetry } from '.'

const tried = (section: object = {}) =>
  tryFeature(podLogsViaOpenTelemetry, { podLogsViaOpenTelemetry: { enabled: true, ...section } })

describe('Pod Logs via OpenTelemetry', () => {
  it('drops pods by a label’s value, or by its mere presence', () => {
    const { show, text } = tried({ filters: { labels: { env: 'test', debug: null } } })
    const filter = show('otelcol.processor.filter', 'pod_logs')
    expect(filter).toMatch(/filter\.labels\.env\\?"\] == \\?"test/)
    expect(filter).toMatch(/filter\.labels\.debug\\?"\] != nil/)
    // Each attribute that was taken along for a filter is taken away again.
    expect(text.match(/delete_key\(attributes, \\?"k8s_monitoring\.tmp\.filter/g)).toHaveLength(2)
  })

  it('forgets every label that it took along to find the service’s name', () => {
    const { text } = tried({ alignServiceNameWithOTelSemConv: true })
    for (const name of ['instance', 'name', 'version']) {
      expect(text).toMatch(
        new RegExp(`delete_key\\(resource\\.attributes, \\\\?"k8s_monitoring\\.tmp\\.${name}`),
      )
    }
    expect(tried().text).not.toContain('k8s_monitoring.tmp')
  })

  it('reads the files of the namespaces that are named, from their end', () => {
    const receiver = tried({ namespaces: ['shop'], excludeNamespaces: ['till'] }).show(
      'otelcol.receiver.filelog',
      'pod_logs',
    )
    expect(receiver).toMatch(/include\s*=\s*\["\/var\/log\/pods\/shop_\*/)
    expect(receiver).toMatch(/exclude\s*=\s*\["\/var\/log\/pods\/till_\*/)
    expect(receiver).toMatch(/start_at\s*=\s*"end"/)
  })
})
