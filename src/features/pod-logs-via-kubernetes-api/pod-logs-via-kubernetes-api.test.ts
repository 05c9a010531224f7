import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { podLogsViaKubernetesApi } from '.'

const tried = (section: object = {}) =>
  tryFeature(podLogsViaKubernetesApi, { podLogsViaKubernetesApi: { enabled: true, ...section } })

describe('Pod Logs via Kubernetes API', () => {
  it('finds the pods of all nodes and shares them among replicas', () => {
    const { text, show } = tried()
    expect(text).not.toContain('spec.nodeName')
    expect(text).not.toContain('__path__')
    expect(show('loki.source.kubernetes', 'pod_logs')).toContain('clustering')
  })

  it('tells of labels that the chart writes so that Alloy cannot read them', () => {
    const { findings } = tried({ staticLabels: { 'team.name': 'till', team: 'till' } })
    expect(findings).toMatchObject([
      {
        code: 'features.label-name',
        path: ['podLogsViaKubernetesApi', 'staticLabels', 'team.name'],
        fixes: [{ edits: [{ remove: true }, { value: 'till' }] }],
      },
    ])
  })
})
