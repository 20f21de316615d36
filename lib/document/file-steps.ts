/**
 * What can be done to the files of a design besides editing them, each as one step: adding,
 * renaming, moving; for deleting see `delete-files.ts`. Renaming keeps every block itself, with its
 * place and selection.
 */

import { type Block, isDrawn } from '@/lib/schema/graph'
import type { FileChange, SchemaDocument, Step } from './document'
import { usualEndings } from './document'
import { clash, folderOf, inFolder, isInFolder, nameOf } from './file-paths'

export interface FileStep {
  readonly step: Step
  /** For the undo menu: "Rename user.prisma to account.prisma". */
  readonly label: string
  /** What a person should be told besides, as sentences. */
  readonly notes: readonly string[]
}

/** A step, or why it cannot be, as a sentence. */
export type FileStepAnswer = FileStep | { readonly problem: string }

const NO_POSITIONS: Step['positions'] = new Map()

/** Adds an empty file; `path` is one of `filePathFrom`. */
export function addFile(document: SchemaDocument, path: string): FileStepAnswer {
  const problem = clash(path, document.files.keys())
  if (problem !== null) return { problem }
  const file: FileChange = { kind: 'add', path, text: '', endings: usualEndings(document) }
  return fileStep([file], `Add file ${path}`)
}

/** Gives a file another path, which may be in another folder. */
export function renameFile(document: SchemaDocument, path: string, to: string): FileStepAnswer {
  return renameFiles(document, new Map([[path, to]]), renameLabel(path, to))
}

function renameLabel(path: string, to: string): string {
  if (nameOf(path) === nameOf(to)) return `Move ${nameOf(path)} to ${folderTitle(folderOf(to))}`
  const isSameFolder = folderOf(path) === folderOf(to)
  return `Rename ${nameOf(path)} to ${isSameFolder ? nameOf(to) : to}`
}

/** Moves files and folders, by their paths, into a folder. */
export function moveToFolder(
  document: SchemaDocument,
  paths: readonly string[],
  folder: string,
): FileStepAnswer {
  const renames = new Map<string, string>()
  for (const moved of paths) {
    if (folder === moved || isInFolder(folder, moved)) {
      return { problem: 'A folder cannot be moved into itself.' }
    }
    for (const path of filesAt(document, moved)) {
      renames.set(path, inFolder(folder, path.slice(folderOf(moved).length).replace(/^\//, '')))
    }
  }
  const what = paths.length === 1 ? nameOf(paths[0] ?? '') : `${paths.length} files`
  return renameFiles(document, renames, `Move ${what} to ${folderTitle(folder)}`)
}

/** Gives a folder another path; `''` puts its files into the design's own folder. */
export function renameFolder(document: SchemaDocument, folder: string, to: string): FileStepAnswer {
  if (to !== folder && isInFolder(to, folder)) {
    return { problem: 'A folder cannot be moved into itself.' }
  }
  const renames = new Map(
    filesAt(document, folder).map((path) => [path, inFolder(to, path.slice(folder.length + 1))]),
  )
  return renameFiles(document, renames, `Rename ${folder} to ${folderTitle(to)}`)
}

function renameFiles(
  document: SchemaDocument,
  renames: ReadonlyMap<string, string>,
  label: string,
): FileStepAnswer {
  const taken = [...document.files.keys()].filter((path) => !renames.has(path))
  for (const to of renames.values()) {
    const problem = clash(to, taken)
    if (problem !== null) return { problem }
    taken.push(to)
  }
  return fileStep(inOrder(renames), label)
}

/** A file takes a name once the file that had it has another. */
function inOrder(renames: ReadonlyMap<string, string>): FileChange[] {
  const waiting = new Map([...renames].filter(([path, to]) => path !== to))
  const ordered: FileChange[] = []
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, to]) => !waiting.has(to))
    if (free.length === 0) throw new Error(`Files would swap names: ${[...waiting].join(' ')}`)
    for (const [path, to] of free) {
      waiting.delete(path)
      ordered.push({ kind: 'rename', path, to })
    }
  }
  return ordered
}

/** The blocks of files that a diagram shows. */
export function blocksIn({ graph }: SchemaDocument, paths: ReadonlySet<string>): Block[] {
  return graph.blocks.filter(({ kind, path }) => isDrawn(kind) && paths.has(path))
}

/** The file of a path, or those in the folder of it. */
export function filesAt({ files }: SchemaDocument, path: string): string[] {
  return files.has(path) ? [path] : [...files.keys()].filter((file) => isInFolder(file, path))
}

function folderTitle(folder: string): string {
  return folder === '' ? 'the top folder' : folder
}

/** A step that changes files and moves nothing. */
export function fileStep(files: readonly FileChange[], label: string): FileStep {
  return { step: { files, positions: NO_POSITIONS }, label, notes: [] }
}
