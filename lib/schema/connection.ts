/**
 * What a datasource says of its connection. Prisma 6 wants it in the schema, Prisma 7 in the
 * project's `prisma.config.ts`: commands take it out of the schema or put it there, and
 * `lib/interchange/systems/prisma-config.ts` writes and reads that file.
 */

import { propertyNodes } from '@/lib/psl/access'
import type { Block, SchemaGraph } from './graph'

/** Each as written in a schema: `env("DATABASE_URL")`, `"file:./dev.db"`. */
export interface ConnectionSettings {
  readonly url?: string
  readonly directUrl?: string
  readonly shadowDatabaseUrl?: string
}

export const CONNECTION_PROPERTIES = ['url', 'directUrl', 'shadowDatabaseUrl'] as const

/** Whether it is written as a schema would have it: one text, or one variable of the environment. */
export function isConnectionValue(value: string): boolean {
  return value.length <= MAX_LENGTH && CONNECTION_VALUE.test(value)
}

const MAX_LENGTH = 4000
const CONNECTION_VALUE = /^(?:"(?:[^"\\\n\r]|\\.)*"|env\(\s*"[^"\\\n\r]*"\s*\))$/

/** The variable of the environment that the value is read from; `null` for a text. */
export function variableOf(value: string): string | null {
  return VARIABLE.exec(value)?.[2] ?? null
}

const VARIABLE = /^env\(\s*(["'])(.*)\1\s*\)$/s

/** Without what is not there. */
export function connectionOf({ syntax }: Block): ConnectionSettings {
  const nodes = propertyNodes(syntax)
  const entries = CONNECTION_PROPERTIES.flatMap((name) => {
    const value = nodes.find((node) => node.name.text === name)?.value
    return value ? [[name, syntax.text.slice(value.from, value.to)]] : []
  })
  return Object.fromEntries(entries)
}

export function hasConnection({ datasource }: SchemaGraph): boolean {
  const names = datasource ? propertyNodes(datasource.syntax).map(({ name }) => name.text) : []
  return CONNECTION_PROPERTIES.some((property) => names.includes(property))
}
