import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { costMetrics } from '.'

const tried = (opencost: object, rest: object = { clusterMetrics: { enabled: true } }) =>
  tryFeature(costMetrics, { costMetrics: { enabled: true, opencost }, ...rest })

describe('Cost Metrics', () => {
  it('does not stand alone', () => {
    expect(tried({ labelMatchers: { app: 'opencost' } }, {}).codes).toEqual(['features.cost-alone'])
  })

  it('asks for an OpenCost', () => {
    expect(tried({}).codes).toEqual(['features.service-missing'])
    expect(tried({ labelMatchers: { app: 'opencost' } }).codes).toEqual([])
  })

  it('finds the release’s own OpenCost', () => {
    const shown = tried(
      { namespace: 'elsewhere' },
      { telemetryServices: { opencost: { deploy: true } } },
    ).show('discovery.kubernetes', 'opencost')
    expect(shown).toContain('app.kubernetes.io/instance=try,app.kubernetes.io/name=opencost')
    expect(shown).toContain('names = ["monitoring"]')
  })
})
