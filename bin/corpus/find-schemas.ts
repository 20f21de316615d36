/**
 * Finds the schemas in a folder: which `.prisma` files stand alone, and which belong together.
 *
 * Nothing in a folder says so; what can be seen is whether its files make sense together. A
 * schema has at most one datasource, and no name twice. Independent examples side by side fail
 * that at once, for each has a datasource or a model User of its own.
 */

import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parse } from '@/lib/psl/parse'
import { readFolder, readLoneFile, type SchemaSource } from './schema-files'

/** For `--help`. */
export const FOLDER_RULE = `\
A folder that holds .prisma files is one multi-file schema, together with its subfolders, when all
these files have at most one datasource and declare no name twice; failing that, the files it
holds itself are one schema when that is true of them. DIR itself is one schema only when
there is exactly one datasource. Every other .prisma file is a schema of its own.`

/**
 * The schemas at `path`, a folder or a file, in a fixed order.
 * @throws Error when there is nothing at `path`.
 */
export function findSchemas(path: string): SchemaSource[] {
  if (!existsSync(path)) throw new Error(`There is no file or folder ${path}.`)
  if (statSync(path).isFile()) return [readLoneFile(path)]
  return findIn(path, 1)
}

/** `leastDatasources` is how many datasources make the folder's files a schema: one, or none too. */
function findIn(folder: string, leastDatasources: 0 | 1): SchemaSource[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const own = entries.filter(isSchemaFile).map((entry) => join(folder, entry.name))
  const folders = entries.filter((entry) => entry.isDirectory())
  const below = () => folders.flatMap(({ name }) => findIn(join(folder, name), 0))
  const deeper = folders.flatMap(({ name }) => under(join(folder, name)))
  // The files of all subfolders can only belong to files that stand above them.
  for (const paths of own.length > 0 ? [[...own, ...deeper], own] : []) {
    if (paths.length < 2) continue
    const schema = readFolder(folder, paths)
    if (!isOneSchema(schema, leastDatasources)) continue
    return paths === own ? [schema, ...below()] : [schema]
  }
  return [...own.map(readLoneFile), ...below()]
}

/** Every schema file in a folder and its subfolders. */
function under(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(isSchemaFile)
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.split(sep).includes('node_modules'))
    .sort()
}

function isSchemaFile(entry: Dirent): boolean {
  return entry.isFile() && entry.name.endsWith('.prisma')
}

function isOneSchema({ files }: SchemaSource, leastDatasources: number): boolean {
  let datasources = 0
  const places = new Map<string, string>()
  for (const { path, text } of files) {
    for (const item of parse(text).items) {
      if (item.kind !== 'block' || item.blockKind === 'unknown' || !item.name) continue
      if (item.blockKind === 'datasource') datasources++
      // Generators and datasources have names apart from those of types.
      const isType = item.blockKind !== 'datasource' && item.blockKind !== 'generator'
      const key = isType ? item.name.text : `${item.blockKind} ${item.name.text}`
      const place = places.get(key)
      if (place !== undefined && place !== path) return false
      places.set(key, path)
    }
  }
  return datasources >= leastDatasources && datasources <= 1
}
