/**
 * The common form in which our graph and the engine's datamodel are compared. Everything that
 * both of them say is in it; lists whose order means nothing are objects by name, or sorted.
 */

export interface SchemaView {
  /** Models and views by name. */
  readonly models: Readonly<Record<string, ModelView>>
  /** Composite types by name. */
  readonly types: Readonly<Record<string, ModelView>>
  readonly enums: Readonly<Record<string, EnumView>>
  /** Each as JSON, sorted. */
  readonly indexes: readonly string[]
  /** Each relation as the fields at its ends, `Post.author – User.posts`, sorted. */
  readonly relations: readonly string[]
}

export interface ModelView {
  readonly dbName: string | null
  readonly schema: string | null
  readonly documentation: string | null
  readonly fieldNames: readonly string[]
  readonly fields: Readonly<Record<string, FieldView>>
  readonly primaryKey: { readonly name: string | null; readonly fields: readonly string[] } | null
  readonly uniques: readonly { readonly name: string | null; readonly fields: readonly string[] }[]
}

export interface FieldView {
  readonly kind: string
  readonly type: string
  readonly arity: 'required' | 'optional' | 'list'
  readonly isId: boolean
  readonly isUnique: boolean
  readonly isUpdatedAt: boolean
  readonly isForeignKey: boolean
  /** `undefined` when there is none. */
  readonly default: unknown
  readonly nativeType: string | null
  readonly dbName: string | null
  readonly documentation: string | null
  readonly relation: RelationFieldView | null
}

export interface RelationFieldView {
  readonly name: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly onDelete: string | null
  readonly onUpdate: string | null
}

export interface EnumView {
  readonly dbName: string | null
  readonly documentation: string | null
  readonly values: readonly {
    readonly name: string
    readonly dbName: string | null
    readonly documentation: string | null
  }[]
}

export interface IndexView {
  readonly model: string
  readonly type: string
  readonly onField: boolean
  readonly name: string | null
  readonly dbName: string | null
  readonly algorithm: string | null
  readonly clustered: boolean | null
  readonly fields: readonly {
    readonly name: string
    readonly sort: string | null
    readonly length: number | null
    readonly ops: string | null
  }[]
}

/**
 * To 15 digits, which every decimal number survives: the engine gives the default `13.37` as
 * 13.370000000000001.
 */
export function roundNumber(value: number): number {
  return Number(value.toPrecision(15))
}

/** A name by which Prisma calls a relation that has none of its own. */
export function defaultRelationName(a: string, b: string): string {
  return a < b ? `${a}To${b}` : `${b}To${a}`
}

/**
 * Where two views, or parts of views, differ: the path to the first difference and both values.
 * `null` when they do not.
 */
export function findViewDifference(ours: unknown, theirs: unknown, path = ''): string | null {
  if (Object.is(ours, theirs)) return null
  if (isRecord(ours) && isRecord(theirs)) {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const difference = findViewDifference(ours[key], theirs[key], path ? `${path}.${key}` : key)
      if (difference) return difference
    }
    return null
  }
  if (Array.isArray(ours) && Array.isArray(theirs) && ours.length === theirs.length) {
    for (const [index, item] of ours.entries()) {
      const difference = findViewDifference(item, theirs[index], `${path}[${index}]`)
      if (difference) return difference
    }
    return null
  }
  return `${path}: we say ${show(ours)}, Prisma says ${show(theirs)}`
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
