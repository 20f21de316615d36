'use client'

import { Check, Minus } from 'lucide-react'
import * as CheckboxPrimitive from 'radix-ui/checkbox'
import type { ComponentProps } from 'react'
import { cn } from './cn'

/** Chosen or not, or `indeterminate` for some of several. Give it a `Label` or an `aria-label`. */
export function Checkbox({ className, ...props }: ComponentProps<typeof CheckboxPrimitive.Root>) {
  return (
    <CheckboxPrimitive.Root
      data-slot="checkbox"
      className={cn(
        // The pressable area reaches past the box to the 24 px that a finger needs.
        'group relative inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-border-strong bg-surface transition-colors after:absolute after:-inset-1.5',
        'disabled:opacity-45 aria-invalid:border-danger',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-accent-text',
        'data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent data-[state=indeterminate]:text-accent-text',
        className,
      )}
      {...props}
    >
      <CheckboxPrimitive.Indicator>
        <Minus className="hidden size-3 stroke-3 group-data-[state=indeterminate]:block" />
        <Check className="size-3 stroke-3 group-data-[state=indeterminate]:hidden" />
      </CheckboxPrimitive.Indicator>
    </CheckboxPrimitive.Root>
  )
}
