/** A schema to be checked: one file, or the files of a multi-file schema. */

export interface SchemaFile {
  /** Relative to the schema's folder, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface SchemaSource {
  /** How reports call it, and what `--only` is matched against: a path. */
  readonly label: string
  readonly files: readonly SchemaFile[]
}
