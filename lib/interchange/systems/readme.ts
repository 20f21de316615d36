/** The README of a project: the commands that bring it up, in order. */

import { adapterOf, PRISMA_VERSIONS } from './packages'
import type { PrismaMajor, System } from './systems'

export interface ReadmeOptions {
  readonly name: string
  readonly system: System
  readonly version: PrismaMajor
  /** Whether the first migration is there. */
  readonly hasMigration: boolean
  readonly hasRoleSql: boolean
  /** What the client is imported from. */
  readonly clientModule: string
  /** The variable of the environment that the app's connection string is in. */
  readonly urlVariable: string
}

export function readme(options: ReadmeOptions): string {
  const { name, system, version } = options
  return [
    `# ${name.replace(/\s+/g, ' ').trim() || 'Schema'}`,
    `A Prisma schema for ${system.name}, with Prisma ${PRISMA_VERSIONS[version]}.`,
    '## Set up',
    numbered(steps(options)),
    ...(system.notes.length > 0 ? ['## Good to know', bulleted(system.notes)] : []),
    ...clientPart(options),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function steps({ system, hasMigration, hasRoleSql }: ReadmeOptions): string[] {
  return [
    `Install what it needs:\n\n${shell('npm install')}`,
    ...(hasRoleSql
      ? ['Put a password into `supabase-role.sql`, and run it in the SQL editor of Supabase.']
      : []),
    `Copy the example of the settings, and fill in \`.env\`:\n\n${shell('cp .env.example .env')}`,
    `${databaseStep(system, hasMigration)}`,
    `Make the client:\n\n${shell('npm run db:generate')}`,
  ]
}

function databaseStep(system: System, hasMigration: boolean): string {
  if (system.deploys === 'push') {
    return `Bring the database up to the schema:\n\n${shell('npm run db:push')}`
  }
  if (!hasMigration) {
    return `Make the first migration, and apply it:\n\n${shell('npm run db:migrate -- --name init')}`
  }
  return `Apply the first migration, which is in \`prisma/migrations\`:\n\n${shell('npm run db:migrate')}\n\nWhere the app is deployed: \`npm run db:deploy\`.`
}

function clientPart({ system, version, clientModule, urlVariable }: ReadmeOptions): string[] {
  const adapter = adapterOf(system.id, version)
  if (!adapter) return []
  const code = [
    "import 'dotenv/config'",
    `import { ${adapter.name} } from '${adapter.package}'`,
    `import { PrismaClient } from '${clientModule}'`,
    '',
    `const adapter = new ${adapter.name}(${adapter.options(environment(urlVariable))})`,
    'export const prisma = new PrismaClient({ adapter })',
  ].join('\n')
  return ['## Connect', 'Prisma 7 connects through a driver adapter:', `\`\`\`ts\n${code}\n\`\`\``]
}

function environment(variable: string): string {
  return /^\w+$/.test(variable) ? `process.env.${variable}` : `process.env['${variable}']`
}

function shell(command: string): string {
  return `\`\`\`sh\n${command}\n\`\`\``
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item.replace(/\n(?=.)/g, '\n   ')}`).join('\n')
}

function bulleted(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
