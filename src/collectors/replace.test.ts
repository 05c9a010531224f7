import { describe, expect, it } from 'vitest'
import { block, component, rawStatements } from '../alloy/build'
import { print } from '../alloy/print'
import { type Replacement, replaceComponents } from './replace'

const replacement = (more: Partial<Replacement>): Replacement => ({
  type: 'prometheus.relabel',
  name: 'kubelet',
  module: '',
  optional: false,
  content: 'forward_to = []',
  ...more,
})

const relabel = component('prometheus.relabel', 'kubelet', { max_cache_size: 1 })
const module = component('declare', 'cluster_metrics', {}, [relabel])

describe('replacing components', () => {
  it('finds one inside any module, and puts the content in its place', () => {
    const { statements, found } = replaceComponents([module], replacement({}), 0)
    expect(found).toBe(true)
    expect(print({ kind: 'file', body: statements })).toContain('forward_to = []')
    expect(print({ kind: 'file', body: statements })).not.toContain('max_cache_size')
  })

  it('looks in the named module only', () => {
    const only = replacement({ module: 'host_metrics' })
    expect(replaceComponents([module], only, 0).found).toBe(false)
    expect(replaceComponents([module], replacement({ module: 'cluster_metrics' }), 0).found).toBe(
      true,
    )
  })

  it('does not find what the chart closes without a comment', () => {
    const stamper = { ...relabel, untagged: true as const }
    const etcd = component('declare', 'etcd_integration', {}, [relabel])
    const instance = component('cluster_metrics', 'feature')
    expect(replaceComponents([stamper, etcd], replacement({}), 0).found).toBe(false)
    const feature = replacement({ type: 'cluster_metrics', name: 'feature' })
    expect(replaceComponents([instance, block('logging')], feature, 0).found).toBe(false)
  })

  it('finds what the user wrote if they closed it with the comment', () => {
    const plain = rawStatements('prometheus.relabel "kubelet" {\n}\n')
    const tagged = rawStatements(
      'prometheus.relabel "kubelet" {\n} // prometheus.relabel "kubelet"\n',
    )
    expect(replaceComponents(plain, replacement({}), 0).found).toBe(false)
    expect(replaceComponents(tagged, replacement({}), 0).found).toBe(true)
  })
})
