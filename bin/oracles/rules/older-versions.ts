/** Rules about what older versions of Prisma wrote otherwise. */

import type { Sides } from '../rules'
import type { Step } from '../statements'
import { firstName, rewrite, tableOf } from './rewrite'

export function createSchemaUnconditionally({ actual, expected }: Sides): Sides {
  const create = /^(?:IF NOT EXISTS \(.*?\) )?(EXEC sp_executesql N'CREATE SCHEMA \[.*\];';)$/
  const plain = (statement: string, { heading }: Step) => {
    if (heading !== 'CreateSchema') return [statement]
    // It also ended the statement twice.
    return statement === ';' ? [] : [statement.replace(create, '$1')]
  }
  const isDefault = (statement: string) => statement.includes("'CREATE SCHEMA [dbo];'")
  return {
    actual: rewrite(actual, (statement, step) =>
      step.heading === 'CreateSchema' && isDefault(statement) ? [] : plain(statement, step),
    ),
    expected: rewrite(expected, plain),
  }
}

export function withoutTransaction({ actual, expected }: Sides): Sides {
  return { actual: actual.filter(({ heading }) => heading !== null), expected }
}

/** Makes our added unique constraints unique indexes. */
export function uniquesAsIndexes({ actual, expected }: Sides): Sides {
  const added = /^ALTER TABLE (\S+) ADD CONSTRAINT (\S+) UNIQUE (\w+) (\(.*\);)$/
  const asIndex = (statement: string, { heading }: Step) => [
    heading === 'CreateIndex'
      ? statement.replace(added, 'CREATE UNIQUE $3 INDEX $2 ON $1$4')
      : statement,
  ]
  return { actual: rewrite(actual, asIndex), expected }
}

export function clusteringUnsaid({ actual, expected }: Sides): Sides {
  const unsaid = (text: string) => [text.replaceAll(/ (?:NON)?CLUSTERED(?= )/g, '')]
  return { actual: rewrite(actual, unsaid), expected }
}

export function qualifiedPublicSchema({ actual, expected }: Sides): Sides {
  return { actual, expected: rewrite(expected, (text) => [text.replaceAll('"public".', '')]) }
}

/** Makes the unique index of a new join table its primary key. */
export function joinTablesWithUniqueIndex({ actual, expected }: Sides): Sides {
  const unique = /^CREATE UNIQUE INDEX "(_\w+)_AB_unique" ON "(_\w+)"\("A", "B"\);$/
  const isUniqueOf = (table: string | null) =>
    expected.some(({ statements }) => statements.some((text) => unique.exec(text)?.[2] === table))
  const change = (statement: string, { heading }: Step) => {
    const table = tableOf(statement)
    if (unique.test(statement)) return []
    if (heading !== 'CreateTable' || !isUniqueOf(table)) return [statement]
    const key = `CONSTRAINT "${table}_AB_pkey" PRIMARY KEY ("A","B")`
    return [statement.replace(/\n\);$/, `,\n\n    ${key}\n);`)]
  }
  return { actual, expected: rewrite(expected, change) }
}

/** Takes out that older join tables get the primary key which new ones have. */
export function joinTablesGetPrimaryKeys({ actual, expected }: Sides): Sides {
  const add = /^ALTER TABLE "(\w+)" ADD CONSTRAINT "\1_AB_pkey" PRIMARY KEY \("A", "B"\);$/
  const upgraded = new Set(
    expected.flatMap(({ statements }) => statements.map((text) => add.exec(text)?.[1])),
  )
  const keep = (statement: string) => {
    const [, table] = /^DROP INDEX "(\w+)_AB_unique";$/.exec(statement) ?? []
    const isUpgrade = add.test(statement) || (table !== undefined && upgraded.has(table))
    return isUpgrade ? [] : [statement]
  }
  return { actual, expected: rewrite(expected, keep) }
}

export function deferForeignKeys({ actual, expected }: Sides): Sides {
  const added = /^PRAGMA (?:defer_foreign_keys|foreign_key_check)/
  const without = (statement: string) => (added.test(statement) ? [] : [statement])
  return { actual: rewrite(actual, without), expected: rewrite(expected, without) }
}

export function namesOfPrisma2({ actual, expected }: Sides): Sides {
  const older = (statement: string) => {
    return [
      statement
        .replace(/CONSTRAINT "\w+" (FOREIGN KEY .* ON DELETE) RESTRICT/g, '$1 CASCADE')
        .replace(/CONSTRAINT "\w+" (FOREIGN KEY)/g, '$1')
        .replace(
          /^(CREATE UNIQUE INDEX) "\w+_key" ON "(\w+)"\("(\w+)"\);$/,
          '$1 "$2.$3_unique" ON "$2"("$3");',
        ),
    ]
  }
  return { actual: rewrite(actual, older), expected }
}

/** Takes out renames of what has a name of Prisma 2, and what only names foreign keys. */
export function renamesToPrisma3({ actual, expected }: Sides): Sides {
  const isRename = ({ heading, statements: [first = ''] }: Step) =>
    heading === 'RedefineIndex' && /^DROP INDEX "\w+\.\w+_unique";$/.test(first)
  if (!expected.some(isRename)) return { actual, expected }
  const redefines = actual.some(({ heading }) => heading === 'RedefineTables')
  return {
    actual,
    expected: expected.filter(
      (step) => !isRename(step) && (redefines || step.heading !== 'RedefineTables'),
    ),
  }
}

export function addedColumnsAsInSchema({ actual, expected }: Sides): Sides {
  const sorted = (steps: readonly Step[]) =>
    steps.map((step): Step => {
      const areAdded = step.statements.every((text) => /^ALTER TABLE \S+ ADD COLUMN /.test(text))
      return areAdded ? { ...step, statements: [...step.statements].sort() } : step
    })
  return { actual: sorted(actual), expected: sorted(expected) }
}

/** `@id` of a field and `@@id` of a view as the uniques that they come to. */
export function viewsWithoutIds(schema: string): string {
  return schema.replace(/^view\s+\w+\s*\{[\s\S]*?^\}/gm, (view) =>
    view.replace(/(\s)@id(?=[\s(]|$)/gm, '$1@unique').replace(/^(\s*)@@id\(/gm, '$1@@unique('),
  )
}

/** Sorts our foreign keys of each table by the place of the table that they refer to. */
export function foreignKeysByReferredTable({ actual, expected }: Sides): Sides {
  const tables = actual.flatMap(({ heading, statements }) =>
    heading === 'CreateTable' ? statements.map(tableOf) : [],
  )
  const textOf = ({ statements }: Step) => statements.join()
  const place = (step: Step) =>
    tables.indexOf(firstName(textOf(step).split(' REFERENCES ')[1] ?? ''))
  const tableOfKey = (step: Step | undefined) =>
    step?.heading === 'AddForeignKey' ? tableOf(textOf(step)) : null
  const sorted: Step[] = []
  for (let from = 0; from < actual.length; ) {
    const table = tableOfKey(actual[from])
    let to = from + 1
    while (table !== null && tableOfKey(actual[to]) === table) to++
    sorted.push(...actual.slice(from, to).sort((a, b) => place(a) - place(b)))
    from = to
  }
  return { actual: sorted, expected }
}
