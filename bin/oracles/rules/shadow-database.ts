/** Rules about SQL for which Prisma compared a schema with a shadow database. */

import type { Oracle } from '../pairs'
import type { Sides } from '../rules'
import type { Step } from '../statements'
import { firstName, rewrite, tableOf } from './rewrite'

export function existingDefaultSchema({ actual, expected }: Sides): Sides {
  const isDefault = ({ heading, statements }: Step) =>
    heading === 'CreateSchema' && statements.every((text) => /["[](?:public|dbo)["\]]/.test(text))
  return { actual: actual.filter((step) => !isDefault(step)), expected }
}

/** Drops constraints as indexes; in these steps no constraint but a unique one is dropped. */
export function uniqueConstraints({ actual, expected }: Sides): Sides {
  const asIndex = (statement: string, { heading }: Step) => {
    if (heading !== 'DropIndex' && heading !== 'RedefineTables') return [statement]
    return [statement.replace(/^ALTER TABLE (\S+) DROP CONSTRAINT (\S+);$/, 'DROP INDEX $2 ON $1;')]
  }
  return { actual, expected: rewrite(expected, asIndex) }
}

/** An index that the database made with a foreign key is renamed where we create one. */
export function indexesOfForeignKeys({ actual, expected }: Sides): Sides {
  const renamed = new Set<string>()
  const others = expected.filter(({ heading, statements: [statement = ''] }) => {
    if (heading !== 'RenameIndex') return true
    const [, table, name] =
      /^ALTER TABLE (\S+) RENAME INDEX `\S+_fkey` TO (\S+);$/.exec(statement) ?? []
    const start = `CREATE INDEX ${name} ON ${table}(`
    const isOurs = actual.some(({ statements: [text = ''] }) => text.startsWith(start))
    if (isOurs) renamed.add(start)
    return !isOurs
  })
  return {
    actual: actual.filter(({ statements: [text = ''] }) => {
      return ![...renamed].some((start) => text.startsWith(start))
    }),
    expected: others,
  }
}

/** Takes what we do to external tables out of our side. */
export function externalTables({ actual, expected }: Sides, { origin }: Oracle): Sides {
  const isExternal = (statement: string) => {
    const table = tableOf(statement)?.replace(/^new_/, '') ?? ''
    return origin.externalTables.includes(table)
  }
  return {
    actual: rewrite(actual, (statement) => (isExternal(statement) ? [] : [statement])),
    expected,
  }
}

/** Sorts our side as Prisma reads a database; what Prisma wrote stays as it is. */
export function orderOfShadowDatabase({ actual, expected }: Sides, oracle: Oracle): Sides {
  const created = new Set(
    actual.flatMap(({ heading, statements }) =>
      heading === 'CreateTable' ? statements.map(tableOf) : [],
    ),
  )
  const keyed = actual.map((step) => ({
    step: inRedefinedTables(step, oracle),
    key: sortKey(step, created, oracle),
  }))
  const sorted: typeof keyed = []
  for (let from = 0; from < keyed.length; ) {
    let to = from + 1
    const { step, key } = keyed[from] as (typeof keyed)[number]
    while (key && keyed[to]?.key && keyed[to]?.step.heading === step.heading) to++
    sorted.push(...keyed.slice(from, to).sort((a, b) => compareKeys(a.key ?? [], b.key ?? [])))
    from = to
  }
  return { actual: sorted.map(({ step }) => step), expected }
}

/** The names by which a step is sorted among those of its heading; `null` when it stays. */
function sortKey(
  { heading, statements: [statement = ''] }: Step,
  created: ReadonlySet<string | null>,
  oracle: Oracle,
): readonly string[] | null {
  const collate = (name: string | null) => collated(name ?? '', oracle)
  switch (heading) {
    case 'AlterTable':
    case 'DropTable':
      return [collate(tableOf(statement))]
    case 'DropForeignKey':
      return [collate(tableOf(statement)), collate(firstName(statement.split(' DROP ')[1] ?? ''))]
    case 'DropIndex':
      return [collate(tableOf(statement)), collate(firstName(statement.split(' INDEX ')[1] ?? ''))]
    case 'DropEnum':
    case 'RenameIndex':
    case 'RedefineIndex':
      return [collate(renamedIndex(statement))]
    case 'CreateIndex': {
      const table = tableOf(statement)
      return created.has(table) ? null : [collate(table)]
    }
    default:
      return null
  }
}

/** `dbo.Table.index`, or in MySQL the table with it, or the name alone where it is enough. */
function renamedIndex(statement: string): string | null {
  const [, path] = /^EXEC SP_RENAME N'([^']+)'/.exec(statement) ?? []
  const [, clause] = /^ALTER TABLE (\S+ RENAME INDEX \S+) /.exec(statement) ?? []
  return path ?? clause ?? firstName(statement)
}

/** Indexes are dropped by name also within the redefinition of SQL Server's tables. */
function inRedefinedTables(step: Step, oracle: Oracle): Step {
  if (step.heading !== 'RedefineTables' || oracle.provider !== 'sqlserver') return step
  const statements = [...step.statements]
  const isDrop = (text: string | undefined) => text?.startsWith('DROP INDEX ') === true
  for (let from = 0; from < statements.length; from++) {
    let to = from
    while (isDrop(statements[to])) to++
    const drops = statements.slice(from, to).sort((a, b) => {
      return compareKeys([collated(a, oracle)], [collated(b, oracle)])
    })
    statements.splice(from, drops.length, ...drops)
    from = Math.max(from, to)
  }
  return { ...step, statements }
}

/** SQL Server and MySQL sort names without regard to case, others by code units. */
function collated(name: string, { provider }: Oracle): string {
  return provider === 'sqlserver' || provider === 'mysql' ? name.toLowerCase() : name
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [at, name] of a.entries()) {
    const other = b[at] ?? ''
    if (name !== other) return name < other ? -1 : 1
  }
  return 0
}
