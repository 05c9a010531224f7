import { describe, expect, it } from 'vitest'
import { generate } from '../generate'

/** The severities with which wrong types are told of. */
function severities(collector: object, common: unknown = {}, selfReporting = false): string[] {
  return generate({
    cluster: { name: 'harbour' },
    destinations: {
      logs: { type: 'loki', url: 'https://logs.example.com' },
      metrics: { type: 'prometheus', url: 'https://metrics.example.com' },
    },
    clusterEvents: { enabled: true },
    selfReporting: { enabled: selfReporting },
    collectors: { lone: { presets: ['singleton'], ...collector } },
    collectorCommon: common,
  })
    .diagnostics.filter(({ code }) => code === 'values.wrong-type')
    .map(({ severity, path }) => [severity, path.join('.')].join(' '))
}

describe('types in collectors', () => {
  it('are errors where the chart itself works with the setting', () => {
    expect(severities({ extraConfig: 5 })).toEqual(['error collectors.lone.extraConfig'])
    expect(severities({ logging: { level: 7 } })).toEqual(['error collectors.lone.logging.level'])
    expect(severities({ extraService: 'yes' })).toEqual(['error collectors.lone.extraService'])
  })

  it('are warnings where it hands the setting on', () => {
    expect(severities({ controller: { replicas: 'two' } })).toEqual([
      'warning collectors.lone.controller.replicas',
    ])
    expect(severities({ labels: ['a'] })).toEqual(['warning collectors.lone.labels'])
  })

  it('of what is common count unless every collector says otherwise', () => {
    const common = { alloy: { logging: { level: 7 } } }
    const path = 'collectorCommon.alloy.logging.level'
    expect(severities({}, common)).toEqual([['error', path].join(' ')])
    expect(severities({ logging: { level: 'warn' } }, common)).toEqual([
      ['warning', path].join(' '),
    ])
    expect(severities({}, ['list'])).toEqual(['error collectorCommon'])
  })

  it('matter where Self Reporting adds a volume', () => {
    const collector = { alloy: { mounts: { extra: 'none' } } }
    expect(severities(collector, {}, true)).toEqual(['error collectors.lone.alloy.mounts.extra'])
    expect(severities(collector)).toEqual([])
  })
})
