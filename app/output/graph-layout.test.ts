import { describe, expect, it } from 'vitest'
import type { Collector } from '../queries/surface'
import { graphOf, placeNodes } from './graph-layout'

const collector = (name: string, features: string[], destinations: string[]): Collector => ({
  name,
  objectName: name,
  controller: 'daemonset',
  replicas: 1,
  presets: [],
  features,
  destinations,
  ports: [],
  privileges: [],
  reasons: [],
})

describe('the graph', () => {
  const { nodes, edges } = graphOf(
    [collector('one', ['a', 'b'], ['loki']), collector('two', ['c'], ['loki', 'metrics'])],
    [],
    () => 'kind',
  )

  it('draws a destination of several collectors once', () => {
    expect(nodes.filter(({ title }) => title === 'loki')).toHaveLength(1)
    expect(edges.filter(({ to }) => to === 'destination loki')).toHaveLength(2)
  })

  it('reads from left to right: features, collectors, destinations', () => {
    const places = placeNodes(nodes, edges)
    for (const { from, to } of edges)
      expect(places.get(from)?.x).toBeLessThan(places.get(to)?.x ?? 0)
  })
})
