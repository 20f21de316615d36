'use client'

import * as SwitchPrimitive from 'radix-ui/switch'
import type { ComponentProps } from 'react'
import { cn } from './cn'

/** On or off, at once. It must have a `Label` or an `aria-label`. */
export function Switch({ className, ...props }: ComponentProps<typeof SwitchPrimitive.Root>) {
  return (
    <SwitchPrimitive.Root
      data-slot="switch"
      className={cn(
        'inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-border-strong bg-sunken p-px transition-colors',
        'disabled:opacity-45 data-[state=checked]:border-accent data-[state=checked]:bg-accent',
        className,
      )}
      {...props}
    >
      <SwitchPrimitive.Thumb className="block size-3.5 rounded-full bg-border-strong transition-[translate,background-color] data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-accent-text" />
    </SwitchPrimitive.Root>
  )
}
