/**
 * What "Open schema files" makes of the files that it is given: picked, dropped or pasted, one or
 * several, schemas or archives. Whatever cannot be opened is named with its reason, and never
 * stands in the way of the rest. Nothing is thrown.
 */

import type { ConnectionSettings } from '@/lib/schema/connection'
import { decodeText, textKind } from './file-text'
import {
  cleanPath,
  commonFolders,
  designName,
  freePath,
  isForeign,
  isPrismaConfig,
} from './schema-paths'
import { readConnection } from './systems/prisma-config'
import { type FileBytes, MAX_FILE_BYTES, type SchemaFile, unzipSchemas } from './zip'
import { looksLikeZip } from './zip-entries'

export type OpenedFiles =
  | {
      readonly kind: 'schema'
      readonly files: readonly SchemaFile[]
      /** A name for the design, from the names of files and folders. */
      readonly name: string
      /** What was left out or changed, a sentence each. */
      readonly problems: readonly string[]
      /** What a `prisma.config.ts` among them says of the database; absent where none says it. */
      readonly connection?: ConnectionSettings
    }
  /** A `.facet.json` file: `text` is for whoever knows designs to read. */
  | { readonly kind: 'design'; readonly text: string; readonly problems: readonly string[] }
  | { readonly kind: 'error'; readonly message: string }

/** Of URLs, and of the strings of SQL Server; those of hosted systems may have a key instead. */
const HAS_PASSWORD = /:\/\/[^/]*:[^/]*@|password\s*=|api_key=/i

const NOTHING_CHANGED = 'Your open design is unchanged.'

/** What is read by the import, one file at a time. */
const SCRIPTS: ReadonlySet<string> = new Set(['sql', 'ddl', 'dbml'])

export function readSchemaFiles(inputs: readonly FileBytes[]): OpenedFiles {
  const reading = new Reading()
  // A dropped folder may hold its dependencies; files picked one by one are all meant.
  const own = inputs.filter(({ path }) => !isForeign(path))
  for (const input of own.length > 0 ? own : inputs) reading.add(input)
  return reading.result()
}

/** Collects what the files give, one after another. */
class Reading {
  private readonly files: SchemaFile[] = []
  private readonly fullPaths: string[] = []
  private readonly problems: string[] = []
  private readonly taken = new Set<string>()
  private archive: string | null = null
  private design: string | null = null
  private config: string | null = null

  add(input: FileBytes): void {
    const path = cleanPath(input.path)
    if (path === null) {
      this.problems.push(
        `A file with the unusable name ${JSON.stringify(input.path)} was left out.`,
      )
    } else if (/\.zip$/i.test(path) || looksLikeZip(input.bytes)) {
      this.addArchive(path, input.bytes)
    } else {
      this.addFile(path, input.bytes)
    }
  }

  result(): OpenedFiles {
    const { design, files, fullPaths, problems } = this
    if (files.length > 0) {
      const depth = commonFolders(fullPaths).length
      const relative = files.map(({ path, text }) => ({
        path: path.split('/').slice(depth).join('/'),
        text,
      }))
      const ignored = design === null ? [] : ['A Facet design among the files was left out.']
      const name = designName(fullPaths, this.archive)
      const connection = this.connection()
      return {
        kind: 'schema',
        files: relative,
        name,
        problems: [...problems, ...ignored],
        ...(Object.keys(connection).length > 0 && { connection }),
      }
    }
    if (design !== null) return { kind: 'design', text: design, problems }
    const none =
      this.config === null
        ? 'There was no file to open.'
        : 'A prisma.config.ts is opened along with its schema, and there was no schema.'
    const reasons = problems.length > 0 ? problems : [none]
    return { kind: 'error', message: [...reasons, NOTHING_CHANGED].join(' ') }
  }

  /** A design is shared by its link, so a password is no part of it unless a person puts it there. */
  private connection(): ConnectionSettings {
    const said = this.config === null ? {} : readConnection(this.config)
    const open = Object.entries(said).filter(([, value]) => !HAS_PASSWORD.test(value))
    if (open.length < Object.keys(said).length) {
      this.problems.push(
        'The connection string of prisma.config.ts was left out: it has a password.',
      )
    }
    return Object.fromEntries(open)
  }

  private addArchive(path: string, bytes: Uint8Array): void {
    const unzipped = unzipSchemas(bytes)
    if ('error' in unzipped) {
      this.problems.push(`${path}: ${unzipped.error}`)
      return
    }
    this.archive ??= path
    this.problems.push(...unzipped.problems)
    for (const file of unzipped.files) this.addText(file.path, file.bytes)
  }

  private addFile(path: string, bytes: Uint8Array): void {
    if (SCRIPTS.has(path.split('.').pop()!.toLowerCase())) {
      this.problems.push(
        `${path} was left out: a script is imported on its own, with File › Import SQL or DBML.`,
      )
    } else if (bytes.length > MAX_FILE_BYTES) {
      const limit = MAX_FILE_BYTES / 1024 / 1024
      this.problems.push(`${path} was left out: it is larger than ${limit} MB.`)
    } else {
      this.addText(path, bytes)
    }
  }

  private addText(path: string, bytes: Uint8Array): void {
    const decoded = decodeText(bytes)
    if ('problem' in decoded) {
      this.problems.push(`${path} ${decoded.problem}`)
      return
    }
    // Browsers number a second download: `shop.facet (1).json`.
    if (/\.facet(?: ?\(\d+\))?\.json$/i.test(path)) {
      if (this.design === null) this.design = decoded.text
      else this.problems.push(`${path} was left out: one design is opened at a time.`)
      return
    }
    if (isPrismaConfig(path)) {
      this.config ??= decoded.text
      return
    }
    const kind = textKind(decoded.text)
    if (kind === 'prisma-1') {
      this.problems.push(
        `${path} was left out: it is a data model of Prisma 1, written in GraphQL. Upgrade it to a Prisma schema first; Prisma’s upgrade guide tells how.`,
      )
      return
    }
    const isNamedSchema = /\.prisma$/i.test(path)
    if (!isNamedSchema && kind === 'other') {
      this.problems.push(`${path} was left out: it is not a Prisma schema.`)
      return
    }
    if (decoded.note !== null) this.problems.push(`${path} ${decoded.note}`)
    this.addSchema(
      isNamedSchema ? path : `${path.replace(/\.txt$/i, '').replace(/\.prisma$/i, '')}.prisma`,
      decoded.text,
    )
  }

  private addSchema(path: string, text: string): void {
    const free = freePath(path, this.taken)
    if (free !== path) this.problems.push(`Two files are called ${path}; one is opened as ${free}.`)
    this.taken.add(free)
    this.fullPaths.push(free)
    this.files.push({ path: free, text })
  }
}
