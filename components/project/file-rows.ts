/** Paths as the rows of a tree. Pure. */

export interface FileRow {
  readonly kind: 'folder' | 'file'
  readonly path: string
  readonly name: string
  /** How many folders it lies in. */
  readonly depth: number
}

/** A row for each folder before what is in it; the paths keep their order, in which folders hang together. */
export function fileRows(paths: readonly string[]): FileRow[] {
  const rows: FileRow[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    const segments = path.split('/')
    segments.forEach((name, depth) => {
      const here = segments.slice(0, depth + 1).join('/')
      const isFile = depth === segments.length - 1
      if (!isFile && seen.has(here)) return
      seen.add(here)
      rows.push({ kind: isFile ? 'file' : 'folder', path: here, name, depth })
    })
  }
  return rows
}
