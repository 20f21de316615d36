/** Which of the schema files in a folder of a project belong together, and which are nobody's own. */

import type { DesignFile } from './design'
import { folderOf, isInFolder, nameOf } from './file-paths'

/** Files of a folder that make one schema. */
export interface SchemaChoice {
  /** Where the schema is, `''` for the folder itself. */
  readonly folder: string
  /** For people, within the folder: "prisma/schema" or "prisma/test.prisma". */
  readonly title: string
  /** With paths in the folder. */
  readonly files: readonly DesignFile[]
}

const DATASOURCE = /^[ \t]*datasource[ \t]+\w+[ \t]*\{/m
const OUTPUT = /^[ \t]*output[ \t]*=[ \t]*"([^"\n]*)"/gm

/**
 * The schemas that files of a folder make: one, unless several files have a datasource. Then each
 * of these is a schema with the files around and below it, or by itself where two are in one folder.
 */
export function schemaChoices(files: readonly DesignFile[]): SchemaChoice[] {
  const own = withoutGenerated(files)
  const heads = own.filter(({ text }) => DATASOURCE.test(text))
  if (own.length === 0) return []
  if (heads.length <= 1) {
    const folder = commonFolder(own)
    return [{ folder, title: own.length === 1 ? (own[0]?.path ?? '') : folder, files: own }]
  }
  const folders = heads.map(({ path }) => folderOf(path))
  return heads.map((head): SchemaChoice => {
    const folder = folderOf(head.path)
    if (folders.indexOf(folder) !== folders.lastIndexOf(folder)) {
      return { folder, title: head.path, files: [head] }
    }
    const nested = folders.filter((other) => other !== folder && isInFolder(other, folder))
    const around = own.filter(
      ({ path }) => isInFolder(path, folder) && !nested.some((other) => isInFolder(path, other)),
    )
    return { folder, title: around.length === 1 ? head.path : folder, files: around }
  })
}

/** Without the copies of the schema that generators put beside what they make. */
function withoutGenerated(files: readonly DesignFile[]): DesignFile[] {
  const outputs = new Set<string>()
  for (const { path, text } of files) {
    for (const [, output = ''] of text.matchAll(OUTPUT)) {
      const folder = resolve(folderOf(path), output)
      if (folder) outputs.add(folder)
    }
  }
  return files.filter(
    ({ path }) => ![...outputs].some((folder) => isInFolder(path, folder) && nameOf(path) === COPY),
  )
}

/** What generators call their copy of the schema. */
const COPY = 'schema.prisma'

/** The path of a folder relative to another; `null` where it leads out of the project. */
function resolve(folder: string, relative: string): string | null {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function commonFolder(files: readonly DesignFile[]): string {
  let common = folderOf(files[0]?.path ?? '')
  while (common !== '' && !files.every(({ path }) => isInFolder(path, common))) {
    common = folderOf(common)
  }
  return common
}
