import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { podLogsObjects } from '.'

const tried = (section: object = {}, type = 'statefulset') =>
  tryFeature(
    podLogsObjects,
    { podLogsObjects: { enabled: true, ...section } },
    { name: 'logs', presets: [], spec: { controller: { type } } },
  )

describe('PodLogs Objects', () => {
  it('selects objects by labels and by their namespaces’ names', () => {
    const source = tried({
      labelSelectors: { team: ['a', 'b'], tier: 'web' },
      namespaces: ['shop'],
      excludeNamespaces: ['till'],
    }).show('loki.source.podlogs', 'default')
    expect(source.match(/match_expression/g)).toHaveLength(4)
    expect(source).toContain('["a", "b"]')
    expect(source).toContain('["web"]')
    expect(source).toContain('"NotIn"')
  })

  it('says that the node filter filters nothing', () => {
    expect(tried({ nodeFilter: true }).codes).toEqual([
      'features.not-a-daemonset',
      'features.setting-not-read',
    ])
    expect(tried({ nodeFilter: true }, 'daemonset').codes).toEqual(['features.setting-not-read'])
    expect(tried().codes).toEqual([])
  })
})
