import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from './complete'
import { generate } from './generate'
import { liveChecks } from './live-checks'

const values = complete({
  cluster: { name: 'harbour' },
  destinations: {
    metrics: {
      type: 'prometheus',
      url: 'https://metrics.example.com/push',
      auth: { type: 'basic' },
      secret: { create: false, name: 'my secret' },
    },
    logs: { type: 'loki', url: 'https://logs.example.com/push' },
  },
  clusterMetrics: { enabled: true },
  podLogsViaLoki: { enabled: true },
}).values

const commands = (of: unknown, release?: string) =>
  Object.fromEntries(
    liveChecks(of, { ...(release !== undefined && { release }), namespace: 'watch' }).map((one) => [
      one.id,
      one.command,
    ]),
  )

describe('what only the cluster knows', () => {
  it('asks for Secrets that nobody here makes, quoted for the shell', () => {
    expect(commands(values)['own-secrets']).toBe(
      "kubectl describe secret 'my secret' --namespace watch",
    )
    const made = {
      ...values,
      destinations: { metrics: { type: 'prometheus', url: 'https://a.b' } },
    }
    expect(commands(made)).not.toHaveProperty('own-secrets')
  })

  it('asks whether every address that is sent to can be reached', () => {
    const { addresses } = commands(values)
    expect(addresses).toContain('https://metrics.example.com/push')
    expect(addresses).toContain('https://logs.example.com/push')
  })

  it('asks about the namespace only where pods need more than usual', () => {
    expect(commands(values)).toHaveProperty('pod-security')
    const modest = complete({ cluster: { name: 'c' }, clusterEvents: { enabled: true } }).values
    expect(commands(modest)).not.toHaveProperty('pod-security')
  })

  it('asks about what features need, and about nothing else', () => {
    const objects = { ...values, prometheusOperatorObjects: { enabled: true } }
    expect(commands(complete(objects).values)).toHaveProperty('monitor-definitions')
    expect(commands(values)).not.toHaveProperty('monitor-definitions')
    expect(commands(values)).not.toHaveProperty('beyla-port')
  })

  it('lets the chart look for itself, as the release that it will be', () => {
    expect(commands(values, 'mine')['dry-run']).toContain('upgrade --install mine ')
  })

  it('says the same of values and of what is made of them', () => {
    const made = generate(values, { namespace: 'watch' })
    expect(liveChecks(made, { namespace: 'watch' })).toEqual(
      liveChecks(values, { namespace: 'watch' }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        liveChecks(anything)
      }),
      { numRuns: 100 },
    )
  })
})
