import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import type { CollectorView } from '../types'
import { clusterEvents } from '.'

const events = (section: object = {}) => ({ clusterEvents: { enabled: true, ...section } })

const collector = (spec: object): CollectorView => ({
  name: 'events',
  presets: [],
  spec: { ...spec },
})

describe('Cluster Events', () => {
  it('keeps a fixed label beside the user’s own of the same name', () => {
    const { text } = tryFeature(clusterEvents, events({ labels: { level: 'reason' } }))
    expect(text).toMatch(/level\s*=\s*"",[\s\S]*level\s*=\s*"reason"/)
  })

  it('takes a default label away when the user sets it to null', () => {
    const { text } = tryFeature(clusterEvents, events({ labels: { reason: null } }))
    expect(text).not.toMatch(/reason\s*=\s*"reason"/)
  })

  it('writes no structured metadata when there is none, which Loki may have turned off', () => {
    const { text } = tryFeature(
      clusterEvents,
      events({ structuredMetadata: { name: null, node: null } }),
    )
    expect(text).not.toContain('stage.structured_metadata')
  })

  it('leaves backslashes of listed reasons as the user wrote them', () => {
    const { text } = tryFeature(clusterEvents, events({ includeReasons: ['Back\\\\w+', 'Failed'] }))
    expect(text).toContain('"{reason=~\\"Back\\\\w+|Failed\\"}"')
  })

  it('fills in templates in the user’s stages with the feature’s values', () => {
    const { text, codes } = tryFeature(
      clusterEvents,
      events({
        jobLabel: 'my-events',
        extraLogProcessingStages:
          'stage.static_labels {\n  values = { from = "{{ .Values.jobLabel }}" }\n}',
      }),
    )
    expect(text).toMatch(/from = "my-events"/)
    expect(codes).toEqual([])
  })

  it('tells of events that every replica would send', () => {
    const many = collector({ controller: { type: 'deployment', replicas: 2 } })
    expect(tryFeature(clusterEvents, events(), many).codes).toEqual(['features.events-repeated'])
    const one = collector({ controller: { type: 'deployment', replicas: 1 } })
    expect(tryFeature(clusterEvents, events(), one).codes).toEqual([])
    expect(tryFeature(clusterEvents, events({ clustering: true }), many).codes).toEqual([])
  })
})
