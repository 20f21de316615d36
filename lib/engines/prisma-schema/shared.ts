/** What the page and the worker of Prisma's schema language engine both know. */

import type { TextEdit } from '@/lib/text/change-set'

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

/** What the engine offers to do about a finding: edits of the files as they were given. */
export interface EngineFix {
  readonly title: string
  readonly edits: readonly (TextEdit & { readonly path: string })[]
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
  /** All files, in the order given, as Prisma lays them out. */
  format(params: { readonly files: readonly SchemaFile[] }): readonly SchemaFile[]
  fixes(params: {
    readonly files: readonly SchemaFile[]
    readonly diagnostic: Diagnostic
  }): readonly EngineFix[]
  nativeTypes(params: { readonly provider: string }): readonly NativeType[]
  referentialActions(params: { readonly provider: string }): readonly string[]
  previewFeatures(params: null): readonly string[]
}

export interface WorkerInit {
  readonly version: PrismaVersion
}
