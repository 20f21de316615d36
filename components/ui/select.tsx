import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlClass } from './control'
import './select.css'

/**
 * A choice among a few fixed things. The platform's own select, so that it costs nothing and works
 * everywhere; browsers that allow it draw its list in our look. For many choices use `Combobox`.
 */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <select
      data-slot="select"
      className={cn(controlClass, 'facet-select pr-7', className)}
      {...props}
    />
  )
}
