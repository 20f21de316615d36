/** `prisma.config.ts`: where Prisma's commands find the schema, the migrations and the database. */

import type { PrismaMajor, System } from './systems'

/**
 * With Prisma 7 it has the connection string. There is no `directUrl` any more: the commands
 * connect with the one string that stands here, so it is the direct one where a system has two,
 * and the app hands the pooled one to its driver adapter (types of `@prisma/config` 7.10; Prisma's
 * "PostgreSQL" page for version 7). With Prisma 6 the strings stay in the schema.
 */
export function prismaConfig(
  system: System,
  version: PrismaMajor,
  schemaPath: string,
  migrationsPath: string | null,
): string {
  const variable = system.hasDirectUrl ? 'DIRECT_URL' : 'DATABASE_URL'
  const names = version === 7 ? 'defineConfig, env' : 'defineConfig'
  const lines = [
    "import 'dotenv/config'",
    `import { ${names} } from 'prisma/config'`,
    '',
    'export default defineConfig({',
    `  schema: ${quote(schemaPath)},`,
  ]
  if (migrationsPath !== null) {
    lines.push('  migrations: {', `    path: ${quote(migrationsPath)},`, '  },')
  }
  if (version === 7) {
    lines.push('  datasource: {')
    if (system.hasDirectUrl) lines.push('    // Past the pooler: this is what migrations run on.')
    lines.push(`    url: env('${variable}'),`, '  },')
  }
  lines.push('})')
  return `${lines.join('\n')}\n`
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
