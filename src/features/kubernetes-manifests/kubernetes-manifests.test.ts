import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { kubernetesManifests } from '.'

const section = { kubernetesManifests: { enabled: true } }

describe('Kubernetes Manifests', () => {
  it('needs the service that writes the manifests', () => {
    const { codes, findings } = tryFeature(kubernetesManifests, section)
    expect(codes).toEqual(['features.service-missing'])
    expect(findings[0]?.fixes?.[0]?.edits).toEqual([
      { path: ['telemetryServices', 'k8s-manifest-tail', 'deploy'], value: true },
    ])
  })

  it('names objects by the kinds that the service watches', () => {
    const { codes, text } = tryFeature(kubernetesManifests, {
      ...section,
      telemetryServices: {
        'k8s-manifest-tail': { deploy: true, config: { objects: [{ kind: 'CronJob' }] } },
      },
    })
    expect(codes).toEqual([])
    expect(text).toMatch(/k8s_cronjob_name\s*=\s*"k8s\.cronjob\.name"/)
  })
})
