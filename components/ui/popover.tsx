'use client'

import * as PopoverPrimitive from 'radix-ui/popover'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export const Popover = PopoverPrimitive.Root
export const PopoverTrigger = PopoverPrimitive.Trigger
export const PopoverAnchor = PopoverPrimitive.Anchor
export const PopoverClose = PopoverPrimitive.Close

/** A small surface beside what it is about. Give it an `aria-label` or `aria-labelledby`. */
export function PopoverContent({
  className,
  ...props
}: ComponentProps<typeof PopoverPrimitive.Content>) {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        data-slot="popover"
        sideOffset={6}
        align="start"
        collisionPadding={8}
        className={cn(
          'z-60 flex max-h-(--radix-popover-content-available-height) w-72 flex-col overflow-y-auto',
          'rounded-lg border bg-raised p-3 shadow-popover outline-hidden',
          'origin-(--radix-popover-content-transform-origin) animate-appear data-[state=closed]:animate-vanish',
          className,
        )}
        {...props}
      />
    </PopoverPrimitive.Portal>
  )
}
