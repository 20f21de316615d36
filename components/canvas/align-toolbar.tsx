'use client'

/** What lines blocks up, above the blocks that are selected together. */

import { useStore } from '@xyflow/react'
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  type LucideIcon,
} from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Toolbar, ToolbarItem } from '@/components/ui/toolbar'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { ARRANGEMENTS, type ArrangementId, arrangeSelection, canArrange } from './align-selection'
import { useCanvas } from './canvas-context'
import { boundsOf } from './viewport-math'

export const ARRANGEMENT_ICONS: Readonly<Record<ArrangementId, LucideIcon>> = {
  alignLeft: AlignStartVertical,
  alignCenter: AlignCenterVertical,
  alignRight: AlignEndVertical,
  alignTop: AlignStartHorizontal,
  alignMiddle: AlignCenterHorizontal,
  alignBottom: AlignEndHorizontal,
  distributeHorizontally: AlignHorizontalSpaceBetween,
  distributeVertically: AlignVerticalSpaceBetween,
}

/** Room that it needs above the blocks, and its own measures, in pixels. */
const ABOVE = 46
const HALF_WIDTH = 140

/** What it keeps clear of at the top: the switcher of views, and a bar below that. */
const SWITCHER = 50
const SWITCHER_AND_BAR = 96

export function AlignToolbar() {
  const store = useFacetStore()
  const blockIds = useFacet(({ selection }) => selection.blockIds)
  const rects = useCanvas((state) => state.rects)
  const [x, y, zoom] = useStore(({ transform }) => transform)
  const hasBar = useFacet(({ focus, path }) => focus !== null || path !== null)
  const width = useStore((flow) => flow.width)
  const canDistribute = useFacet((state) =>
    canArrange(state, { kind: 'distribute', along: 'horizontal' }),
  )
  const bounds = boundsOf(blockIds.flatMap((id) => rects.get(id) ?? []))
  if (!bounds) return null
  const center = x + (bounds.x + bounds.width / 2) * zoom
  const left = Math.max(HALF_WIDTH + 8, Math.min(center, width - HALF_WIDTH - 8))
  const top = Math.max(hasBar ? SWITCHER_AND_BAR : SWITCHER, y + bounds.y * zoom - ABOVE)
  return (
    <Toolbar label="Arrange selected blocks" className="canvas-align" style={{ left, top }}>
      {ARRANGEMENTS.map((entry) => {
        const Icon = ARRANGEMENT_ICONS[entry.id]
        return (
          <ToolbarItem key={entry.id}>
            <IconButton
              label={entry.title}
              size="sm"
              side="top"
              disabled={entry.arrangement.kind === 'distribute' && !canDistribute}
              onClick={() => arrangeSelection(store, entry)}
            >
              <Icon />
            </IconButton>
          </ToolbarItem>
        )
      })}
    </Toolbar>
  )
}
