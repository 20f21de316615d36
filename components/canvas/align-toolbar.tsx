'use client'

/** What lines blocks up that are selected together. It has a place of its own, so that it never covers them. */

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
import { ARRANGEMENTS, type ArrangementId, canArrange } from './align-selection'
import { arrangeSelection } from './arrange-selection'

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

export function AlignToolbar() {
  const store = useFacetStore()
  const canDistribute = useFacet((state) =>
    canArrange(state, { kind: 'distribute', along: 'horizontal' }),
  )
  return (
    <Toolbar label="Arrange selected blocks" className="canvas-align">
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
