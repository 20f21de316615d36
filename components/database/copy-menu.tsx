'use client'

import { Copy } from 'lucide-react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { StatementResult } from '@/lib/engines/database/shared'
import { type ResultFormat, resultText } from './result-text'
import { useCopy } from './use-copy'

const FORMATS: readonly (readonly [ResultFormat, string])[] = [
  ['tsv', 'Copy for a spreadsheet (TSV)'],
  ['csv', 'Copy as CSV'],
  ['json', 'Copy as JSON'],
]

/** The rows that are shown, as text. */
export function CopyMenu({ result }: { result: StatementResult }) {
  const copy = useCopy()
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="Copy rows" size="sm">
          <Copy />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {FORMATS.map(([format, label]) => (
          <DropdownMenuItem
            key={format}
            onSelect={() => {
              const count = result.rows.length.toLocaleString('en')
              void copy(resultText(result, format), `${count} rows copied`)
            }}
          >
            {label}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
