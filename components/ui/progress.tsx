import { cn } from './cn'

interface ProgressProps {
  /** What is being done, for assistive technology. */
  label: string
  /** Done so far, 0 to 1; leave it out when that is not known. */
  value?: number
  className?: string
}

/** How far a long task is. Put words, and a way to cancel, beside it. */
export function Progress({ label, value, className }: ProgressProps) {
  const percent =
    value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      data-slot="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cn('h-1 w-full overflow-hidden rounded-full bg-pressed', className)}
    >
      <div
        className={cn(
          'h-full rounded-full bg-accent',
          percent === undefined
            ? 'w-1/3 animate-sweep motion-reduce:w-full motion-reduce:animate-none motion-reduce:opacity-50'
            : 'transition-[width]',
        )}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  )
}
