/** The relation fields that `prisma db pull` gives to foreign keys, with its names for them. */

import type { DdlForeignKey, DdlTable } from './ddl'

export interface PulledEnd {
  readonly field: string
  /** The model's name. */
  readonly to: string
  readonly arity: '' | '?' | '[]'
  /** Of `@relation`, `null` where it need not be said. */
  readonly relation: string | null
  /** The end that holds the key; `null` on the other and in many-to-many relations. */
  readonly key: DdlForeignKey | null
}

/** The relation fields of each table, by its name. */
export function pulledRelations(
  tables: readonly DdlTable[],
  modelName: (table: string) => string,
  fieldName: (column: string) => string,
): ReadonlyMap<string, readonly PulledEnd[]> {
  const byName = new Map(tables.map((table) => [table.name.toLowerCase(), table]))
  const ends = new Map<string, PulledEnd[]>(tables.map((table) => [table.name, []]))
  const backs: [string, PulledEnd][] = []
  for (const table of tables.filter((each) => !isJoinTable(each))) {
    for (const key of table.foreignKeys) {
      const target = byName.get(key.toTable.toLowerCase())
      if (target === undefined || key.columns.length === 0) continue
      const [from, to] = [modelName(table.name), modelName(target.name)]
      const isSelf = target === table
      const isParallel = linkCount(table, target) > 1
      const clashes = hasColumn(table, to, fieldName) || hasColumn(target, from, fieldName)
      const named = isParallel ? `${from}_${key.columns.join('_')}To${to}` : `${from}To${to}`
      const relation = isSelf || isParallel || clashes ? named : null
      const suffix = isParallel || clashes ? `_${named}` : ''
      const isRequired = key.columns.every(
        (name) => table.columns.find((column) => column.name === name)?.isNullable === false,
      )
      ends
        .get(table.name)!
        .push({ field: to + suffix, to, arity: isRequired ? '' : '?', relation, key })
      const back = `${isSelf ? 'other_' : ''}${from}${suffix}`
      const arity = isUnique(table, key.columns) ? '?' : '[]'
      backs.push([target.name, { field: back, to: from, arity, relation, key: null }])
    }
  }
  for (const [table, end] of backs) ends.get(table)?.push(end)
  for (const table of tables.filter(isJoinTable)) {
    const [a, b] = table.foreignKeys.map((key) => byName.get(key.toTable.toLowerCase()))
    if (a === undefined || b === undefined) continue
    const [one, other] = [modelName(a.name), modelName(b.name)]
    const name = table.name.slice(1)
    const relation = name === [one, other].sort().join('To') && a !== b ? null : name
    const suffix = a === b ? ['_A', '_B'] : ['', '']
    ends
      .get(a.name)
      ?.push({ field: other + suffix[1], to: other, arity: '[]', relation, key: null })
    ends.get(b.name)?.push({ field: one + suffix[0], to: one, arity: '[]', relation, key: null })
  }
  return ends
}

/** Prisma's table of an implicit many-to-many relation: `_XToY` with the columns `A` and `B`. */
export function isJoinTable(table: DdlTable): boolean {
  return (
    table.name.startsWith('_') &&
    table.columns.map((column) => column.name).join() === 'A,B' &&
    table.foreignKeys.length === 2 &&
    isUnique(table, ['A', 'B'])
  )
}

function linkCount(one: DdlTable, other: DdlTable): number {
  const count = (from: DdlTable, to: DdlTable) =>
    from.foreignKeys.filter((key) => key.toTable.toLowerCase() === to.name.toLowerCase()).length
  return one === other ? count(one, one) : count(one, other) + count(other, one)
}

function hasColumn(table: DdlTable, name: string, fieldName: (column: string) => string): boolean {
  return table.columns.some((column) => fieldName(column.name) === name)
}

function isUnique(table: DdlTable, columns: readonly string[]): boolean {
  const wanted = [...columns].sort().join('\0')
  return table.indexes.some(
    ({ kind, columns: own }) =>
      (kind === 'primary' || kind === 'unique') &&
      own
        .map(({ name }) => name)
        .sort()
        .join('\0') === wanted,
  )
}
