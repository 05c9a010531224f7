import '@xyflow/react/dist/base.css'
import { useComputedColorScheme } from '@mantine/core'
import {
  Background,
  Controls,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react'
import { useMemo } from 'react'
import { valueAt } from '../../src/index'
import { useCatalog, useOutput } from '../queries/output'
import { useView } from '../store/view'
import style from './graph.module.css'
import { type GraphNode, graphOf, nodeSize, placeNodes } from './graph-layout'

type BoxNode = Node<{ node: GraphNode }, 'box'>

const nodeTypes = { box: Box }

/** Features, the collectors that run them, and where their data goes. */
export function GraphPanel() {
  const { collectors, values } = useOutput()
  const { features, destinations } = useCatalog()
  const jump = useView((state) => state.jump)
  const show = useView((state) => state.show)
  const scheme = useComputedColorScheme('light')
  const { nodes, edges } = useMemo(() => {
    const graph = graphOf(collectors, features, (name) => {
      const type = valueAt(values, ['destinations', name, 'type'])
      return destinations.find((unit) => unit.type === type)?.title ?? ''
    })
    const places = placeNodes(graph.nodes, graph.edges)
    return {
      nodes: graph.nodes.map(
        (node): BoxNode => ({
          id: node.id,
          type: 'box',
          position: places.get(node.id) ?? { x: 0, y: 0 },
          data: { node },
          ariaLabel: `${node.title}, ${node.detail}`,
          ...nodeSize,
        }),
      ),
      edges: graph.edges.map(
        ({ from, to }): Edge => ({
          id: `${from} to ${to}`,
          source: from,
          target: to,
          focusable: false,
        }),
      ),
    }
  }, [collectors, features, destinations, values])
  function open({ kind, title, path }: GraphNode): void {
    if (kind === 'collector') show({ config: title })
    else jump(path)
  }
  if (nodes.length === 0)
    return (
      <div className={style.empty}>
        <strong>Nothing to draw yet</strong>
        <span>Switch a feature on and add a destination.</span>
      </div>
    )
  return (
    <div className={style.graph}>
      <ReactFlow
        // A new shape is fitted anew; a changed label is not.
        key={`${nodes.length} ${edges.length}`}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        colorMode={scheme}
        fitView
        minZoom={0.2}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        onNodeClick={(_, node) => open(node.data.node)}
        aria-label="Features, collectors and destinations"
      >
        <Background gap={20} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}

function Box({ data: { node } }: NodeProps<BoxNode>) {
  return (
    <div className={style.box} data-kind={node.kind}>
      {node.kind !== 'feature' && <Handle type="target" position={Position.Left} />}
      <strong>{node.title}</strong>
      <span>{node.detail}</span>
      {node.kind !== 'destination' && <Handle type="source" position={Position.Right} />}
    </div>
  )
}
