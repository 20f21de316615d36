/**
 * Schemas as ZIP archives: what a design with several files is downloaded as, and archives that
 * people open. Archives come from anywhere, so paths and sizes in them are never trusted.
 */

import { zipSync } from 'fflate'
import { cleanPath, freePath, isForeign, isPrismaConfig } from './schema-paths'
import { readZipEntries } from './zip-entries'

/** A file of a design: a relative path with `/` separators, and its exact text. */
export interface SchemaFile {
  readonly path: string
  readonly text: string
}

/** A file before it is known to be text. */
export interface FileBytes {
  readonly path: string
  readonly bytes: Uint8Array
}

export type UnzipResult =
  | {
      /** The schema files with their paths in the archive. */
      readonly files: readonly FileBytes[]
      /** Schema files that were left out, a sentence each. */
      readonly problems: readonly string[]
    }
  | { readonly error: string }

/** The most that one schema file may hold, in bytes. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024

/** The most that all schema files of an archive may hold, in bytes. */
const MAX_TOTAL_BYTES = 20 * 1024 * 1024

const MAX_SCHEMA_FILES = 1000

/** A damaged entry costs as much time as a sound one, so not every one of them is tried. */
const MAX_PROBLEMS = 20

/**
 * An archive of the files: UTF-8, byte for byte (byte order marks and line endings included), in
 * the given order. The same files always give the same archive. Lone surrogates, which UTF-8 cannot
 * hold, become U+FFFD.
 */
export function zipFiles(files: readonly SchemaFile[]): Uint8Array {
  const contents = files.map(({ path, text }) => [path, encoder.encode(text)] as const)
  // The format has no time zone and begins in 1980: the same hour everywhere is local time.
  return zipSync(Object.fromEntries(contents), { level: 9, mtime: new Date(1980, 0, 1) })
}

/** The `.prisma` files of an archive. Never throws. */
export function unzipSchemas(bytes: Uint8Array): UnzipResult {
  const entries = readZipEntries(bytes)
  if (entries === null) {
    return { error: 'This ZIP archive is damaged or incomplete, so nothing was opened.' }
  }
  const schemas = entries.filter(
    ({ path }) => (/\.prisma$/i.test(path) || isPrismaConfig(path)) && !isForeign(path),
  )
  if (schemas.length > MAX_SCHEMA_FILES) {
    return { error: `This ZIP archive has more than ${MAX_SCHEMA_FILES} schema files.` }
  }
  const files: FileBytes[] = []
  const problems: string[] = []
  const taken = new Set<string>()
  let room = MAX_TOTAL_BYTES
  for (const entry of schemas) {
    if (problems.length === MAX_PROBLEMS) {
      return { error: 'This ZIP archive is damaged in many places, so nothing was opened.' }
    }
    const cleaned = cleanPath(entry.path)
    if (cleaned === null) {
      problems.push(`${JSON.stringify(entry.path)} was left out: its path is not usable.`)
      continue
    }
    const bytes = entry.unpack(Math.min(MAX_FILE_BYTES, room))
    if (typeof bytes === 'string') {
      problems.push(`${cleaned} was left out: ${LEFT_OUT[bytes]}`)
      continue
    }
    room -= bytes.length
    const path = freePath(cleaned, taken)
    taken.add(path)
    files.push({ path, bytes })
  }
  if (files.some(({ path }) => !isPrismaConfig(path))) return { files, problems }
  return { error: ['There is no schema file in this ZIP archive.', ...problems].join(' ') }
}

const LEFT_OUT = {
  'too-large': 'it is too large.',
  damaged: 'it is damaged.',
  unsupported: 'it is encrypted or packed in a way that cannot be read here.',
} as const

const encoder = new TextEncoder()
