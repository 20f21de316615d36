'use client'

import { SlidersHorizontal } from 'lucide-react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { DetailLevel, NameMode } from '@/lib/document/diagram'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { DETAIL_LEVELS, NAME_MODES, setDetail, setNameMode } from './reading'

/** How much of each block is drawn, and what blocks and fields are called. */
export function ViewOptions() {
  const store = useFacetStore()
  const detail = useFacet(({ document }) => document.diagram.detail)
  const nameMode = useFacet(({ document }) => document.diagram.nameMode)
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
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
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" aria-label="View options" className="nokey min-w-52">
        <DropdownMenuLabel>Detail</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          aria-label="Detail"
          value={detail}
          onValueChange={(value) => setDetail(store, value as DetailLevel)}
        >
          {DETAIL_LEVELS.map(([level, label]) => (
            <DropdownMenuRadioItem key={level} value={level}>
              {label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>Names</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          aria-label="Names"
          value={nameMode}
          onValueChange={(value) => setNameMode(store, value as NameMode)}
        >
          {NAME_MODES.map(([mode, label]) => (
            <DropdownMenuRadioItem key={mode} value={mode}>
              {label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
