'use client'

import type { ReactNode } from 'react'
import { CollapsibleSection } from '@/components/ui/collapsible-section'
import { useSectionOpen } from './folded-sections'

interface PanelSectionProps {
  /** Under which it is remembered whether it is folded: "keys". Panels may share one. */
  name: string
  title: string
  summary?: ReactNode
  actions?: ReactNode
  /** Open by default. */
  isOpenAtFirst?: boolean
  children: ReactNode
}

/** A section of a panel; whether it is folded is remembered. */
export function PanelSection({ name, isOpenAtFirst = true, ...props }: PanelSectionProps) {
  const [isOpen, setOpen] = useSectionOpen(name, isOpenAtFirst)
  return (
    <CollapsibleSection
      {...props}
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="-mx-3 border-t px-3 pt-1"
    />
  )
}
