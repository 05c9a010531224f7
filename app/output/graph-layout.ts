import { Graph, layout } from '@dagrejs/dagre'
import type { Catalog, Collector, Path } from '../queries/surface'

export interface GraphNode {
  readonly id: string
  readonly kind: 'feature' | 'collector' | 'destination'
  readonly title: string
  readonly detail: string
  /** Where a click leads: a setting, or a collector's config. */
  readonly path: Path
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
}

export const nodeSize = { width: 190, height: 54 } as const

/** Who runs where and sends whereto, as nodes and edges. */
export function graphOf(
  collectors: readonly Collector[],
  features: Catalog['features'],
  typeOf: (destination: string) => string,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const nodes = new Map<string, GraphNode>()
  const edges: GraphEdge[] = []
  for (const collector of collectors) {
    const id = `collector ${collector.name}`
    nodes.set(id, {
      id,
      kind: 'collector',
      title: collector.name,
      detail: { daemonset: 'DaemonSet', deployment: 'Deployment', statefulset: 'StatefulSet' }[
        collector.controller
      ],
      path: ['collectors', collector.name],
    })
    for (const key of collector.features) {
      const feature = features.find((one) => one.key === key)
      const from = `feature ${key}`
      nodes.set(from, {
        id: from,
        kind: 'feature',
        title: feature?.title ?? key,
        detail: [...new Set(feature?.pipelines.map(({ signal }) => signal))].join(', '),
        path: feature?.path ?? [key],
      })
      edges.push({ from, to: id })
    }
    for (const name of collector.destinations) {
      const to = `destination ${name}`
      nodes.set(to, {
        id: to,
        kind: 'destination',
        title: name,
        detail: typeOf(name),
        path: ['destinations', name],
      })
      edges.push({ from: id, to })
    }
  }
  return { nodes: [...nodes.values()], edges }
}

/** The upper left corner of each node, laid out from left to right. */
export function placeNodes(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): ReadonlyMap<string, { x: number; y: number }> {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 90, marginx: 12, marginy: 12 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize })
  for (const { from, to } of edges) graph.setEdge(from, to)
  layout(graph)
  return new Map(
    nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number }
      return [id, { x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 }]
    }),
  )
}
