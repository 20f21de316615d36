/** Rules about the warnings above a migration. */

import type { Oracle } from '../pairs'

/** Without those about external tables. */
export function externalTableWarnings(
  warnings: readonly string[],
  { origin }: Oracle,
): readonly string[] {
  return warnings.filter(
    (text) => !origin.externalTables.some((table) => text.includes(`\`${table}\` table`)),
  )
}

/** Prisma writes a header above a migration like these, and there is none. */
const WITHOUT_HEADER: ReadonlySet<string> = new Set(['step/postgresql/umami-software__umami__3'])

export function isHeaderRemoved({ label }: Oracle): boolean {
  return WITHOUT_HEADER.has(label)
}
