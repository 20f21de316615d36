'use client'

import * as TooltipPrimitive from 'radix-ui/tooltip'
import type { ComponentProps, FocusEvent, ReactNode } from 'react'
import { cn } from './cn'
import { Kbd } from './kbd'

/** Time in ms the pointer rests on a thing before its tooltip shows. */
const DELAY = 400

/** Put once around the app: after one tooltip has shown, its neighbours show at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <TooltipPrimitive.Provider delayDuration={DELAY} skipDelayDuration={300}>
      {children}
    </TooltipPrimitive.Provider>
  )
}

interface TooltipProps {
  /** The element that the tooltip explains; it must take a ref and event handlers. */
  children: ReactNode
  content: ReactNode
  shortcut?: string
  side?: ComponentProps<typeof TooltipPrimitive.Content>['side']
  align?: ComponentProps<typeof TooltipPrimitive.Content>['align']
  className?: string
}

/** A short explanation on hover and on keyboard focus. Never the only place a thing is said. */
export function Tooltip({
  children,
  content,
  shortcut,
  side = 'bottom',
  align,
  className,
}: TooltipProps) {
  return (
    <TooltipPrimitive.Root>
      <TooltipPrimitive.Trigger asChild onFocus={openOnlyForKeyboard}>
        {children}
      </TooltipPrimitive.Trigger>
      <TooltipPrimitive.Portal>
        <TooltipPrimitive.Content
          data-slot="tooltip"
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            'z-50 flex max-w-72 items-center gap-2 rounded-md border bg-raised px-2 py-1 text-sm text-fg shadow-popover wrap-anywhere',
            'animate-appear data-[state=closed]:animate-vanish',
            className,
          )}
        >
          {content}
          {shortcut ? <Kbd shortcut={shortcut} className="-mr-0.5" /> : null}
        </TooltipPrimitive.Content>
      </TooltipPrimitive.Portal>
    </TooltipPrimitive.Root>
  )
}

/** A menu closed with the mouse gives its button the focus back; no tooltip should pop up then. */
function openOnlyForKeyboard(event: FocusEvent<HTMLElement>) {
  if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
}
