/** The relation fields that `prisma db pull` gives to foreign keys, with its names for them. */

import type { DdlForeignKey, DdlTable, Targets } from './ddl'

export interface PulledEnd {
  readonly field: string
  readonly target: DdlTable
  /** What the target is called. */
  readonly to: string
  readonly arity: '' | '?' | '[]'
  /** Of `@relation`, `null` where it need not be said. */
  readonly relation: string | null
  /** The end that holds the key; `null` on the other and in many-to-many relations. */
  readonly key: DdlForeignKey | null
}

/** The relation fields of each table. */
export function pulledRelations(
  tables: readonly DdlTable[],
  targetOf: Targets,
  modelName: (table: DdlTable) => string,
  fieldName: (column: string) => string,
): ReadonlyMap<DdlTable, readonly PulledEnd[]> {
  const ends = new Map<DdlTable, PulledEnd[]>(tables.map((table) => [table, []]))
  const isJoin = joinTablesIn(tables, targetOf, modelName)
  const backs: [DdlTable, PulledEnd][] = []
  const links = linkCounts(tables, targetOf, isJoin)
  for (const table of tables.filter((each) => !isJoin(each))) {
    for (const key of table.foreignKeys) {
      const target = targetOf(key)
      if (target === undefined || key.columns.length === 0) continue
      const [from, to] = [modelName(table), modelName(target)]
      const isSelf = target === table
      const isParallel = links(table, target) > 1
      const clashes = hasColumn(table, to, fieldName) || hasColumn(target, from, fieldName)
      const named = isParallel ? `${from}_${key.columns.join('_')}To${to}` : `${from}To${to}`
      const relation = isSelf || isParallel || clashes ? named : null
      const suffix = isParallel || clashes ? `_${named}` : ''
      const isRequired = key.columns.every(
        (name) => table.columns.find((column) => column.name === name)?.isNullable === false,
      )
      ends
        .get(table)!
        .push({ field: to + suffix, target, to, arity: isRequired ? '' : '?', relation, key })
      const back = `${isSelf ? 'other_' : ''}${from}${suffix}`
      const arity = isUnique(table, key.columns) ? '?' : '[]'
      backs.push([target, { field: back, target: table, to: from, arity, relation, key: null }])
    }
  }
  for (const [table, end] of backs) ends.get(table)?.push(end)
  for (const table of tables.filter(isJoin)) {
    const [a, b] = endsOf(table, targetOf)
    if (a === undefined || b === undefined) continue
    const [one, other] = [modelName(a), modelName(b)]
    const name = table.name.slice(1)
    const isAmbiguous = a === b || links(a, b) > 1
    const relation = isAmbiguous || name !== `${one}To${other}` ? name : null
    const suffix = isAmbiguous ? `_${name}` : ''
    const add = (from: DdlTable, target: DdlTable, end: string) => {
      const to = modelName(target)
      const field = to + suffix + (a === b ? end : '')
      ends.get(from)?.push({ field, target, to, arity: '[]', relation, key: null })
    }
    add(a, b, '_A')
    add(b, a, '_B')
  }
  return ends
}

/**
 * Prisma's tables of implicit many-to-many relations: `_XToY` with the columns `A` and `B`. `A`
 * refers to the model that comes first by its name, so another order is that of a model of its own.
 */
export function joinTablesIn(
  tables: readonly DdlTable[],
  targetOf: Targets,
  modelName: (table: DdlTable) => string,
): (table: DdlTable) => boolean {
  const found = new Set(
    tables.filter((table) => {
      const [a, b] = endsOf(table, targetOf)
      return (
        table.name.startsWith('_') &&
        table.columns.map((column) => column.name).join() === 'A,B' &&
        table.foreignKeys.length === 2 &&
        isUnique(table, ['A', 'B']) &&
        a !== undefined &&
        b !== undefined &&
        modelName(a) <= modelName(b)
      )
    }),
  )
  return (table) => found.has(table)
}

/** What the columns `A` and `B` of a join table refer to. */
function endsOf(table: DdlTable, targetOf: Targets): (DdlTable | undefined)[] {
  return ['A', 'B'].map((column) => {
    const key = table.foreignKeys.find(({ columns }) => columns.join() === column)
    return key && targetOf(key)
  })
}

/** How many relations there are between two tables, in either direction. */
function linkCounts(
  tables: readonly DdlTable[],
  targetOf: Targets,
  isJoin: (table: DdlTable) => boolean,
): (one: DdlTable, other: DdlTable) => number {
  const counts = new Map<DdlTable, Map<DdlTable, number>>()
  const add = (from: DdlTable | undefined, to: DdlTable | undefined) => {
    if (from === undefined || to === undefined) return
    const ofTable = counts.get(from) ?? new Map<DdlTable, number>()
    counts.set(from, ofTable)
    ofTable.set(to, (ofTable.get(to) ?? 0) + 1)
  }
  for (const table of tables) {
    const [a, b] = isJoin(table) ? endsOf(table, targetOf) : []
    if (a && b) add(a, b)
    else for (const key of table.foreignKeys) add(table, targetOf(key))
  }
  const count = (from: DdlTable, to: DdlTable) => counts.get(from)?.get(to) ?? 0
  return (one, other) => (one === other ? count(one, one) : count(one, other) + count(other, one))
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
