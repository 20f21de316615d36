import { cn } from './cn'

interface SeparatorProps {
  orientation?: 'horizontal' | 'vertical'
  className?: string
}

/** A hairline between things that already read as apart; decorative, so not announced. */
export function Separator({ orientation = 'horizontal', className }: SeparatorProps) {
  return (
    <div
      data-slot="separator"
      aria-hidden="true"
      className={cn(
        'shrink-0 bg-border',
        orientation === 'horizontal' ? 'h-px w-full' : 'mx-1 h-4.5 w-px self-center',
        className,
      )}
    />
  )
}
