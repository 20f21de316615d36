'use client'

import { Fragment, useMemo } from 'react'
import { cn } from '@/components/ui/cn'
import { type LinePair, pairLines } from '@/lib/text/line-diff'
import { normalizeText } from '@/lib/text/line-endings'

interface SideBySideProps {
  /** `null` for a file that one side has not. */
  mine: string | null
  theirs: string | null
}

/** Equal lines shown on either side of a difference. */
const CONTEXT = 3

type Row = LinePair | { readonly skipped: number }

/** Two versions of a file beside one another, in what differs and a little around it. */
export function SideBySide({ mine, theirs }: SideBySideProps) {
  const rows = useMemo(() => withoutFarLines(pairLines(plain(mine), plain(theirs))), [mine, theirs])
  return (
    <section
      aria-label="Both versions"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: A scroller must be reachable by keyboard.
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto rounded-md border font-mono text-sm"
    >
      <table className="w-full table-fixed border-collapse">
        <thead className="sticky top-0 bg-raised font-sans">
          <tr className="border-b text-left">
            <th className="border-r px-2 py-1 font-medium">Your version</th>
            <th className="px-2 py-1 font-medium">In the folder</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: The rows of one comparison never move.
            <tr key={index}>
              {'skipped' in row ? (
                <td colSpan={2} className="bg-sunken px-2 py-0.5 text-center text-faint">
                  {row.skipped} equal lines
                </td>
              ) : (
                <Fragment>
                  <Cell text={row.left} isSame={row.isSame} side="left" />
                  <Cell text={row.right} isSame={row.isSame} side="right" />
                </Fragment>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({
  text,
  isSame,
  side,
}: {
  text: string | null
  isSame: boolean
  side: 'left' | 'right'
}) {
  return (
    <td
      className={cn(
        'px-2 align-top break-words whitespace-pre-wrap',
        side === 'left' && 'border-r',
        !isSame && text !== null && (side === 'left' ? 'bg-accent-subtle' : 'bg-warning-subtle'),
        text === null && 'bg-sunken',
      )}
    >
      {text === '' ? ' ' : text}
    </td>
  )
}

function plain(text: string | null): string {
  return text === null ? '' : normalizeText(text).text
}

function withoutFarLines(pairs: readonly LinePair[]): Row[] {
  const isNear = pairs.map((_, index) =>
    pairs.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ isSame }) => !isSame),
  )
  const rows: Row[] = []
  let skipped = 0
  const skip = () => {
    if (skipped > 0) rows.push({ skipped })
    skipped = 0
  }
  for (const [index, pair] of pairs.entries()) {
    if (isNear[index]) {
      skip()
      rows.push(pair)
    } else skipped++
  }
  skip()
  return rows
}
