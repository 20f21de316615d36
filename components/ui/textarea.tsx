import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlClass } from './control'

/** Several lines of text; it grows with what is written, up to its `max-h-…`. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      data-slot="textarea"
      className={cn(
        controlClass,
        'field-sizing-content h-auto max-h-64 min-h-16 resize-y py-1.5',
        className,
      )}
      {...props}
    />
  )
}
