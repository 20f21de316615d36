import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlClass } from './control'

/** One line of text. It must have a `Label`, a `Field` around it, or an `aria-label`. */
export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input data-slot="input" type={type} className={cn(controlClass, className)} {...props} />
}
