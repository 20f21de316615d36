/** What the files and folders of a design may be called. Pure text; knows no design. */

import { checkFilePath } from '@/lib/commands/file-path'

export type PathAnswer =
  | { readonly path: string }
  /** Why it cannot be, as a sentence. */
  | { readonly problem: string }

/**
 * The path of a file that a person typed, made whole: spaces around it go, `.prisma` is added.
 * `taken` are the paths of the other files.
 */
export function filePathFrom(typed: string, taken: Iterable<string>): PathAnswer {
  const trimmed = typed.trim().replace(/^\.\//, '')
  if (trimmed === '' || trimmed.endsWith('/')) return { problem: 'The file needs a name.' }
  const path = /\.prisma$/i.test(trimmed)
    ? trimmed.replace(/\.prisma$/i, '.prisma')
    : `${trimmed}.prisma`
  const problem = checkFilePath(path) ?? clash(path, taken)
  return problem === null ? { path } : { problem }
}

/** The path of a folder that a person typed, likewise; the empty path is the design's own folder. */
export function folderPathFrom(typed: string): PathAnswer {
  const path = typed.trim().replace(/^\.\//, '').replace(/\/+$/, '')
  if (path === '') return { path }
  const problem = checkFilePath(`${path}/file.prisma`)
  return problem === null ? { path } : { problem }
}

/**
 * Why there can be no such file beside the others. Many file systems do not tell `User` from
 * `user`, and none has a file and a folder of one name.
 */
export function clash(path: string, taken: Iterable<string>): string | null {
  const wanted = path.toLowerCase()
  for (const other of taken) {
    const known = other.toLowerCase()
    if (known === wanted) return `There is already a file ${other}.`
    if (known.startsWith(`${wanted}/`)) return `There is already a folder ${path}.`
    if (wanted.startsWith(`${known}/`)) return `${other} is a file, not a folder.`
  }
  return null
}

/** The folder of a file, `''` for the design's own. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path of something in a folder. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** Whether a file is somewhere in the folder. */
export function isInFolder(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}
