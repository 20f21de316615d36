'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'

interface OverlayPaneProps {
  side: 'left' | 'right'
  /** What the pane holds: "Explorer". */
  label: string
  onClose(): void
  children: ReactNode
}

/** A pane in a window that has no room beside the diagram: it lies over it. Escape closes it. */
export function OverlayPane({ side, label, onClose, children }: OverlayPaneProps) {
  return (
    <>
      <div aria-hidden="true" className="absolute inset-0 z-20 bg-backdrop" onClick={onClose} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is an addition to its button. */}
      <div
        className={cn(
          'absolute inset-y-0 z-20 flex animate-appear flex-col bg-surface shadow-dialog',
          side === 'left'
            ? 'left-0 w-[min(20rem,88%)] border-r'
            : 'right-0 w-[min(36rem,100%)] border-l',
        )}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) onClose()
        }}
      >
        <div className="flex h-9 shrink-0 items-center justify-between border-b pr-1 pl-3">
          <p className="font-medium">{label}</p>
          <IconButton label={`Close ${label.toLowerCase()}`} size="sm" onClick={onClose}>
            <X />
          </IconButton>
        </div>
        {children}
      </div>
    </>
  )
}
