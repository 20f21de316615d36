/** What the page and the worker of Prisma's migration engine both know. */

/** The providers for which the engine writes SQL in a browser. */
export type SqlProvider = 'postgresql' | 'cockroachdb' | 'sqlite'

export interface SchemaFile {
  /** Relative, with `/`. Appears in messages. */
  readonly path: string
  readonly text: string
}

/** SQL, or why there is none: the schema is not valid for the provider, in the engine's words. */
export type SqlResult =
  | { readonly kind: 'sql'; readonly sql: string }
  | { readonly kind: 'invalid'; readonly message: string }

export interface DiffParams {
  /** The schema before; `null` for an empty database. */
  readonly from: readonly SchemaFile[] | null
  readonly to: readonly SchemaFile[]
  readonly provider: SqlProvider
}

/** The methods of the worker. */
export interface SchemaEngineApi {
  diff(params: DiffParams): Promise<SqlResult>
}
