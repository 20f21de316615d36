'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'

interface InspectorHeaderProps {
  isOpen: boolean
  onToggle(): void
}

export function InspectorHeader({ isOpen, onToggle }: InspectorHeaderProps) {
  return (
    <div className="flex h-8 shrink-0 items-center justify-between pr-1 pl-3">
      <h2 className="font-medium text-muted text-sm">Inspector</h2>
      <IconButton
        label={isOpen ? 'Hide inspector' : 'Show inspector'}
        size="sm"
        side="right"
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {isOpen ? <ChevronDown /> : <ChevronUp />}
      </IconButton>
    </div>
  )
}
