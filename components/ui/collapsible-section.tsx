'use client'

import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cn } from './cn'

interface CollapsibleSectionProps {
  title: string
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
  /** A few words on what is inside, shown beside the title: a count, a name. */
  summary?: ReactNode
  /** Buttons at the end of the title's line. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** A part of a panel that folds under its title. What is folded is not on the page. */
export function CollapsibleSection({
  title,
  isOpen,
  onOpenChange,
  summary,
  actions,
  className,
  children,
}: CollapsibleSectionProps) {
  const id = useId()
  return (
    <section data-slot="collapsible-section" aria-labelledby={`${id}-title`} className={className}>
      <div className="flex min-h-7 items-center gap-1">
        <h3 className="min-w-0 flex-1 text-sm">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? `${id}-body` : undefined}
            className="-ml-1 flex h-7 w-full items-center gap-1 rounded-sm px-1 text-left font-medium text-fg hover:bg-hover focus-visible:-outline-offset-2"
            onClick={() => onOpenChange(!isOpen)}
          >
            <ChevronRight
              className={cn(
                'size-3.5 shrink-0 text-faint transition-transform',
                isOpen && 'rotate-90',
              )}
            />
            <span id={`${id}-title`} className="shrink-0">
              {title}
            </span>
            {summary ? (
              <span className="min-w-0 truncate pl-1 font-normal text-faint">{summary}</span>
            ) : null}
          </button>
        </h3>
        {actions}
      </div>
      {isOpen ? (
        <div id={`${id}-body`} className="flex flex-col gap-2.5 pt-1 pb-1.5">
          {children}
        </div>
      ) : null}
    </section>
  )
}
