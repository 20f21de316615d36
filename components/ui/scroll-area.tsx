import type { ComponentProps } from 'react'
import { cn } from './cn'

interface ScrollAreaProps extends ComponentProps<'section'> {
  /** The name of the region; it is focusable, so that the arrow keys can scroll it. */
  label: string
}

/** A named part of the page that scrolls on its own, with the platform's thin scrollbar. */
export function ScrollArea({ label, className, ...props }: ScrollAreaProps) {
  return (
    <section
      data-slot="scroll-area"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: A scroller must be reachable by keyboard.
      tabIndex={0}
      className={cn(
        'min-h-0 overflow-auto overscroll-contain focus-visible:-outline-offset-2',
        className,
      )}
      {...props}
    />
  )
}
