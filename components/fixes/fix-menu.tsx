'use client'

import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { Finding } from '@/lib/lint/rule'
import type { Diagnostic } from '@/lib/store/state'
import { FixItems } from './fix-items'

/** A button that opens what can be done about a problem or a hint. */
export function FixMenu({
  finding,
  className,
}: {
  readonly finding: Diagnostic | Finding
  readonly className?: string
}) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Fix… ${finding.message}`}
          className={cn('h-7 shrink-0 px-2 text-muted', className)}
        >
          Fix…
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" aria-label="Fixes" className="max-w-100">
        <FixItems finding={finding} Item={DropdownMenuItem} />
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
