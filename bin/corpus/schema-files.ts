/** A schema to be checked: one file, or the files of a multi-file schema. */

import { readFileSync } from 'node:fs'
import { basename, relative, sep } from 'node:path'
import { decodeText } from '@/lib/interchange/file-text'

export interface SchemaFile {
  /** Relative to the schema's folder, with `/`. */
  readonly path: string
  /** What a download has to be, byte for byte. */
  readonly bytes: Uint8Array
  readonly text: string
}

export interface SchemaSource {
  /** How reports call it, and what `--only` is matched against: a path. */
  readonly label: string
  readonly files: readonly SchemaFile[]
  /** Why a file is not opened at all, as a sentence after its path; `null` when all are. */
  readonly refusal: string | null
}

export function readLoneFile(path: string): SchemaSource {
  return read(path, [path], (file) => basename(file))
}

export function readFolder(folder: string, paths: readonly string[]): SchemaSource {
  return read(folder, paths, (file) => relative(folder, file).split(sep).join('/'))
}

function read(label: string, paths: readonly string[], name: (path: string) => string) {
  const files: SchemaFile[] = []
  let refusal: string | null = null
  for (const path of paths) {
    const bytes = readFileSync(path)
    const decoded = decodeText(bytes)
    if ('problem' in decoded) {
      refusal = `${name(path)} ${decoded.problem}`
    } else {
      const { text, note } = decoded
      // What was changed in reading it, and said so, is not lost.
      files.push({ path: name(path), text, bytes: note === null ? bytes : Buffer.from(text) })
    }
  }
  return { label, files, refusal }
}
