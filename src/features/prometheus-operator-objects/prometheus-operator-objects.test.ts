import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { prometheusOperatorObjects } from '.'

const tried = (section: object) =>
  tryFeature(prometheusOperatorObjects, {
    prometheusOperatorObjects: { enabled: true, ...section },
  })
const off = { enabled: false }

describe('Prometheus Operator Objects', () => {
  it('looks at all but ScrapeConfigs by default', () => {
    const { body, codes } = tried({})
    expect(codes).toEqual([])
    expect(body).toHaveLength(3)
  })

  it('needs one kind of object', () => {
    const three = { podMonitors: off, probes: off, serviceMonitors: off }
    expect(tried(three).codes).toEqual(['features.no-source'])
    expect(tried({ ...three, scrapeConfigs: { enabled: true } }).codes).toEqual([])
  })

  it('selects objects by labels and by conditions', () => {
    const shown = tried({
      serviceMonitors: {
        labelSelectors: { release: 'kps', 'app.kubernetes.io/part-of': 'shop' },
        labelExpressions: [{ key: 'team', operator: 'In', values: ['a', 'b'] }],
      },
    }).show('prometheus.operator.servicemonitors', 'service_monitors')
    expect(shown).toMatch(/"app\.kubernetes\.io\/part-of"\s*=\s*"shop"/)
    expect(shown).toContain('["a", "b"]')
  })

  it('refuses to install definitions, and takes the leftovers of old values', () => {
    expect(tried({ crds: { enabled: true } }).codes).toEqual(['features.operator-crds'])
    expect(tried({ crds: { enabled: false } }).codes).toEqual([])
  })

  it('tells of an exclusion that the chart gets wrong', () => {
    expect(tried({ scrapeConfigs: { enabled: true, excludeNamespaces: ['dev'] } }).codes).toEqual([
      'features.exclusion-lost',
    ])
  })

  it('tells of a condition without an operator', () => {
    expect(tried({ probes: { labelExpressions: [{ key: 'team' }] } }).findings).toMatchObject([
      {
        code: 'features.expression-incomplete',
        path: ['prometheusOperatorObjects', 'probes', 'labelExpressions', 0, 'operator'],
      },
    ])
  })
})
