import type { ReactNode } from 'react'
import { cn } from './cn'

interface EmptyStateProps {
  icon?: ReactNode
  /** What is the case: "No problems". */
  title: string
  /** What would be here, or what to do next. */
  description?: ReactNode
  /** Buttons. */
  actions?: ReactNode
  className?: string
}

/** What a pane says when it has nothing to show. */
export function EmptyState({ icon, title, description, actions, className }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn(
        'flex h-full flex-col items-center justify-center gap-1 p-6 text-center',
        className,
      )}
    >
      {icon ? <div className="mb-2 text-faint [&>.lucide]:size-5">{icon}</div> : null}
      <p className="font-medium">{title}</p>
      {description ? <p className="max-w-80 text-pretty text-muted">{description}</p> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
