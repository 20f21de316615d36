import { LoaderCircle } from 'lucide-react'
import { cn } from './cn'

/** Something is happening. Decorative: say what is happening in words beside it. */
export function Spinner({ className }: { className?: string }) {
  return (
    <LoaderCircle
      data-slot="spinner"
      className={cn('animate-spin text-current motion-reduce:animate-none', className)}
    />
  )
}
