/**
 * Adds a datasource at the top, or a generator below the last one, aligned as Prisma's formatter
 * aligns them.
 *
 * ```prisma
 * model User {
 *   id Int @id
 * }
 * ```
 * becomes, with a generator of two settings,
 * ```prisma
 * generator client {
 *   provider = "prisma-client"
 *   output   = "../client"
 * }
 *
 * model User {
 *   id Int @id
 * }
 * ```
 */

import { blockText, insertBlocks, pathForBlock } from './block-text'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { fileIndentation } from './lines'
import { checkBlockName, freshName } from './names'
import { settingNotes } from './setting-notes'
import { readProperty } from './setting-values'
import type { AddSettingsArguments } from './settings-arguments'

/** The file that a design without files gets. */
const FIRST_PATH = 'schema.prisma'

export const addSettings: Command<AddSettingsArguments> = {
  name: 'addSettings',
  run(ctx, { kind, name: asked, properties }) {
    if (kind === 'datasource' && ctx.graph.blocks.some((block) => block.kind === kind)) return null
    const names = properties.map(([name]) => name)
    if (properties.length === 0 || new Set(names).size < names.length) return null
    if (properties.some(([name, value]) => !readProperty(name, value))) return null
    const taken = new Set(ctx.graph.blocks.filter((b) => b.kind === kind).map((b) => b.name))
    const name = asked ?? freshName(kind === 'datasource' ? 'db' : 'client', (n) => taken.has(n))
    if (taken.has(name) || !isPlainName(ctx, name)) return null
    const last = ctx.graph.generators.findLast(({ syntax }) => syntax.close !== null)
    const after = kind === 'generator' ? (last ?? null) : null
    const path = pathForBlock(ctx, undefined, after)
    const width = Math.max(...names.map(({ length }) => length))
    const lines = properties.map(([name, value]) => `${name.padEnd(width)} = ${value.trim()}`)
    const text = blockText(kind, name, fileIndentation(ctx, path ?? FIRST_PATH), lines)
    const rest = {
      label: `Add ${kind} ${name}`,
      select: { block: name },
    }
    const notes = [
      ...(names.includes('provider') ? [] : settingNotes(ctx.graph, kind, null, 'provider', null)),
      ...properties.flatMap(([name, value]) => settingNotes(ctx.graph, kind, null, name, value)),
    ]
    if (path === null) {
      return { edits: [], files: [{ path: FIRST_PATH, text }], ...rest, ...(notes[0] && { notes }) }
    }
    const edits = new EditList(ctx)
    if (after) insertBlocks(edits, path, after, text)
    else {
      const old = ctx.files.get(path)?.text ?? ''
      const needsBlank = old.trim() !== '' && !/^[^\S\n]*\n/.test(old)
      edits.replaceInFile(path, 0, 0, needsBlank ? `${text}\n` : text)
    }
    return edits.finish({ ...rest, notes })
  },
}

/** Settings have names of their own, but these are spelt as those of other blocks. */
function isPlainName(ctx: CommandContext, name: string): boolean {
  const graph = { ...ctx.graph, blockByName: new Map() }
  return checkBlockName({ ...ctx, graph }, null, name) === null
}
