'use client'

/** What a block says of rows that are not drawn, and the way to fold and unfold it. */

import { ChevronDown, ChevronRight } from 'lucide-react'
import type { NodeShape } from '@/lib/layout/node-shape'
import type { BlockId } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { toggleCollapse } from './reading'

/** In the header of a block that is selected or under the pointer. */
export function CollapseButton({ id }: { readonly id: BlockId }) {
  const store = useFacetStore()
  const isCollapsed = useFacet(({ document }) => document.diagram.collapsed.has(id))
  // With names only, there is nothing to fold.
  const isFlat = useFacet(({ document }) => document.diagram.detail === 'names')
  if (isFlat) return null
  return (
    <button
      type="button"
      className="canvas-fold nodrag nopan"
      aria-label={isCollapsed ? 'Expand' : 'Collapse'}
      aria-expanded={!isCollapsed}
      // By keyboard there is a key of its own; Tab goes on to the rows.
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation()
        toggleCollapse(store, [id])
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        // The block would take these for itself.
        if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
      }}
    >
      {isCollapsed ? <ChevronRight /> : <ChevronDown />}
    </button>
  )
}

/** The row below the last: "+12 fields". */
export function LeftOut({ shape }: { readonly shape: NodeShape }) {
  const { block, leftOut } = shape
  const word = block.kind === 'enum' ? 'value' : 'field'
  return (
    <p className="canvas-left-out">
      +{leftOut} {leftOut === 1 ? word : `${word}s`}
    </p>
  )
}
