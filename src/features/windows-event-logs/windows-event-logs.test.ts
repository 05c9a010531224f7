import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import type { CollectorView } from '../types'
import { windowsEventLogs } from '.'

const events = (...sources: object[]) => ({
  windowsEventLogs: { enabled: true, sources },
})

const windows: CollectorView = {
  name: 'windows',
  presets: ['windows', 'windows-host-process', 'daemonset'],
  spec: { controller: { type: 'daemonset' } },
}

describe('Windows Event Logs', () => {
  it('keeps a bookmark for each source, in the folder that the collector mounts', () => {
    const { text } = tryFeature(
      windowsEventLogs,
      events({ name: 'app', eventLogName: 'Application' }),
    )
    expect(text).toContain('WindowsEventLogs\\\\app.xml"')
  })

  it('writes a query only when there is one', () => {
    const { show } = tryFeature(
      windowsEventLogs,
      events(
        { name: 'all', eventLogName: 'System', xpathQuery: '*' },
        { name: 'some', eventLogName: 'System', xpathQuery: '*[System[Level=2]]' },
      ),
    )
    expect(show('loki.source.windowsevent', 'all')).not.toContain('xpath_query')
    expect(show('loki.source.windowsevent', 'some')).toContain('xpath_query')
  })

  it.each([
    [[], 'features.no-source'],
    [[{ eventLogName: 'System' }], 'features.source-without-name'],
    [[{ name: 'a' }], 'features.source-without-channel'],
    [
      [
        { name: 'a', eventLogName: 'System' },
        { name: 'a', eventLogName: 'Security' },
      ],
      'features.same-source-name',
    ],
  ])('refuses the sources %j', (sources, code) => {
    expect(tryFeature(windowsEventLogs, events(...sources), windows).codes).toEqual([code])
  })

  it('wants a collector on Windows', () => {
    const source = { name: 'a', eventLogName: 'System' }
    expect(tryFeature(windowsEventLogs, events(source), windows).codes).toEqual([])
    const linux = { ...windows, presets: ['daemonset'] }
    expect(tryFeature(windowsEventLogs, events(source), linux).codes).toEqual([
      'features.not-on-windows',
    ])
  })

  it('adds its bookmarks to the mounts that presets made', () => {
    const given = { name: 'other', mountPath: 'C:\\other' }
    const collector: CollectorView = {
      ...windows,
      spec: { alloy: { mounts: { extra: [given] } } },
    }
    const values = { bookmarks: { enabled: true, hostPath: 'C:\\marks' } }
    const context = { values } as Parameters<typeof windowsEventLogs.influence>[0]
    expect(windowsEventLogs.influence(context, collector)).toMatchObject({
      alloy: { mounts: { extra: [given, { mountPath: 'C:\\marks' }] } },
      controller: { volumes: { extra: [{ hostPath: { path: 'C:\\marks' } }] } },
    })
  })
})
