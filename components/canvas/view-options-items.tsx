'use client'

import type { ReactElement } from 'react'
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

export function ViewOptionsItems({ trigger }: { readonly trigger: ReactElement }) {
  const store = useFacetStore()
  const detail = useFacet(({ document }) => document.diagram.detail)
  const nameMode = useFacet(({ document }) => document.diagram.nameMode)
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
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
