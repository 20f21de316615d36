/**
 * What takes the place of things that a script of PostgreSQL takes for granted and an embedded
 * database lacks, so that a table is not lost for one column. Each is told from the database's own
 * message, and is made only once nothing else helps.
 */
import type { ScriptStatement, SkippedStatement } from './shared'

export interface StandIn {
  /** By which it is known that it has been made. */
  readonly key: string
  readonly statements: readonly string[]
  /** For the person; `null` where what is imported is the same with it. */
  readonly note: string | null
}

/** What would help a statement that failed with this message; `null` if nothing is known to. */
export function standInFor(message: string): StandIn | null {
  for (const [pattern, make] of MISSING) {
    const match = pattern.exec(message)
    if (match?.[1] !== undefined) return make(match[1])
  }
  return null
}

/** Those that help the statements, each with the first that needs it, without what one of them makes itself once it is helped. */
export function standInsFor(failed: readonly SkippedStatement[]): (StandIn & ScriptStatement)[] {
  const found = new Map<string, StandIn & ScriptStatement>()
  for (const { reason, line, text } of failed) {
    const standIn = standInFor(reason)
    if (standIn && !found.has(standIn.key)) found.set(standIn.key, { ...standIn, line, text })
  }
  const made = new Set(
    failed.flatMap(({ text }) => {
      const [, kind, name] = CREATED.exec(text) ?? []
      const key = kind?.toLowerCase() === 'collation' ? 'collation' : 'type'
      return name === undefined ? [] : [`${key} ${name.replaceAll('"', '')}`]
    }),
  )
  const others = [...found.values()].filter(({ key }) => !made.has(key))
  return others.length > 0 ? others : [...found.values()]
}

const CREATED = /^create\s+(type|domain|collation)\s+(?:if\s+not\s+exists\s+)?([\w."]+)/i

const MISSING: readonly (readonly [RegExp, (name: string) => StandIn])[] = [
  [/^type "([^"]+)" does not exist$/, typeNamed],
  [
    /^schema "([^"]+)" does not exist$/,
    (name) => plain('schema', name, `CREATE SCHEMA ${quote(name)}`),
  ],
  [/^role "([^"]+)" does not exist$/, (name) => plain('role', name, `CREATE ROLE ${quote(name)}`)],
  [/^collation "([^"]+)" for encoding "\w+" does not exist$/, collationNamed],
]

/** Types that an extension in the page has, under the names in the messages. */
const FROM_EXTENSIONS: Readonly<Record<string, string>> = {
  citext: 'citext',
  hstore: 'hstore',
  ltree: 'ltree',
  lquery: 'ltree',
  ltxtquery: 'ltree',
}

/**
 * A type whose values are text. `prisma db pull` calls a column of it `Unsupported("name")`, as it
 * does one of the real type.
 */
function typeNamed(name: string): StandIn {
  const [schema, type] = splitName(name)
  const key = `type ${name}`
  const extension = FROM_EXTENSIONS[type]
  if (extension !== undefined) {
    const place = schema === null ? '' : ` SCHEMA ${quote(schema)}`
    return { key, statements: [`CREATE EXTENSION IF NOT EXISTS ${extension}${place}`], note: null }
  }
  const prefix = schema === null ? '' : `${quote(schema)}.`
  const own = prefix + quote(type)
  const [input, output] = [prefix + quote(`${type}_in`), prefix + quote(`${type}_out`)]
  const rest = 'LANGUAGE internal IMMUTABLE STRICT'
  return {
    key,
    statements: [
      `CREATE TYPE ${own}`,
      `CREATE FUNCTION ${input}(cstring) RETURNS ${own} ${rest} AS 'textin'`,
      `CREATE FUNCTION ${output}(${own}) RETURNS cstring ${rest} AS 'textout'`,
      `CREATE TYPE ${own} (INPUT = ${input}, OUTPUT = ${output}, LIKE = text)`,
    ],
    note: `The type ${type} comes from outside the script; its columns are Unsupported, as after prisma db pull.`,
  }
}

function collationNamed(name: string): StandIn {
  const [schema, collation] = splitName(name)
  const own = (schema === null ? '' : `${quote(schema)}.`) + quote(collation)
  return plain('collation', name, `CREATE COLLATION ${own} FROM "C"`)
}

function plain(kind: string, name: string, statement: string): StandIn {
  return { key: `${kind} ${name}`, statements: [statement], note: null }
}

/** Messages name things as `schema.name`. */
function splitName(name: string): [schema: string | null, name: string] {
  const at = name.indexOf('.')
  return at < 0 ? [null, name] : [name.slice(0, at), name.slice(at + 1)]
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
