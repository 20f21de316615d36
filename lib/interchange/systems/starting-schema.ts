/** What a new design for a system starts with: its datasource and a generator, no models. */

import type { PrismaMajor, System } from './systems'

/**
 * For Supabase and Prisma 6,
 *
 * ```prisma
 * generator client {
 *   provider = "prisma-client-js"
 * }
 *
 * datasource db {
 *   provider  = "postgresql"
 *   url       = env("DATABASE_URL")
 *   directUrl = env("DIRECT_URL")
 * }
 * ```
 *
 * Prisma 7 has the generator `prisma-client`, which must be told where to write, and takes
 * connection strings from `prisma.config.ts` (Prisma's "Upgrade to Prisma ORM 7").
 */
export function startingSchema(system: System, version: PrismaMajor): string {
  const generator: Setting[] =
    version === 7
      ? [
          ['provider', '"prisma-client"'],
          ['output', '"../generated/prisma"'],
        ]
      : [['provider', '"prisma-client-js"']]
  return [
    settingsBlock('generator client', generator),
    settingsBlock('datasource db', datasourceSettings(system, version)),
  ].join('\n')
}

export type Setting = readonly [name: string, value: string]

/** What the datasource of a system says, in Prisma's usual order. */
export function datasourceSettings(system: System, version: PrismaMajor): Setting[] {
  return [
    ['provider', `"${system.provider}"`],
    ...(version === 6 ? connectionSettings(system) : []),
    ...(system.relationMode ? [['relationMode', `"${system.relationMode}"`] as const] : []),
  ]
}

/** The connection strings as Prisma 6 has them in the datasource. */
export function connectionSettings(system: System): Setting[] {
  return [
    ['url', 'env("DATABASE_URL")'],
    ...(system.hasDirectUrl ? [['directUrl', 'env("DIRECT_URL")'] as const] : []),
  ]
}

function settingsBlock(header: string, settings: readonly Setting[]): string {
  const width = Math.max(...settings.map(([name]) => name.length))
  const lines = settings.map(([name, value]) => `  ${name.padEnd(width)} = ${value}\n`)
  return `${header} {\n${lines.join('')}}\n`
}
