'use client'

import type { ReactNode } from 'react'
import { latePart } from './late-part'
import { LateTrigger } from './late-trigger'

/** What shows tooltips. It comes after the first paint; nobody needs one before. */
export const TOOLTIPS = latePart(() => import('./tooltip-part').then((part) => part.TooltipPart))

export interface TooltipOptions {
  content: ReactNode
  shortcut?: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  align?: 'start' | 'center' | 'end'
  className?: string
}

interface TooltipProps extends TooltipOptions {
  /** The element that the tooltip explains; it must take a ref and event handlers. */
  children: ReactNode
}

/** A short explanation on hover and on keyboard focus. Never the only place a thing is said. */
export function Tooltip({ children, ...options }: TooltipProps) {
  return (
    <LateTrigger
      late={TOOLTIPS}
      render={(TooltipPart, trigger) => <TooltipPart trigger={trigger} {...options} />}
    >
      {children}
    </LateTrigger>
  )
}
