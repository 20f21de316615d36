/** Which of a folder's files belong to a schema, what to call them, and what to call the schema. */

/** What a schema is called when its files do not tell. */
export const UNTITLED = 'Untitled schema'

/** Folder and file names that say what is inside, not what it is about. */
const GENERIC_NAME =
  /^(?:prisma|schemas?|models?|src|lib|db|database|data|server|packages|apps|archive|download)$/i

/** Folders with files that are copies, or not the person's own. */
const FOREIGN_FOLDER = /^(?:node_modules|__MACOSX|migrations|\.[^.].*)$/

/** A path with `/` separators and no leading ones, or `null` when it is not usable as one. */
export function cleanPath(path: string): string | null {
  const segments = path
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
  if (segments.length === 0 || segments.includes('..') || segments.includes('__proto__'))
    return null
  const cleaned = segments.join('/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return cleaned.length > 400 || /[\u0000-\u001f\u007f]/.test(cleaned) ? null : cleaned
}

/** Whether a file lies in a folder that is never opened, or is a file system's leftover. */
export function isForeign(path: string): boolean {
  const segments = path.split('/')
  const name = segments.pop() ?? ''
  return name.startsWith('._') || segments.some((segment) => FOREIGN_FOLDER.test(segment))
}

/** The folders that all paths begin with. */
export function commonFolders(paths: readonly string[]): string[] {
  const [first, ...others] = paths.map((path) => path.split('/').slice(0, -1))
  if (first === undefined) return []
  let length = first.length
  for (const folders of others) {
    let same = 0
    while (same < length && folders[same] === first[same]) same += 1
    length = same
  }
  return first.slice(0, length)
}

/**
 * A name for the design: that of a single file, else of the innermost common folder, else of the
 * archive; names such as `schema` and `prisma` are passed over.
 */
export function designName(paths: readonly string[], archive: string | null): string {
  const candidates: string[] = []
  if (paths.length === 1) candidates.push(fileStem(paths[0]!))
  candidates.push(...commonFolders(paths).reverse())
  if (archive !== null) candidates.push(fileStem(archive))
  return candidates.find((name) => name !== '' && !GENERIC_NAME.test(name)) ?? UNTITLED
}

/** Makes a path that is not taken yet: `schema.prisma` becomes `schema-2.prisma`. */
export function freePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path
  const [, stem, ending] = /^(.*?)(\.[^./]*)?$/s.exec(path)!
  for (let number = 2; ; number += 1) {
    const free = `${stem}-${number}${ending ?? ''}`
    if (!taken.has(free)) return free
  }
}

function fileStem(path: string): string {
  const name = path.split('/').pop() ?? ''
  return name.replace(/\.(?:prisma|zip|txt)$/gi, '').replace(/\.prisma$/i, '')
}

/** Whether the file tells Prisma's commands where things are; they read it in any of these forms. */
export function isPrismaConfig(path: string): boolean {
  return /(?:^|\/)prisma\.config\.[cm]?[jt]s$/.test(path)
}
