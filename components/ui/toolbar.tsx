'use client'

import * as ToolbarPrimitive from 'radix-ui/toolbar'
import type { ComponentProps } from 'react'
import { cn } from './cn'

interface ToolbarProps extends ComponentProps<typeof ToolbarPrimitive.Root> {
  /** The toolbar's accessible name. */
  label: string
}

/** A row of buttons that is one stop for the Tab key; the arrow keys move within it. */
export function Toolbar({ label, className, ...props }: ToolbarProps) {
  return (
    <ToolbarPrimitive.Root
      data-slot="toolbar"
      aria-label={label}
      className={cn('flex items-center gap-0.5', className)}
      {...props}
    />
  )
}

/** Makes its single child (a `Button` or an `IconButton`) a stop for the arrow keys. */
export function ToolbarItem({ children }: Pick<ComponentProps<'button'>, 'children'>) {
  return <ToolbarPrimitive.Button asChild>{children}</ToolbarPrimitive.Button>
}

/** Buttons that belong together, in a frame of their own. */
export function ToolbarGroup({
  label,
  className,
  ...props
}: ComponentProps<'fieldset'> & { label: string }) {
  return (
    <fieldset
      data-slot="toolbar-group"
      aria-label={label}
      className={cn('flex min-w-0 items-center gap-0.5', className)}
      {...props}
    />
  )
}
