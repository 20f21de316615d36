/** Reads a folder that was picked, and finds out which schema in it is meant. */

import { inFolder } from '@/lib/document/file-paths'
import { type SchemaChoice, schemaChoices } from '@/lib/document/schema-folders'
import { decodeText } from '@/lib/interchange/file-text'
import { designName } from '@/lib/interchange/schema-paths'
import { type DiskFiles, folderAt, readFolder } from '@/lib/storage/folder'
import type { FolderHandle } from '@/lib/storage/folder-handles'

/** The schema of a folder, with paths in the innermost folder that holds all of it. */
export interface FolderSchema {
  readonly handle: FolderHandle
  /** For people: "./shop/prisma". */
  readonly title: string
  /** A name for the design. */
  readonly name: string
  readonly files: DiskFiles
  /** Schema files in the folder that belong to other schemas. */
  readonly ignored: ReadonlySet<string>
  /** Files that could not be read, a sentence each. */
  readonly problems: readonly string[]
}

export type FolderReading =
  | { readonly kind: 'schema'; readonly schema: FolderSchema }
  | { readonly kind: 'none'; readonly problems: readonly string[] }
  | { readonly kind: 'cancelled' }

/** Rejects with the browser's error when the folder cannot be read. */
export async function readPickedFolder(
  root: FolderHandle,
  choose: (choices: readonly SchemaChoice[]) => Promise<SchemaChoice | null>,
): Promise<FolderReading> {
  const { files, unreadable } = await readFolder(root, { decode: decodeText })
  const problems = [...unreadable].map(([path, why]) => `${path} was left out: it ${why}`)
  const choices = schemaChoices([...files].map(([path, { text }]) => ({ path, text })))
  const [first] = choices
  if (!first) return { kind: 'none', problems }
  const choice = choices.length === 1 ? first : await choose(choices)
  if (!choice) return { kind: 'cancelled' }

  const { folder } = choice
  const own = new Set(choice.files.map(({ path }) => path))
  const within = (path: string) => folder === '' || path.startsWith(`${folder}/`)
  const cut = (path: string) => path.slice(folder === '' ? 0 : folder.length + 1)
  const inside = [...files].filter(([path]) => within(path))
  return {
    kind: 'schema',
    schema: {
      handle: await folderAt(root, folder),
      title: `./${inFolder(root.name, folder).replace(/\/$/, '')}`,
      name: designName(
        [...own].map((path) => `${root.name}/${path}`),
        null,
      ),
      files: new Map(inside.flatMap(([path, file]) => (own.has(path) ? [[cut(path), file]] : []))),
      ignored: new Set(inside.flatMap(([path]) => (own.has(path) ? [] : [cut(path)]))),
      problems,
    },
  }
}
