import type { ComponentProps } from 'react'
import { cn } from './cn'

/** The visible name of a control, tied to it by `htmlFor`. */
export function Label({ className, ...props }: ComponentProps<'label'>) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: The caller ties it with htmlFor.
    <label
      data-slot="label"
      className={cn('select-none text-sm font-medium text-muted', className)}
      {...props}
    />
  )
}
