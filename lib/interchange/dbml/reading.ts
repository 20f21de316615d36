/** What the parts of reading DBML share: the database read for, names, and what was left out. */

import type { Database } from './column-types'
import { FreshNames, toBlockName } from './fresh-names'
import type { TokenPosition } from './parse-dbml'
import type { EnumDraft } from './schema-draft'

/** Something that the schema cannot say, or that it had to say otherwise. */
export interface Skipped {
  /** As it stands in the DBML, its first line. */
  readonly text: string
  /** Counted from 1. */
  readonly line: number
  /** A sentence for people. */
  readonly reason: string
}

export const DEFAULT_SCHEMAS: Readonly<Partial<Record<Database, string>>> = {
  postgresql: 'public',
  cockroachdb: 'public',
  sqlserver: 'dbo',
}

export class Reading {
  readonly skipped: Skipped[] = []
  readonly blockNames = new FreshNames()
  readonly enums = new Map<string, EnumDraft>()
  /** Names of constraints and indexes that are taken in the database. */
  readonly constraintNames = new Set<string>()

  constructor(
    readonly text: string,
    readonly database: Database,
  ) {}

  skip({ start, end }: TokenPosition, reason: string): void {
    const [text = ''] = this.text.slice(start.offset, end.offset).split('\n')
    this.skipped.push({ text: text.trim(), line: start.line, reason })
  }

  /** The name for a table or an enum; with its schema in front where the name alone is taken. */
  blockName(schema: string | null, name: string): string {
    const own = toBlockName(name)
    return this.blockNames.take(
      this.blockNames.has(own) && schema !== null ? toBlockName(`${schema}_${name}`) : own,
    )
  }
}

/** By which tables and enums are found; `public` is the schema that need not be named. */
export function placeOf(schema: string | null, name: string): string {
  return JSON.stringify([schema === 'public' ? null : schema, name])
}
