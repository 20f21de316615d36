'use client'

import * as TooltipPrimitive from 'radix-ui/tooltip'
import { type FocusEvent, type PointerEvent, type ReactElement, useState } from 'react'
import { cn } from './cn'
import { Kbd } from './kbd'
import type { TooltipOptions } from './tooltip'

/** Time in ms the pointer rests on a thing before its tooltip shows. */
const DELAY = 400
/** For so long after one tooltip has gone, in ms, its neighbours show at once. */
const SKIP_DELAY = 300

/** When the last tooltip went, in ms of the page's clock. */
let lastShown = Number.NEGATIVE_INFINITY

export function TooltipPart({
  trigger,
  content,
  shortcut,
  side = 'bottom',
  align,
  className,
}: TooltipOptions & { trigger: ReactElement }) {
  const [isOpen, setOpen] = useState(false)
  const setShown = (isShown: boolean) => {
    if (isOpen && !isShown) lastShown = performance.now()
    setOpen(isShown)
  }
  // Radix knows of the others only under one provider, which would have to be above the whole page.
  const showAfterAnother = (event: PointerEvent) => {
    if (event.pointerType !== 'touch' && performance.now() - lastShown < SKIP_DELAY) setOpen(true)
  }
  return (
    <TooltipPrimitive.Provider delayDuration={DELAY} skipDelayDuration={0}>
      <TooltipPrimitive.Root open={isOpen} onOpenChange={setShown}>
        <TooltipPrimitive.Trigger
          asChild
          onFocus={openOnlyForKeyboard}
          onPointerEnter={showAfterAnother}
        >
          {trigger}
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
    </TooltipPrimitive.Provider>
  )
}

/** A menu closed with the mouse gives its button the focus back; no tooltip should pop up then. */
function openOnlyForKeyboard(event: FocusEvent<HTMLElement>) {
  if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
}
