/** Reads the references of a DBML database: relation fields on both sides, with names of their own. */

import { quoteString } from '@/lib/schema/value'
import { actionsWhen, constraintName } from './defaults'
import { lowerFirst } from './fresh-names'
import { isManySide, type Ref, type RefEndpoint } from './parse-dbml'
import type { TableReading } from './read-tables'
import { placeOf, type Reading } from './reading'
import type { FieldDraft, ModelDraft } from './schema-draft'

interface End {
  readonly table: TableReading
  readonly fields: readonly FieldDraft[]
}

type Plan =
  | { readonly kind: 'foreign-key'; readonly ref: Ref; readonly own: End; readonly other: End }
  | { readonly kind: 'many-to-many'; readonly ref: Ref; readonly own: End; readonly other: End }

export function readRefs(
  reading: Reading,
  refs: readonly Ref[],
  tables: ReadonlyMap<string, TableReading>,
): void {
  const plans = refs.flatMap((ref) => planOf(reading, ref, tables) ?? [])
  const counts = new Map<string, number>()
  for (const plan of plans) counts.set(pairOf(plan), (counts.get(pairOf(plan)) ?? 0) + 1)
  const names = new Set<string>()
  for (const plan of plans) {
    const isAlone = counts.get(pairOf(plan)) === 1 && plan.own.table !== plan.other.table
    const name = isAlone ? null : relationName(plan, names)
    if (plan.kind === 'many-to-many') addManyToMany(plan, name)
    else addForeignKey(reading, plan, name)
  }
}

function pairOf({ own, other }: Plan): string {
  return [own.table.model.name, other.table.model.name].sort().join(' ')
}

function relationName({ own, other, kind }: Plan, names: Set<string>): string {
  const parts =
    kind === 'many-to-many'
      ? [own.table.model.name, other.table.model.name]
      : [own.table.model.name, ...own.fields.map(({ name }) => name)]
  let name = parts.join('_')
  for (let number = 2; names.has(name); number++) name = `${parts.join('_')}_${number}`
  names.add(name)
  return name
}

function planOf(
  reading: Reading,
  ref: Ref,
  tables: ReadonlyMap<string, TableReading>,
): Plan | null {
  const [first, second] = ref.endpoints.map((endpoint) => endOf(endpoint, tables))
  if (!first || !second) {
    reading.skip(ref.token, 'The reference leads to a column that is not there.')
    return null
  }
  const isMany = ref.endpoints.map(isManySide)
  if (isMany[0] && isMany[1]) {
    if (reading.database === 'mongodb') {
      reading.skip(ref.token, 'On MongoDB, Prisma relates many to many by lists of ids.')
      return null
    }
    const hasIds = [first, second].every(({ table }) => hasSingleId(table.model))
    if (hasIds) return { kind: 'many-to-many', ref, own: first, other: second }
    reading.skip(
      ref.token,
      'Prisma relates many to many without a model between only where both have an @id field.',
    )
    return null
  }
  const isSecondOwn = isMany[1] || (!isMany[0] && isReferenced(first, second))
  const [own, other] = isSecondOwn ? [second, first] : [first, second]
  const problem = foreignKeyProblem(own, other)
  if (problem === null) return { kind: 'foreign-key', ref, own, other }
  reading.skip(ref.token, problem)
  return null
}

/** Of two columns that are one to one: whether the first is the one that is referred to. */
function isReferenced(first: End, second: End): boolean {
  const rank = ({ table, fields }: End) => {
    const kinds = keysOn(table.model, fields).map(({ kind }) => kind)
    const isCalledId = fields.every(({ column }) => /^_?id$/i.test(column ?? ''))
    return (kinds.includes('id') ? 2 : kinds.includes('unique') ? 1 : 0) + (isCalledId ? 0.5 : 0)
  }
  // A column that is no key cannot be referred to, and most refer to primary keys called id.
  // Between equals, the second is the foreign key, as in the SQL that DBML's own tools write.
  return rank(first) >= rank(second)
}

function endOf(endpoint: RefEndpoint, tables: ReadonlyMap<string, TableReading>): End | null {
  const table = tables.get(placeOf(endpoint.schemaName, endpoint.tableName))
  if (!table) return null
  const fields = endpoint.fieldNames.flatMap((column) => {
    return table.model.fields.find((field) => field.column === column) ?? []
  })
  return fields.length === endpoint.fieldNames.length ? { table, fields } : null
}

function hasSingleId(model: ModelDraft): boolean {
  return model.keys.some(({ kind, fields }) => kind === 'id' && fields.length === 1)
}

function foreignKeyProblem(own: End, other: End): string | null {
  for (const [at, field] of own.fields.entries()) {
    const target = other.fields[at]
    const from = `${own.table.model.name}.${field.name}`
    const to = `${other.table.model.name}.${target?.name}`
    if (field.type.startsWith('Unsupported') || target?.type.startsWith('Unsupported')) {
      return `Prisma cannot relate columns whose type it does not know: ${from} and ${to}.`
    }
    if (field.type !== target?.type || field.arity === 'list' || target.arity === 'list') {
      return `${from} is ${field.type} and ${to} is ${target?.type}; Prisma relates equal types.`
    }
  }
  return null
}

function keysOn(model: ModelDraft, fields: readonly FieldDraft[]) {
  const names = fields
    .map(({ name }) => name)
    .sort()
    .join()
  return model.keys.filter(
    ({ kind, fields }) =>
      (kind === 'id' || kind === 'unique') && [...fields].sort().join() === names,
  )
}

function addForeignKey(reading: Reading, { ref, own, other }: Plan, name: string | null): void {
  const from = own.table.model
  const to = other.table.model
  if (keysOn(to, other.fields).length === 0) {
    const fields = other.fields.map((field) => field.name)
    to.keys.push({ kind: 'unique', fields, map: null, type: null })
    reading.skip(
      ref.token,
      `${to.name}.${fields.join(', ')} is made unique, because a reference leads there.`,
    )
  }
  const isOne = keysOn(from, own.fields).length > 0 || !ref.endpoints.some(isManySide)
  if (isOne && keysOn(from, own.fields).length === 0) {
    const fields = own.fields.map((field) => field.name)
    from.keys.push({ kind: 'unique', fields, map: null, type: null })
  }
  const isRequired = own.fields.every(({ arity }) => arity === 'required')
  const attribute = [
    ...(name === null ? [] : [quoteString(name)]),
    `fields: [${own.fields.map((field) => field.name).join(', ')}]`,
    `references: [${other.fields.map((field) => field.name).join(', ')}]`,
    ...actions(reading, ref, own, isRequired),
    ...mapArgument(reading, ref, own),
  ]
  const stem = stemOf(own, to)
  const fieldName = own.table.names.take(stem)
  add(from, to, {
    name: fieldName,
    type: to.name,
    arity: isRequired ? 'required' : 'optional',
    attributes: [`@relation(${attribute.join(', ')})`],
  })
  const base = lowerFirst(from.name)
  const back = name === null ? base : `${base}_${stem}`
  add(to, from, {
    name: other.table.names.take(back),
    type: from.name,
    arity: isOne ? 'optional' : 'list',
    attributes: name === null ? [] : [`@relation(${quoteString(name)})`],
  })
}

function addManyToMany({ own, other }: Plan, name: string | null): void {
  const attributes = name === null ? [] : [`@relation(${quoteString(name)})`]
  const sides = [
    [own.table, other.table],
    [other.table, own.table],
  ] as const
  for (const [at, to] of sides) {
    const field = at.names.take(lowerFirst(to.model.name))
    add(at.model, to.model, { name: field, type: to.model.name, arity: 'list', attributes })
  }
}

function add(
  model: ModelDraft,
  to: ModelDraft,
  field: Pick<FieldDraft, 'name' | 'type' | 'arity' | 'attributes'>,
): void {
  const ignored = to.isIgnored && !model.isIgnored ? ['@ignore'] : []
  const attributes = [...field.attributes, ...ignored]
  model.fields.push({ ...field, column: null, documentation: '', attributes })
}

/** `author_id` and `authorId` are about an `author`; other columns about what they refer to. */
function stemOf(own: End, to: ModelDraft): string {
  const [field, second] = own.fields
  const stem = second ? '' : (field?.name.replace(/(?:_?(?:id|uuid|fk)|Id|ID|Uuid|Fk)$/, '') ?? '')
  return stem === '' || stem === field?.name ? lowerFirst(to.name) : stem
}

const ACTIONS: Readonly<Record<string, string>> = {
  cascade: 'Cascade',
  restrict: 'Restrict',
  'no action': 'NoAction',
  'set null': 'SetNull',
  'set default': 'SetDefault',
}

/** The actions that are other than Prisma's own, where the database has them. */
function actions(reading: Reading, ref: Ref, own: End, isRequired: boolean): string[] {
  const { database } = reading
  const usual = actionsWhen(database, isRequired)
  const argument = (name: 'onDelete' | 'onUpdate'): string[] => {
    const written = ref[name]?.toLowerCase().replace(/\s+/g, ' ')
    // Without a word, SQL Server and MongoDB refuse relations that form a circle.
    const isCareful = database === 'sqlserver' || database === 'mongodb'
    const asked = written === undefined ? (isCareful ? 'NoAction' : null) : ACTIONS[written]
    if (!asked) return []
    const action = asked === 'Restrict' && database === 'sqlserver' ? 'NoAction' : asked
    if (action === 'SetNull' && own.fields.some(({ arity }) => arity === 'required')) {
      reading.skip(ref.token, 'A column that is never null cannot be set to null.')
      return []
    }
    if (action === 'SetDefault' && (database === 'mysql' || database === 'mongodb')) {
      reading.skip(ref.token, 'The database cannot set a foreign key to its default.')
      return []
    }
    return action === usual[name] ? [] : [`${name}: ${action}`]
  }
  return [...argument('onDelete'), ...argument('onUpdate')]
}

function mapArgument(reading: Reading, { name, token }: Ref, own: End): string[] {
  const { database } = reading
  if (!name || database === 'sqlite' || database === 'mongodb') return []
  const columns = own.fields.map((field) => field.column as string)
  const usual = constraintName(database, [own.table.table.name, ...columns], '_fkey')
  if (name === usual) return []
  if (reading.constraintNames.has(name)) {
    reading.skip(token, `Something else is called ${name}; the foreign key has Prisma's name.`)
    return []
  }
  reading.constraintNames.add(name)
  return [`map: ${quoteString(name)}`]
}
