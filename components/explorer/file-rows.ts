/**
 * The rows of the explorer by file: folders, files, the blocks in them and their members. Pure,
 * like `explorer-rows.ts`.
 */

import type { Block } from '@/lib/schema/graph'
import {
  addBlocks,
  compareNames,
  type Found,
  findBlocks,
  type Row,
  type Rows,
  type RowsRequest,
} from './explorer-rows'

export interface FileRowsRequest extends RowsRequest {
  readonly paths: readonly string[]
  /** How much is wrong in each file; those without problems may be missing. */
  readonly problems: ReadonlyMap<string, { readonly errors: number; readonly warnings: number }>
  /** Files that are not saved in the folder that the design is edited in. */
  readonly unsaved: ReadonlySet<string>
  /** Files, by key, that are unfolded though they are folded at first, or the other way round. */
  readonly turned: ReadonlySet<string>
}

/** In a design of so many files or fewer, their blocks are shown at first. */
const FEW_FILES = 6

export function areFilesUnfolded(fileCount: number): boolean {
  return fileCount <= FEW_FILES
}

export function folderKey(path: string): string {
  return `folder ${path}`
}

export function fileKey(path: string): string {
  return `file ${path}`
}

interface FolderNode {
  readonly folders: Map<string, FolderNode>
  readonly files: { readonly name: string; readonly path: string }[]
}

export function fileRows(blocks: readonly Block[], request: FileRowsRequest): Rows {
  const { found, total } = findBlocks(blocks, request.query)
  const byFile = new Map<string, Found[]>()
  for (const item of found) {
    const own = byFile.get(item.block.path)
    if (own) own.push(item)
    else byFile.set(item.block.path, [item])
  }
  const query = request.query.trim().toLowerCase()
  const paths = request.paths.filter(
    (path) => query === '' || byFile.has(path) || path.toLowerCase().includes(query),
  )
  const rows: Row[] = []
  const areUnfolded = areFilesUnfolded(request.paths.length)

  function addFolder({ folders, files }: FolderNode, prefix: string, level: number): void {
    const siblings = folders.size + files.length
    const sortedFolders = [...folders].sort(([a], [b]) => compareNames(a, b))
    for (const [index, [name, first]] of sortedFolders.entries()) {
      const [label, folder] = withoutChain(name, first)
      const path = prefix + label
      const key = folderKey(path)
      const isUnfolded = query !== '' || !request.folded.has(key)
      const place = { level, position: index + 1, siblings }
      rows.push({ kind: 'folder', key, path, label, isUnfolded, ...place })
      if (isUnfolded) addFolder(folder, `${path}/`, level + 1)
    }
    const sortedFiles = [...files].sort((a, b) => compareNames(a.name, b.name))
    for (const [index, { name, path }] of sortedFiles.entries()) {
      const own = byFile.get(path) ?? []
      const key = fileKey(path)
      const isUnfolded = query !== '' || areUnfolded !== request.turned.has(key)
      const { errors = 0, warnings = 0 } = request.problems.get(path) ?? {}
      rows.push({
        kind: 'file',
        key,
        path,
        label: name,
        count: own.length,
        errors,
        warnings,
        isUnsaved: request.unsaved.has(path),
        isUnfolded: own.length === 0 ? null : isUnfolded,
        level,
        position: folders.size + index + 1,
        siblings,
      })
      if (isUnfolded) addBlocks(rows, own, request.unfolded, level + 1)
    }
  }

  addFolder(treeOf(paths), '', 1)
  return { rows, found: found.length, total }
}

function treeOf(paths: readonly string[]): FolderNode {
  const root: FolderNode = { folders: new Map(), files: [] }
  for (const path of paths) {
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    let folder = root
    for (const part of parts) {
      let next = folder.folders.get(part)
      if (!next) {
        next = { folders: new Map(), files: [] }
        folder.folders.set(part, next)
      }
      folder = next
    }
    folder.files.push({ name, path })
  }
  return root
}

/** Folders that hold nothing but one other folder are one with it: "prisma/schema". */
function withoutChain(name: string, folder: FolderNode): [label: string, folder: FolderNode] {
  const [[inner, only] = []] = folder.folders
  if (folder.files.length > 0 || folder.folders.size !== 1 || !inner || !only) return [name, folder]
  const [label, last] = withoutChain(inner, only)
  return [`${name}/${label}`, last]
}
