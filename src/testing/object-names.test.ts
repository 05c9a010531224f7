import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generate } from '../generate'
import { readValues } from '../yaml/read'

const folder = join(import.meta.dirname, 'cases')
const cases = readdirSync(folder).filter((file) => file.endsWith('.yaml'))

/** Objects of which there are two, where they are not two of the operator's. */
function met(values: unknown): string[] {
  const { objects, workloads } = generate(values)
  const names = (list: typeof objects) =>
    list
      .filter(({ kind }) => kind !== 'Alloy')
      .map(({ apiVersion, kind, metadata: { name, namespace = 'default' } }) =>
        [apiVersion, kind, namespace, name].join(' '),
      )
  const ours = names(objects)
  const theirs = new Set(names(workloads))
  return ours.filter((name, index) => ours.indexOf(name) !== index || theirs.has(name))
}

const isTold = (values: unknown) =>
  generate(values).diagnostics.some(({ code }) => code === 'values.same-object')

describe('names of objects', () => {
  it.each(cases)('of %s meet only where that is told of', (file) => {
    const { values } = readValues(readFileSync(join(folder, file), 'utf8'))
    expect(met(values).length > 0).toBe(isTold(values))
  })

  it('never meet while nobody but the chart gives them', () => {
    const on = { enabled: true }
    const deploy = { deploy: true }
    const names = ['alloy', 'alloy-logs', 'alloy-metrics', 'alloy-profiles', 'alloy-receiver']
    const values = {
      cluster: { name: 'harbour' },
      destinations: {
        all: { type: 'otlp', url: 'https://otlp.example.com', auth: { type: 'basic' } },
      },
      clusterMetrics: { ...on, collector: 'alloy-metrics' },
      hostMetrics: {
        linuxHosts: on,
        windowsHosts: on,
        energyMetrics: on,
        collector: 'alloy-metrics',
      },
      clusterEvents: { ...on, collector: 'alloy' },
      podLogsViaLoki: { ...on, collector: 'alloy-logs' },
      profiling: { ...on, collector: 'alloy-profiles' },
      autoInstrumentation: { ...on, collector: 'alloy-metrics' },
      applicationObservability: {
        ...on,
        collector: 'alloy-receiver',
        receivers: { otlp: { grpc: on } },
      },
      telemetryServices: {
        'kube-state-metrics': deploy,
        'node-exporter': deploy,
        'windows-exporter': deploy,
        kepler: deploy,
        opencost: deploy,
        beyla: deploy,
      },
      collectors: Object.fromEntries(
        [...names, 'alloy-singleton'].map((name) => [
          name,
          {
            presets: ['clustered', 'statefulset'],
            remoteConfig: on,
            serviceMonitor: on,
            controller: { autoscaling: { horizontal: on }, podDisruptionBudget: on },
          },
        ]),
      ),
    }
    expect(met(values)).toEqual([])
  })
})
