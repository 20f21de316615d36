'use client'

import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useFacet } from '@/lib/store/provider'
import { useCanvas } from './canvas-context'
import { type CanvasState, lineById } from './canvas-store'
import { useEditing } from './editing-chunk'
import type { Line } from './lines'

/** All lines, in one drawing beneath the blocks. */
export function LineLayer() {
  const ids = useCanvas(useShallow(drawnLines))
  const useIds = useCanvas(useShallow(({ uses }: CanvasState) => [...uses.keys()]))
  return (
    <ViewportPortal>
      <svg className="canvas-lines" role="presentation">
        {ids.map((id) => (
          <LineView key={id} id={id} />
        ))}
        {useIds.map((id) => (
          <UseView key={id} id={id} />
        ))}
      </svg>
    </ViewportPortal>
  )
}

/** The lines worth having in the page: in a large schema, those near, and those that stand out. */
function drawnLines({ lines, isWhole, level, nearLines, emphasis }: CanvasState): string[] {
  if (isWhole) return [...lines.keys()]
  if (level === 'far') return []
  return [...lines.keys()].filter((id) => nearLines.has(id) || emphasis.links.has(id))
}

const LineView = memo(function LineView({ id }: { readonly id: string }) {
  const line = useCanvas((state) => lineById(state, id))
  const isLit = useCanvas(({ emphasis }) => emphasis.links.has(id))
  const isSelected = useFacet(({ selection }) => selection.relationId === id)
  if (!line) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: A button cannot stand in a drawing.
    <g
      className="canvas-line"
      data-link={id}
      data-lit={isLit || undefined}
      data-selected={isSelected || undefined}
      role="button"
      tabIndex={isSelected || isLit ? 0 : -1}
      aria-label={line.link.label}
      aria-pressed={isSelected}
    >
      <path className="canvas-line-hit" d={line.path} />
      <path className="canvas-line-path" d={line.path} />
      <path className="canvas-line-ends" d={line.ends} />
      {isSelected && <LineHandles line={line} />}
    </g>
  )
})

function LineHandles({ line }: { readonly line: Line }) {
  const editing = useEditing()
  return editing && <editing.LineHandles line={line} />
}

const UseView = memo(function UseView({ id }: { readonly id: string }) {
  const path = useCanvas((state) => state.uses.get(id)?.path)
  const isLit = useCanvas(({ emphasis }) => emphasis.links.has(id))
  return <path className="canvas-use" data-lit={isLit || undefined} d={path} />
})
