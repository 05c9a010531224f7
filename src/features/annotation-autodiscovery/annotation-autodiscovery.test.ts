import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { annotationAutodiscovery } from '.'

const tried = (section: object) =>
  tryFeature(annotationAutodiscovery, {
    annotationAutodiscovery: { enabled: true, ...section },
  })

describe('Annotation Autodiscovery', () => {
  it('is content with its defaults', () => {
    expect(tried({}).codes).toEqual([])
  })

  it('needs pods or services', () => {
    const off = { enabled: false }
    expect(tried({ pods: off, services: off }).codes).toEqual(['features.no-source'])
    expect(tried({ pods: off }).codes).toEqual([])
  })

  it('asks Kubernetes for names, and filters itself as soon as one is a regular expression', () => {
    const names = tried({ namespaces: ['shop', 'cart'] })
    expect(names.show('discovery.kubernetes', 'pods')).toContain('["shop", "cart"]')
    const mixed = tried({ namespaces: ['shop', 'team-.*'] })
    expect(mixed.show('discovery.kubernetes', 'pods')).not.toContain('shop')
    expect(mixed.show('discovery.relabel', 'annotation_autodiscovery_pods')).toContain(
      '"shop|team-.*"',
    )
  })

  it('follows the user’s own annotations', () => {
    expect(
      tried({ annotations: { scrape: 'prometheus.io/scrape' } }).show(
        'discovery.relabel',
        'annotation_autodiscovery_services',
      ),
    ).toContain('__meta_kubernetes_service_annotation_prometheus_io_scrape')
  })

  it('sends straight on until there is something to change', () => {
    const component = ['prometheus.relabel', 'annotation_autodiscovery'] as const
    expect(tried({}).find(...component)).toBeUndefined()
    expect(tried({ pods: { staticLabels: { team: 'web' } } }).find(...component)).toBeDefined()
  })

  it('tells that static labels of services need one of pods, and helps', () => {
    const services = { staticLabels: { team: 'web' } }
    const [finding] = tried({ services }).findings
    expect(finding?.code).toBe('features.service-labels-lost')
    expect(tried({ services, pods: { staticLabels: { temp_source: 'pod' } } }).codes).toEqual([])
  })
})
