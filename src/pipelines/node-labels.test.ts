import { describe, expect, it } from 'vitest'
import { defaultOf } from '../values/options'
import { hasNamespaceRegex } from './namespaces'
import { type NodeLabels, nodeLabelOptions, nodeLabelRules, wantsNodeMetadata } from './node-labels'
import { selectorTerms } from './selectors'

const none = defaultOf(nodeLabelOptions) as NodeLabels

describe('node labels', () => {
  it('asks for no node metadata until a label is wanted', () => {
    expect(wantsNodeMetadata(none)).toBe(false)
    expect(wantsNodeMetadata({ ...none, instanceType: true })).toBe(true)
  })

  it('makes one rule for each label that is wanted', () => {
    expect(nodeLabelRules(none)).toEqual([])
    expect(nodeLabelRules({ ...none, region: true, nodeOS: true })).toHaveLength(2)
  })
})

describe('selectorTerms', () => {
  it('sorts by key and turns lists into sets', () => {
    expect(selectorTerms({ tier: ['a', 'b'], app: 'shop' })).toEqual(['app=shop', 'tier in (a,b)'])
  })

  it('shows a value that is no text as Go does', () => {
    expect(selectorTerms({ on: true, count: 3 })).toEqual([
      'count=%!s(float64=3)',
      'on=%!s(bool=true)',
    ])
  })
})

describe('hasNamespaceRegex', () => {
  it('takes valid names for names and all else for regular expressions', () => {
    expect(hasNamespaceRegex(['kube-system', 'a'])).toBe(false)
    expect(hasNamespaceRegex(['team-.*'])).toBe(true)
    expect(hasNamespaceRegex(['-dev'])).toBe(true)
    expect(hasNamespaceRegex(['a'.repeat(64)])).toBe(true)
  })
})
