/** How long a name in the database can be, in bytes. Source: the limits in Prisma's connectors. */

const LONGEST: Readonly<Record<string, number>> = { mysql: 64, sqlserver: 128 }

/** What most databases have. */
const USUAL = 63

export function longestName(provider: string | null): number {
  return LONGEST[provider ?? ''] ?? USUAL
}
