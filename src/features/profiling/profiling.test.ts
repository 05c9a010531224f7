import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { profiling } from '.'

const tried = (section: object) =>
  tryFeature(profiling, { profiling: { enabled: true, ...section } })

describe('Profiling', () => {
  it('wants one way to take profiles', () => {
    expect(tried({}).codes).toEqual(['features.no-source'])
    expect(tried({ java: { enabled: true } }).codes).toEqual([])
  })

  it('scrapes each kind of profile on its own, with the others off', () => {
    const { show, find } = tried({
      pprof: { enabled: true, types: { memory: false, godeltaprof_block: true } },
    })
    expect(find('pyroscope.scrape', 'pyroscope_scrape_memory')).toBeUndefined()
    const scrape = show('pyroscope.scrape', 'pyroscope_scrape_cpu')
    expect(scrape).toMatch(/profile\.process_cpu \{\s*enabled = true/)
    expect(scrape.match(/enabled = true/g)).toHaveLength(1)
    expect(scrape.match(/enabled = false/g)).toHaveLength(8)
  })

  it('profiles what asks for it, or all but what asks to be left alone', () => {
    const relabel = (targetingScheme: string) =>
      tried({ ebpf: { enabled: true, targetingScheme } }).show('discovery.relabel', 'ebpf_pods')
    const annotation = '__meta_kubernetes_pod_annotation_profiles_grafana_com_cpu_ebpf_enabled'
    expect(relabel('annotation')).toMatch(new RegExp(`${annotation}[^}]*"true"[^}]*"keep"`))
    expect(relabel('all')).toMatch(new RegExp(`${annotation}[^}]*"false"[^}]*"drop"`))
  })

  it('scrapes without a token when the file is empty', () => {
    const scrape = tried({ pprof: { enabled: true, bearerTokenFile: '' } }).show(
      'pyroscope.scrape',
      'pyroscope_scrape_cpu',
    )
    expect(scrape).not.toContain('bearer_token_file')
  })
})
