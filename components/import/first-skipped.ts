import type { Skipped } from '@/lib/interchange/sql/ddl'

/** More than anyone reads; a dump with data has one for each INSERT. */
const MOST = 500
/** In UTF-16 code units. */
const SHOWN = 200

/** As much of what was passed over as is shown. */
export function firstSkipped(skipped: readonly Skipped[]): {
  readonly skipped: readonly Skipped[]
  readonly skippedCount: number
} {
  const first = skipped
    .slice(0, MOST)
    .map(({ line, reason, text }) => ({ line, reason, text: text.slice(0, SHOWN) }))
  return { skipped: first, skippedCount: skipped.length }
}
