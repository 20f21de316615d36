/** Random arguments for the commands on settings, files and many blocks. */

import { hasFields } from '@/lib/schema/graph'
import type { ArgumentsOf } from './fuzz-chooser'
import { PROVIDERS } from './setting-values'

const PROPERTIES = [
  ['provider', '"prisma-client-js"'],
  ['output', '"../client"'],
  ['relationMode', '"prisma"'],
  ['engineType', '"library"'],
  ['binaryTargets', '["native"]'],
  ['url', 'env("X")'],
  ['url', '"x"'],
  ['shadowDatabaseUrl', 'env("Y")'],
  ['relationMode', '"foreignKeys"'],
  ['schemas', '["public"]'],
  ['schemas', '["a", "b"]'],
  ['extensions', '[citext]'],
  ['previewFeatures', '["views"]'],
  ['previewFeatures', '["partialIndexes", "postgresqlExtensions"]'],
  ['output', '1'],
  ['odd', '1 2'],
  ['odd', '('],
] as const

const LINES = [
  'createdAt DateTime = now()',
  'updatedAt DateTime @updatedAt',
  'nick',
  'count Int = 0 // so far',
  'VALUE9 @map("nine")',
  'bad (',
  'note String? @map("n_o") /// Kept.',
]

export const SETTINGS_ARGUMENTS: ArgumentsOf<
  | 'setProperty'
  | 'addSettings'
  | 'setProvider'
  | 'moveBlocksToFile'
  | 'addFieldsToBlocks'
  | 'addFieldLine'
  | 'renameToConventions'
> = {
  setProperty(choose) {
    const block = choose.block('datasource', 'generator')
    const [name, value] = choose.one(PROPERTIES) ?? PROPERTIES[0]
    return block ? { blockId: block.id, name, value: choose.chance(4) ? null : value } : null
  },
  addSettings(choose) {
    const kind = choose.chance(3) ? 'datasource' : 'generator'
    return {
      kind,
      ...(choose.chance(3) ? { name: choose.name() } : {}),
      properties: choose.some(PROPERTIES, 3),
    }
  },
  setProvider: (choose) => ({ provider: choose.one(PROVIDERS) ?? 'sqlite' }),
  moveBlocksToFile(choose) {
    const path = choose.one(['moved.prisma', 'a/b.prisma', '../out.prisma', 'x.txt'])
    const known = choose.one([...choose.ctx.files.keys()])
    const blockIds = choose.some(choose.ctx.graph.blocks, 3).map(({ id }) => id)
    return { blockIds, path: (choose.chance(3) ? known : path) ?? 'moved.prisma' }
  },
  addFieldsToBlocks(choose) {
    const blocks = choose.ctx.graph.blocks.filter(({ kind }) => hasFields(kind))
    return {
      blockIds: choose.some(blocks, 3).map(({ id }) => id),
      lines: choose.some(LINES, 2),
    }
  },
  addFieldLine(choose) {
    const block = choose.chance(3) ? choose.block('enum') : choose.fieldBlock()
    const target = choose.block('model')
    const line = choose.chance(3) && target ? `${choose.name()} ${target.name}` : choose.one(LINES)
    return block ? { blockId: block.id, line: line ?? 'nick' } : null
  },
  renameToConventions(choose) {
    const { blocks } = choose.ctx.graph
    const kept = choose.some(blocks, 3).flatMap((block) => [block, ...choose.some(block.fields, 2)])
    return {
      models: !choose.chance(3),
      fields: !choose.chance(3),
      lists: choose.chance(2),
      ...(choose.chance(2) ? { except: kept.map(({ id }) => id) } : {}),
    }
  },
}
