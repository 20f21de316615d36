/** `prisma.config.ts`: where Prisma's commands find the schema, the migrations and the database. */

import { type ConnectionSettings, isConnectionValue, variableOf } from '@/lib/schema/connection'
import type { PrismaMajor, System } from './systems'

/**
 * With Prisma 7 it has the connection string. There is no `directUrl` any more: the commands
 * connect with the one string that stands here, so it is the direct one where a system has two,
 * and the app hands the pooled one to its driver adapter (types of `@prisma/config` 7.10; Prisma's
 * "PostgreSQL" page for version 7). With Prisma 6 the strings stay in the schema. `said` is what the
 * design says itself.
 */
export function prismaConfig(
  system: System,
  version: PrismaMajor,
  schemaPath: string,
  migrationsPath: string | null,
  said: ConnectionSettings | null = null,
): string {
  const connection = version === 7 ? (said ?? usualConnection(system)) : null
  return writePrismaConfig({ schemaPath, migrationsPath, connection })
}

/** What a system's own guide has in the environment; one variable where nobody named a system. */
export function usualConnection(system: System | null): ConnectionSettings {
  const url = { url: 'env("DATABASE_URL")' }
  return system?.hasDirectUrl ? { ...url, directUrl: 'env("DIRECT_URL")' } : url
}

export interface PrismaConfig {
  readonly schemaPath: string
  /** `null` where tables are pushed. */
  readonly migrationsPath: string | null
  /** What a schema for Prisma 6 would say; `null` when the schema says it. */
  readonly connection: ConnectionSettings | null
}

export function writePrismaConfig({
  schemaPath,
  migrationsPath,
  connection,
}: PrismaConfig): string {
  const { url, directUrl, shadowDatabaseUrl } = connection ?? {}
  const main = directUrl ?? url
  const values = [main, shadowDatabaseUrl].map((value) => value && expressionOf(value))
  const names = values.some((value) => value?.startsWith('env('))
    ? 'defineConfig, env'
    : 'defineConfig'
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
  const [urlValue, shadowValue] = values
  if (urlValue || shadowValue) {
    lines.push('  datasource: {')
    if (directUrl !== undefined) {
      lines.push('    // Past the pooler: this is what migrations run on.')
    }
    if (urlValue) lines.push(`    url: ${urlValue},`)
    if (shadowValue) lines.push(`    shadowDatabaseUrl: ${shadowValue},`)
    lines.push('  },')
  }
  lines.push('})')
  return `${lines.join('\n')}\n`
}

/** `env("X")` and `"x"` of a schema, as TypeScript. */
export function expressionOf(value: string): string {
  const variable = variableOf(value)
  if (variable !== null) return `env(${quote(variable)})`
  return quote(value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1'))
}

/**
 * What the `datasource` of a `prisma.config.ts` says, as a schema for Prisma 6 would. The file is
 * code: what is neither a text nor a variable of the environment is left out.
 */
export function readConnection(config: string): ConnectionSettings {
  const code = withoutComments(config)
  const body = /\bdatasource\s*:\s*\{/.exec(code)
  if (!body) return {}
  const object = code.slice(body.index + body[0].length)
  const end = endOfObject(object)
  const settings: { url?: string; shadowDatabaseUrl?: string } = {}
  for (const name of ['url', 'shadowDatabaseUrl'] as const) {
    const written = new RegExp(`(?:^|[{,\\s])["']?${name}["']?\\s*:\\s*`).exec(object.slice(0, end))
    const value = written && schemaValue(object.slice(written.index + written[0].length, end))
    if (value) settings[name] = value
  }
  return settings
}

const READABLE: readonly RegExp[] = [
  /^env(?:<[^>]*>)?\(\s*(["'`])([^"'`]+)\1\s*\)/,
  /^process\.env\[\s*(["'`])([^"'`]+)\1\s*\]/,
  /^process\.env(\.)(\w+)/,
]

function schemaValue(code: string): string | null {
  return valueAtStart(code)?.value ?? null
}

/** `length` is how much of the code it takes. */
function valueAtStart(code: string): { readonly value: string; readonly length: number } | null {
  for (const pattern of READABLE) {
    const match = pattern.exec(code)
    if (match?.[2] === undefined) continue
    return { value: `env(${JSON.stringify(match[2])})`, length: match[0].length }
  }
  const text = /^(["'`])((?:\\.|(?!\1)[^\\])*)\1/s.exec(code)
  if (!text || (text[1] === '`' && text[2]?.includes('${'))) return null
  const value = JSON.stringify((text[2] ?? '').replace(/\\(.)/g, '$1'))
  return { value, length: text[0].length }
}

/**
 * What a person typed for a connection string, as a schema would say it: an expression as in
 * `prisma.config.ts`, or the string itself without quotes. `null` for anything else.
 */
export function readConnectionValue(typed: string): string | null {
  const code = typed.trim()
  if (BARE_URL.test(code)) return JSON.stringify(code)
  const found = valueAtStart(code)
  return found?.length === code.length && isConnectionValue(found.value) ? found.value : null
}

const BARE_URL = /^(?:[a-z][a-z\d+-]*:\/\/|file:|sqlserver:)[^\s"'`]+$/i

/** The offset of the brace that closes what is open at the start. */
function endOfObject(code: string): number {
  let depth = 1
  for (const { 0: token, index } of code.matchAll(
    /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|[{}]/gs,
  )) {
    if (token === '{') depth++
    if (token === '}' && --depth === 0) return index
  }
  return code.length
}

/** Texts stay as they are, with slashes in them. */
function withoutComments(code: string): string {
  return code.replace(
    /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*.*?\*\//gs,
    (_, text: string | undefined) => text ?? '',
  )
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
