'use client'

import { SlidersHorizontal } from 'lucide-react'
import { MENUS } from '@/components/menus/menu-chunk'
import { LateDropdownMenu } from '@/components/ui/late-menu'
import { useFacet } from '@/lib/store/provider'

/** How much of each block is drawn, and what blocks and fields are called. */
export function ViewOptions() {
  const detail = useFacet(({ document }) => document.diagram.detail)
  const nameMode = useFacet(({ document }) => document.diagram.nameMode)
  return (
    <LateDropdownMenu
      late={MENUS}
      render={({ ViewOptionsItems }, trigger) => <ViewOptionsItems trigger={trigger} />}
    >
      <button
        type="button"
        className="canvas-view-options"
        aria-label="View options"
        title="View options"
        // Whoever looks at fewer rows or other names than there are should be able to tell why.
        data-changed={detail !== 'auto' || nameMode !== 'model' || undefined}
      >
        <SlidersHorizontal />
      </button>
    </LateDropdownMenu>
  )
}
