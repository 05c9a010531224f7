import { describe, expect, test } from 'vitest'
import { catalog, editValues, readValues } from '../../../src/index'
import { toggleEdits } from './toggle'

const { features } = catalog()

function toggled(key: string, on: boolean, text: string): string {
  const feature = features.find((one) => one.key === key)
  if (!feature) throw new Error(key)
  const values = readValues(text).values as Record<string, unknown>
  return editValues(text, toggleEdits(feature, on, values, key === 'selfReporting'))
}

describe('switching features', () => {
  test('on and off again leaves nothing behind', () => {
    for (const { key } of features) {
      const feature = features.find((one) => one.key === key)
      if (!feature || !('enabled' in feature.options.fields)) continue
      const text = '# mine\ncluster:\n  name: north\n'
      const [first, second] = key === 'selfReporting' ? [false, true] : [true, false]
      const between = toggled(key, first, text)
      expect(between, key).not.toBe(text)
      expect(readValues(toggled(key, second, between)).values, key).toMatchObject({
        cluster: { name: 'north' },
      })
      expect(toggled(key, second, between), key).not.toContain('enabled: true')
    }
  })

  test('a part needs its section on too, and takes it along when it is the last', () => {
    const on = toggled('hostMetrics_linuxHosts', true, '')
    expect(readValues(on).values).toEqual({
      hostMetrics: { enabled: true, linuxHosts: { enabled: true } },
    })
    const both = toggled('hostMetrics_energyMetrics', true, on)
    expect(readValues(toggled('hostMetrics_linuxHosts', false, both)).values).toEqual({
      hostMetrics: { enabled: true, energyMetrics: { enabled: true } },
    })
    expect(toggled('hostMetrics_linuxHosts', false, on).trim()).toMatch(/^(\{\})?$/)
  })

  test('settings of a feature survive its switching off', () => {
    const text = 'nodeLogs:\n  enabled: true\n  journal:\n    maxAge: 1h\n'
    expect(toggled('nodeLogs', false, text)).toBe(text.replace('true', 'false'))
  })

  test('what another feature turned on can be refused', () => {
    expect(toggled('clusterMetrics', false, 'costMetrics:\n  enabled: true\n')).toContain(
      'clusterMetrics:\n  enabled: false',
    )
  })
})
