'use client'

/**
 * The diagram: every block of the design as a node, every relation as a line.
 *
 * It only draws and takes gestures. What is in the design, it reads from the store; what changes
 * it, commands do. React Flow gives panning, zooming and dragging; lines are our own, because
 * they follow from sizes that are known without measuring the page.
 */

import {
  Background,
  BackgroundVariant,
  type NodeChange,
  type OnNodeDrag,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
} from '@xyflow/react'
import { useCallback, useRef } from 'react'
import type { Point } from '@/lib/document/design'
import type { BlockId } from '@/lib/schema/graph'
import { useActions, useFacetStore } from '@/lib/store/provider'
import './canvas.css'
import { CanvasProvider, useCanvas, useCanvasStore } from './canvas-context'
import { useClipboard } from './clipboard'
import { ConnectPreview } from './connect-preview'
import { DiagramContextMenu } from './context-menu'
import { CornerMap } from './corner-map'
import { useDetail } from './detail'
import { EmptyDiagram } from './empty-diagram'
import type { BlockNode } from './flow-nodes'
import { isElsewhere } from './focus'
import { GestureHint } from './gesture-view'
import { dropBlocks } from './group-drop'
import { GroupLayer } from './group-layer'
import { useDiagramKeys } from './keyboard'
import { LineLayer } from './line-layer'
import { BlockNodeView } from './node'
import { NoteLayer } from './note-layer'
import {
  AlignWhenSeveral,
  FixesWhenAsked,
  ReconnectWhenAsked,
  RelateWhenAsked,
  TipWhenDrawn,
} from './on-demand'
import { Overview } from './overview'
import { usePointer } from './pointer'
import { HiddenBar, ReadingBar } from './reading-bars'
import { SpacePan, useSpacePan } from './space-pan'
import { useTypeDropping } from './type-dragging'
import { ViewSwitcher } from './view-switcher'
import { useViewport } from './viewport'
import { MAX_ZOOM, MIN_ZOOM } from './viewport-math'
import { ZoomControls } from './zoom-controls'

interface DiagramProps {
  /** Opens the file picker; without it, the empty diagram does not offer to. */
  onOpenFiles?(): void
  /** Lets a folder be edited in place; missing where the browser cannot. */
  onOpenFolder?: (() => void) | undefined
}

/** Fills its parent. */
export function Diagram(props: DiagramProps) {
  return (
    <ReactFlowProvider>
      <CanvasProvider>
        <DiagramView {...props} />
      </CanvasProvider>
    </ReactFlowProvider>
  )
}

const NODE_TYPES = { block: BlockNodeView }
const SELECT_MORE_KEYS = ['Meta', 'Control', 'Shift']

function DiagramView({ onOpenFiles, onOpenFolder }: DiagramProps) {
  const rootRef = useRef<HTMLElement>(null)
  const nodes = useCanvas((state) => state.nodes)
  const level = useCanvas((state) => state.level)
  const isWhole = useCanvas((state) => state.isWhole)
  const isDimming = useCanvas(({ emphasis }) => emphasis.isDimming)
  const isConnecting = useCanvas(({ connecting }) => connecting !== null)
  const { setViewport } = useActions()
  const pointer = usePointer()
  const clipboard = useClipboard()
  const onKeyDown = useDiagramKeys()
  const drag = useDragging()
  const spacePan = useSpacePan()
  const typeDropping = useTypeDropping()
  useDetail()
  useViewport()

  return (
    <DiagramContextMenu>
      <section
        ref={rootRef}
        aria-label="Diagram"
        className="canvas"
        data-level={level}
        data-whole={isWhole || undefined}
        data-dimming={isDimming || undefined}
        data-connecting={isConnecting || undefined}
        onKeyDown={(event) => {
          if (isElsewhere(event)) return
          spacePan.onKeyDown(event)
          onKeyDown(event)
        }}
        {...pointer}
        {...clipboard}
        {...typeDropping}
      >
        <ReactFlow<BlockNode>
          nodes={nodes as BlockNode[]}
          nodeTypes={NODE_TYPES}
          onNodesChange={drag.onNodesChange}
          onNodeDragStop={drag.onNodeDragStop}
          onMoveEnd={(_, viewport) => setViewport(viewport)}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          nodesConnectable={false}
          selectNodesOnDrag={false}
          selectionMode={SelectionMode.Partial}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={SELECT_MORE_KEYS}
          panActivationKeyCode={null}
          deleteKeyCode={null}
          zoomOnDoubleClick={false}
          disableKeyboardA11y
          tabIndex={0}
          aria-label="Diagram canvas"
          proOptions={{ hideAttribution: true }}
        >
          <Background
            variant={BackgroundVariant.Dots}
            gap={20}
            size={1.25}
            className="canvas-dots"
          />
          <Overview />
          <GroupLayer />
          <LineLayer />
          <NoteLayer />
          <ConnectPreview />
          <Panel position="top-left" className="canvas-top nokey">
            <ViewSwitcher />
            <ReadingBar />
            <AlignWhenSeveral />
          </Panel>
          <ZoomControls />
          <HiddenBar />
        </ReactFlow>
        <CornerMap />
        {spacePan.isActive && <SpacePan />}
        <EmptyDiagram onOpenFiles={onOpenFiles} onOpenFolder={onOpenFolder} />
        <RelateWhenAsked />
        <ReconnectWhenAsked />
        <FixesWhenAsked />
        <GestureHint />
        <TipWhenDrawn within={rootRef} />
      </section>
    </DiagramContextMenu>
  )
}

/** Shows dragged blocks where the pointer has them, and puts them there in one step when let go. */
function useDragging() {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const dragged = useRef(new Map<BlockId, Point>())

  const onNodesChange = useCallback(
    (changes: NodeChange<BlockNode>[]) => {
      let selected: Set<BlockId> | null = null
      let isMoved = false
      for (const change of changes) {
        if (change.type === 'position' && change.position && change.dragging) {
          dragged.current.set(change.id, change.position)
          isMoved = true
        } else if (change.type === 'select') {
          selected ??= new Set(store.getState().selection.blockIds)
          if (change.selected) selected.add(change.id)
          else selected.delete(change.id)
        }
      }
      if (isMoved) canvas.drag(new Map(dragged.current))
      if (selected) selectBlocks(store, [...selected])
    },
    [store, canvas],
  )

  const onNodeDragStop = useCallback<OnNodeDrag<BlockNode>>(() => {
    const positions = new Map<BlockId, Point>()
    for (const [id, { x, y }] of dragged.current) {
      positions.set(id, { x: Math.round(x), y: Math.round(y) })
    }
    dragged.current.clear()
    if (positions.size > 0) dropBlocks(store, canvas, positions)
    canvas.drag(null)
  }, [store, canvas])

  return { onNodesChange, onNodeDragStop }
}

/** Selects the blocks, unless they are what is selected: then a selected field stays so. */
function selectBlocks(store: ReturnType<typeof useFacetStore>, blockIds: readonly BlockId[]) {
  const { selection, actions } = store.getState()
  const isSame =
    blockIds.length === selection.blockIds.length &&
    blockIds.every((id) => selection.blockIds.includes(id))
  if (!isSame) actions.select({ blockIds })
}
