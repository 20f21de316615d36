/** The JSON that `get_datamodel` of Prisma's engines 6.19 and 7.10 gives, as far as it is used. */

export interface Datamodel {
  /** Models and views, which it does not tell apart; without those with `@@ignore`. */
  readonly models: readonly DatamodelModel[]
  /** Composite types. */
  readonly types: readonly DatamodelModel[]
  readonly enums: readonly DatamodelEnum[]
  readonly indexes: readonly DatamodelIndex[]
}

export interface DatamodelModel {
  readonly name: string
  readonly dbName: string | null
  readonly schema?: string | null
  readonly documentation?: string
  /** Without those with `@ignore` and those of type `Unsupported`. */
  readonly fields: readonly DatamodelField[]
  /** One that is written on the block. */
  readonly primaryKey: { readonly name: string | null; readonly fields: readonly string[] } | null
  /** Those that are written on the block and not partial. */
  readonly uniqueIndexes: readonly {
    readonly name: string | null
    readonly fields: readonly string[]
  }[]
}

export interface DatamodelField {
  readonly name: string
  readonly dbName?: string | null
  readonly kind: 'scalar' | 'enum' | 'object' | 'unsupported'
  readonly isList: boolean
  readonly isRequired: boolean
  readonly isUnique: boolean
  readonly isId: boolean
  /** Whether it is a foreign key. */
  readonly isReadOnly: boolean
  readonly hasDefaultValue: boolean
  readonly type: string
  readonly nativeType?: readonly [string, readonly string[]] | null
  readonly default?: unknown
  readonly isUpdatedAt?: boolean
  readonly documentation?: string
  readonly relationName?: string
  readonly relationFromFields?: readonly string[]
  readonly relationToFields?: readonly string[]
  readonly relationOnDelete?: string
  readonly relationOnUpdate?: string
}

export interface DatamodelEnum {
  readonly name: string
  readonly dbName: string | null
  readonly documentation?: string
  readonly values: readonly {
    readonly name: string
    readonly dbName: string | null
    readonly documentation?: string
  }[]
}

export interface DatamodelIndex {
  readonly model: string
  readonly type: 'id' | 'normal' | 'unique' | 'fulltext'
  readonly isDefinedOnField: boolean
  readonly name?: string
  readonly dbName?: string
  readonly algorithm?: string
  readonly clustered?: boolean
  readonly fields: readonly {
    readonly name: string
    readonly sortOrder?: 'asc' | 'desc'
    readonly length?: number
    readonly operatorClass?: string
  }[]
}
