import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { podLogsViaLoki } from '.'

const logs = (section: object = {}) => ({ podLogsViaLoki: { enabled: true, ...section } })

const show = (section: object, name: string, label: string) =>
  tryFeature(podLogsViaLoki, logs(section)).show(name, label)

describe('Pod Logs via Loki', () => {
  it('lets discovery filter exact names, and a rule as soon as one is a pattern', () => {
    const exact = { namespaces: ['shop', 'till'] }
    expect(show(exact, 'discovery.kubernetes', 'pods')).toContain('["shop", "till"]')
    expect(show(exact, 'discovery.relabel', 'filtered_pods')).not.toContain('shop')
    const pattern = { namespaces: ['shop', 'team-.*'] }
    expect(show(pattern, 'discovery.kubernetes', 'pods')).not.toContain('shop')
    expect(show(pattern, 'discovery.relabel', 'filtered_pods')).toContain('"shop|team-.*"')
  })

  it('finds pods of its own node only', () => {
    expect(show({}, 'discovery.kubernetes', 'pods')).toContain(
      '"spec.nodeName=" + sys.env("HOSTNAME")',
    )
  })

  it('fetches node metadata for selectors of nodes as for labels of nodes', () => {
    expect(show({}, 'discovery.kubernetes', 'pods')).not.toContain('attach_metadata')
    for (const section of [{ nodeSelectors: { pool: 'a' } }, { nodeLabels: { region: true } }]) {
      expect(show(section, 'discovery.kubernetes', 'pods')).toContain('attach_metadata')
    }
  })

  it('reads lines of an unknown runtime in the default format', () => {
    const process = (defaultLogFormat: string) =>
      show({ defaultLogFormat }, 'loki.process', 'pod_logs')
    expect(process('cri')).toContain('containerd|cri-o|\\"')
    expect(process('docker')).toContain('docker|\\"')
    expect(process('none')).not.toMatch(/\|\\"/)
  })

  it('escapes names of structured metadata, and leaves out those without a value', () => {
    const process = show(
      { structuredMetadata: { 'trace.id': 'trace-id', pod: '' } },
      'loki.process',
      'pod_logs',
    )
    expect(process).toMatch(/trace_id\s*=\s*"trace_id"/)
    expect(process).not.toMatch(/^\s*pod\s*=/m)
  })

  it('takes numbers and expressions as static labels', () => {
    const process = show(
      { staticLabels: { shard: 1000000 }, staticLabelsFrom: { host: 'constants.hostname' } },
      'loki.process',
      'pod_logs',
    )
    expect(process).toMatch(/shard\s*=\s*"1e\+06"/)
    expect(process).toMatch(/host\s*=\s*constants\.hostname/)
  })

  it('sends every line either through the secret filter or past it', () => {
    const filtered = tryFeature(
      podLogsViaLoki,
      logs({ secretFilter: { enabled: true, inclusionSelector: '{app="till"}' } }),
    )
    expect(filtered.show('loki.process', 'pod_logs')).toContain(
      '[loki.process.secret_filter_prefilter.receiver]',
    )
    expect(filtered.show('loki.process', 'secret_filter_inclusion')).toContain(
      '[loki.secretfilter.pod_logs.receiver]',
    )
    for (const [name, label] of [
      ['loki.process', 'secret_filter_exclusion'],
      ['loki.secretfilter', 'pod_logs'],
    ] as const) {
      expect(filtered.show(name, label)).toContain('argument.logs_destinations.value')
    }
  })

  it('redacts with a text or by a percentage, never both', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), fc.integer({ min: 1, max: 100 }), (text, percent) => {
        const filter = show(
          { secretFilter: { enabled: true, redactWith: text, redactPercent: percent } },
          'loki.secretfilter',
          'pod_logs',
        )
        expect(/^\s*redact_with\s/m.test(filter)).toBe(Boolean(text))
        expect(/^\s*redact_percent\s/m.test(filter)).toBe(!text)
      }),
    )
  })

  it('runs the user’s rules last', () => {
    const rules = show(
      { extraDiscoveryRules: 'rule {\n  target_label = "mine"\n}', nodeLabels: { region: true } },
      'discovery.relabel',
      'filtered_pods',
    )
    expect(rules.indexOf('"mine"')).toBeGreaterThan(rules.lastIndexOf('"region"'))
  })
})
