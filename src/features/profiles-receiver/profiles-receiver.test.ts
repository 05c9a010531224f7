import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import type { CollectorView } from '../types'
import { profilesReceiver } from '.'

const receiver = (section: object = {}) => ({ profilesReceiver: { enabled: true, ...section } })

const withPorts = (...extraPorts: object[]): CollectorView => ({
  name: 'receiver',
  presets: [],
  spec: { alloy: { extraPorts } },
})

describe('Profiles Receiver', () => {
  it('sends through the user’s rules when there are any', () => {
    expect(tryFeature(profilesReceiver, receiver()).find('pyroscope.relabel', 'default')).toBe(
      undefined,
    )
    const { show } = tryFeature(
      profilesReceiver,
      receiver({ profileProcessingRules: 'rule {\n  action = "drop"\n}' }),
    )
    expect(show('pyroscope.receive_http', 'default')).toContain(
      '[pyroscope.relabel.default.receiver]',
    )
    expect(show('pyroscope.relabel', 'default')).toContain('argument.profiles_destinations.value')
  })

  it('wants its port among those of a list that the user gave', () => {
    const other = { name: 'other', port: 80, targetPort: 80, protocol: 'TCP' }
    const { codes, findings } = tryFeature(profilesReceiver, receiver(), withPorts(other))
    expect(codes).toEqual(['features.port-closed'])
    expect(findings[0]?.fixes?.[0]?.edits).toMatchObject([
      { value: [other, { name: 'profiles', targetPort: 4040 }] },
    ])
    const open = withPorts(other, { ...other, targetPort: 4040 })
    expect(tryFeature(profilesReceiver, receiver(), open).codes).toEqual([])
  })
})
