import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import type { CollectorView } from '../types'
import { energyMetrics, linuxHosts, windowsHosts } from '.'

const collector = (spec: object): CollectorView => ({
  name: 'hosts',
  presets: [],
  spec: { ...spec },
})
const hosts = (part: object, rest: object = {}) => ({
  hostMetrics: { enabled: true, ...part },
  ...rest,
})
const deployed = (service: string) => ({ telemetryServices: { [service]: { deploy: true } } })

describe('Host Metrics', () => {
  it.each([
    [linuxHosts, 'node-exporter'],
    [windowsHosts, 'windows-exporter'],
    [energyMetrics, 'kepler'],
  ])('asks for the exporter of each part', (feature, service) => {
    const part = feature.path[1] ?? ''
    const values = hosts({ [part]: { enabled: true } })
    expect(tryFeature<never>(feature, values).codes).toEqual(['features.service-missing'])
    expect(tryFeature<never>(feature, { ...values, ...deployed(service) }).codes).toEqual([])
  })

  it('lets the user’s labels replace those of a deployed exporter', () => {
    const values = hosts(
      { linuxHosts: { enabled: true, labelMatchers: { app: 'mine' } } },
      deployed('node-exporter'),
    )
    const shown = tryFeature(linuxHosts, values).show('discovery.kubernetes', 'node_exporter')
    expect(shown).toContain('"app=mine"')
    expect(shown).not.toContain('release=')
  })

  it('takes node labels from the whole section', () => {
    const values = hosts(
      { nodeLabels: { region: true }, linuxHosts: { enabled: true } },
      deployed('node-exporter'),
    )
    const linux = tryFeature(linuxHosts, values)
    expect(linux.show('discovery.kubernetes', 'node_exporter')).toContain('attach_metadata')
    expect(linux.show('discovery.relabel', 'node_exporter')).toContain('"region"')
  })

  it('scrapes each node from itself when Alloy is the source', () => {
    const values = hosts({ linuxHosts: { enabled: true, source: 'alloy' } })
    const linux = tryFeature(linuxHosts, values)
    expect(linux.find('prometheus.exporter.unix', 'node_exporter')).toBeDefined()
    expect(linux.show('prometheus.scrape', 'node_exporter')).not.toContain('clustering')
  })

  it('wants the node mounted, a DaemonSet, and the node’s name for source alloy', () => {
    const values = hosts({ linuxHosts: { enabled: true, source: 'alloy' } })
    expect(
      tryFeature(linuxHosts, values, collector({ controller: { type: 'statefulset' } })).codes,
    ).toEqual(['features.not-a-daemonset', 'features.no-host-root', 'features.no-node-name'])
    const able = collector({
      controller: { type: 'daemonset' },
      alloy: {
        mounts: { extra: [{ mountPath: '/host/root' }] },
        extraEnv: [{ name: 'NODE_NAME' }],
      },
    })
    expect(tryFeature(linuxHosts, values, able).codes).toEqual([])
  })

  it('keeps the other variables when it adds the node’s name', () => {
    const values = hosts({ windowsHosts: { enabled: true, source: 'alloy' } })
    const { findings } = tryFeature(
      windowsHosts,
      values,
      collector({
        controller: { type: 'daemonset', nodeSelector: { 'kubernetes.io/os': 'windows' } },
        alloy: { extraEnv: [{ name: 'MINE', value: '1' }] },
      }),
    )
    expect(findings).toMatchObject([
      {
        code: 'features.no-node-name',
        severity: 'warning',
        fixes: [{ edits: [{ value: [{ name: 'MINE' }, { name: 'NODE_NAME' }] }] }],
      },
    ])
  })

  it('tells of Windows settings that nothing reads', () => {
    const values = hosts(
      { windowsHosts: { enabled: true, scheme: 'https' } },
      deployed('windows-exporter'),
    )
    expect(tryFeature(windowsHosts, values).codes).toEqual(['features.setting-not-read'])
  })
})
