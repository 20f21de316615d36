/**
 * Why a database that a history of migrations came to, or one that was migrated, is not described
 * as one made from nothing for the same schema, though Prisma sees no difference. See
 * `description` in `servers/` for the lines. Each rule changes nothing but what it names.
 */

import type { Oracle } from '../pairs'
import { isBefore } from '../version'

/** The lines that describe two databases. */
export interface Descriptions {
  /** Made from nothing. */
  readonly created: readonly string[]
  /** Migrated to the same schema. */
  readonly migrated: readonly string[]
}

export interface DescriptionRule {
  readonly name: string
  readonly why: string
  readonly appliesTo: (oracle: Pick<Oracle, 'provider' | 'origin' | 'sql'>) => boolean
  readonly apply: (descriptions: Descriptions) => Descriptions
}

/** In the order in which they are applied. */
export const DESCRIPTION_RULES: readonly DescriptionRule[] = [
  {
    name: 'indexes-left-by-foreign-keys',
    why: 'MySQL makes an index for a foreign key that has none, and keeps it when the key is dropped.',
    appliesTo: ({ provider }) => provider === 'mysql',
    apply: indexesLeftByForeignKeys,
  },
  {
    name: 'foreign-keys-without-index',
    why: 'MySQL makes an index for a foreign key that has none when it is added. Where a primary key served it and changes, MariaDB leaves it without one; MySQL refuses (error 1553), and so would the step that Prisma writes fail there.',
    appliesTo: ({ provider }) => provider === 'mysql',
    apply: foreignKeysWithoutIndex,
  },
  {
    name: 'enum-values-appended',
    why: 'PostgreSQL puts a value that is added to an enum at its end, and Prisma does not mind the order.',
    appliesTo: ({ provider }) => provider === 'postgresql',
    apply: enumValuesAppended,
  },
  {
    name: 'names-in-database-of-prisma-2',
    why: 'Prisma 2 called indexes User.email_unique and User.email_index; the names stay until Prisma 3 migrates.',
    appliesTo: ({ provider, origin }) =>
      provider === 'postgresql' && isBefore(origin.version, '3.0'),
    apply: indexNamesOfPrisma2,
  },
  {
    name: 'unique-indexes-of-join-tables',
    why: 'Before Prisma 6 implicit join tables of PostgreSQL had a unique index instead of a primary key.',
    appliesTo: ({ provider, origin }) =>
      provider === 'postgresql' && isBefore(origin.version, '6.0'),
    apply: uniqueIndexesOfJoinTables,
  },
  {
    name: 'sequences-of-renamed-tables',
    why: 'A table or column that a person renamed keeps its sequence, whose name Prisma does not look at.',
    appliesTo: ({ provider, sql }) => provider === 'postgresql' && /\bRENAME\b/i.test(sql),
    apply: sequencesOfRenamedTables,
  },
  {
    name: 'beyond-the-schema-language',
    why: "Checks, exclusions, and indexes of some rows or of expressions were written by hand; Prisma's schema says nothing of them and Prisma leaves them alone.",
    appliesTo: ({ provider }) => provider === 'postgresql',
    apply: beyondTheSchemaLanguage,
  },
]

function indexesLeftByForeignKeys({ created, migrated }: Descriptions): Descriptions {
  return {
    created,
    migrated: migrated.filter((line) => {
      const [, table, name] = /^(\S+) index (\S+_fkey) /.exec(line) ?? []
      // Schemas that were pulled name an index of their own in this way.
      if (name === undefined || created.includes(line)) return true
      return migrated.some((other) => other.startsWith(`${table} foreign key ${name} `))
    }),
  }
}

function foreignKeysWithoutIndex({ created, migrated }: Descriptions): Descriptions {
  const isFor = (line: string, keys: readonly string[]) => {
    const [, table, name] = /^(\S+) index (\S+) /.exec(line) ?? []
    return keys.some((key) => key.startsWith(`${table} foreign key ${name} `))
  }
  return {
    created: created.filter((line) => migrated.includes(line) || !isFor(line, migrated)),
    migrated,
  }
}

function enumValuesAppended(descriptions: Descriptions): Descriptions {
  return onBoth(descriptions, (line) => {
    const [, start, values] = /^(.* enum )(.*)$/.exec(line) ?? []
    return values === undefined ? line : `${start}${values.split(', ').sort().join(', ')}`
  })
}

function indexNamesOfPrisma2({ created, migrated }: Descriptions): Descriptions {
  const ends: Readonly<Record<string, string>> = { unique: 'key', index: 'idx' }
  return {
    created,
    migrated: migrated.map((line) =>
      line.replace(
        /^(\S+ (?:unique|index) \w+)\.(\w+)_(unique|index)(?= USING )/,
        (_, table, columns, kind) => `${table}_${columns}_${ends[kind]}`,
      ),
    ),
  }
}

function uniqueIndexesOfJoinTables({ created, migrated }: Descriptions): Descriptions {
  return {
    created,
    migrated: migrated.map((line) => {
      const [, table, name] =
        /^(\S+) unique (_\w+)_AB_unique USING btree \("A", "B"\)$/.exec(line) ?? []
      const key = `${table} primary key ${name}_AB_pkey PRIMARY KEY ("A", "B")`
      return created.includes(key) ? key : line
    }),
  }
}

function sequencesOfRenamedTables(descriptions: Descriptions): Descriptions {
  return onBoth(descriptions, (line) =>
    line.replace(/ default nextval\('.*'::regclass\)$/, ' default nextval of its sequence'),
  )
}

function beyondTheSchemaLanguage({ created, migrated }: Descriptions): Descriptions {
  const isBeyond = (line: string) =>
    /^\S+ (?:check|exclusion) /.test(line) ||
    / WHERE \(/.test(line) ||
    /^\S+ (?:index|unique) .* USING \w+ \(.*\(/.test(line)
  return {
    created,
    migrated: migrated.filter((line) => !isBeyond(line) || created.includes(line)),
  }
}

function onBoth(
  { created, migrated }: Descriptions,
  change: (line: string) => string,
): Descriptions {
  return { created: created.map(change), migrated: migrated.map(change) }
}
