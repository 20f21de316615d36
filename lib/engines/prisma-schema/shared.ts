/** What the page and the worker of Prisma's schema language engine both know. */

/** The major version of Prisma whose engine is asked. */
export type PrismaVersion = 6 | 7

export interface SchemaFile {
  /** Relative, with `/`: `schema.prisma`, `schema/user.prisma`. Unique within a schema. */
  readonly path: string
  /** Lines end with `\n`; no byte order mark. */
  readonly text: string
}

/** A finding of the engine; `from` and `to` are UTF-16 offsets into the file at `path`. */
export interface Diagnostic {
  readonly path: string
  readonly from: number
  readonly to: number
  readonly message: string
  readonly severity: 'error' | 'warning'
}

/** A type that may follow `@db.` for a provider. */
export interface NativeType {
  readonly name: string
  /** How many arguments it must have, and how many it may have besides. */
  readonly requiredArguments: number
  readonly optionalArguments: number
  /** The scalar types that it may stand beside: `Int`, `String`. */
  readonly scalarTypes: readonly string[]
}

/** The methods of the worker, which serves the one version named in its `WorkerInit`. */
export interface PrismaSchemaApi {
  lint(params: { readonly files: readonly SchemaFile[] }): readonly Diagnostic[]
  format(params: { readonly files: readonly SchemaFile[]; readonly path: string }): string
  nativeTypes(params: { readonly provider: string }): readonly NativeType[]
  referentialActions(params: { readonly provider: string }): readonly string[]
  previewFeatures(params: null): readonly string[]
}

export interface WorkerInit {
  readonly version: PrismaVersion
}
