import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import type { CollectorView } from '../types'
import { nodeLogs } from '.'

const logs = (section: object = {}) => ({ nodeLogs: { enabled: true, ...section } })

const collector = (spec: object): CollectorView => ({
  name: 'logs',
  presets: [],
  spec: { ...spec },
})

describe('Node Logs', () => {
  it('copies a journal field once when it is a label and structured metadata', () => {
    const relabel = tryFeature(
      nodeLogs,
      logs({ journalLabels: { transport: 'transport' }, structuredMetadata: { t: 'transport' } }),
    ).show('loki.relabel', 'journal')
    expect(relabel.match(/__journal__transport/g)).toHaveLength(1)
  })

  it('keeps only the units that are named', () => {
    const { text } = tryFeature(nodeLogs, logs({ journal: { units: ['kubelet.service', 'sshd'] } }))
    expect(text).toContain('"kubelet.service|sshd"')
  })

  it('wants a type in so many words, which the chart insists on', () => {
    const { codes, findings } = tryFeature(
      nodeLogs,
      logs(),
      collector({ alloy: { mounts: { varlog: true } } }),
    )
    expect(codes).toEqual(['features.not-a-daemonset'])
    expect(findings[0]?.fixes?.[0]).toMatchObject({ title: 'Add the preset daemonset', safe: true })
  })

  it('wants /var/log only when the journal lies there', () => {
    const daemonset = collector({ controller: { type: 'daemonset' } })
    expect(tryFeature(nodeLogs, logs(), daemonset).codes).toEqual(['features.no-var-log'])
    const inMemory = logs({ journal: { path: '/run/log/journal' } })
    expect(tryFeature(nodeLogs, inMemory, daemonset).codes).toEqual([])
  })

  it('sets the user’s own value where a preset would not win over it', () => {
    const values = {
      ...logs(),
      collectors: {
        logs: { controller: { type: 'deployment' }, alloy: { mounts: { varlog: false } } },
      },
    }
    const { findings } = tryFeature(
      nodeLogs,
      values,
      collector({ controller: { type: 'deployment' }, alloy: { mounts: { varlog: false } } }),
    )
    expect(findings.map(({ fixes }) => fixes?.[0]?.edits)).toEqual([
      [{ path: ['collectors', 'logs', 'controller', 'type'], value: 'daemonset' }],
      [{ path: ['collectors', 'logs', 'alloy', 'mounts', 'varlog'], value: true }],
    ])
  })
})
