/**
 * Adds the same fields to several blocks, each in the columns and the style of names of its own.
 *
 * ```prisma
 * model User {
 *   user_id    Int    @id
 *   first_name String
 * }
 * ```
 * becomes, with the line `createdAt DateTime = now()`,
 * ```prisma
 * model User {
 *   user_id    Int    @id
 *   first_name String
 *   created_at DateTime @default(now())
 * }
 * ```
 */

import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { ARITY_SUFFIX, alignedLine, columnsAround } from './alignment'
import type { Command } from './command'
import { declarationNotes } from './declaration-notes'
import { EditList } from './edit-list'
import { type FieldLine, parseFieldLine } from './field-line'
import { hasBody, insertLines } from './lines'
import { findBlock } from './lookup'
import { readAttributes } from './names'
import type { AddFieldsToBlocksArguments } from './settings-arguments'
import { nameStyle, restyleName } from './words'

export const addFieldsToBlocks: Command<AddFieldsToBlocksArguments> = {
  name: 'addFieldsToBlocks',
  run(ctx, { blockIds, lines }) {
    const blocks = [...new Set(blockIds)].flatMap((id) => findBlock(ctx, id) ?? [])
    if (blocks.length < new Set(blockIds).size) return null
    const edits = new EditList(ctx)
    const notes: string[] = []
    let count = 0
    for (const block of blocks) {
      if (!hasBody(block.syntax)) {
        notes.push(`${block.name} has no room for a field.`)
        continue
      }
      const added = fieldsFor(ctx.graph, block, lines, notes)
      if (added.length === 0) continue
      count++
      const last = block.syntax.members.findLast(({ kind }) => kind === 'field') ?? null
      const columns = columnsAround(block.syntax, last)
      const texts = added.map(({ name, type, arity, attributes, comment }) => {
        const line = alignedLine(columns, name, type + ARITY_SUFFIX[arity], attributes)
        return comment === '' ? line : `${line} ${comment}`
      })
      insertLines(edits, block, last, texts)
    }
    return edits.finish({
      label: `Add fields to ${count} ${count === 1 ? 'block' : 'blocks'}`,
      notes,
    })
  },
}

/** What the lines add to the block; why some do not is added to the notes. */
function fieldsFor(
  graph: SchemaGraph,
  block: Block,
  lines: readonly string[],
  notes: string[],
): FieldLine[] {
  const fields: FieldLine[] = []
  for (const line of lines) {
    const parsed = parseFieldLine(graph, block, restyled(graph, block, line))
    if ('problem' in parsed) notes.push(`${block.name} is left as it is: ${parsed.problem}`)
    else if (parsed.kind !== 'field') {
      notes.push(`${block.name} is left as it is: ${parsed.name} is no field of its own.`)
    } else if (!fields.some(({ name }) => name === parsed.name)) {
      fields.push(parsed)
      const attributes = readAttributes(parsed.attributes) ?? []
      notes.push(...declarationNotes(graph, block, { ...parsed, attributes }))
    }
  }
  return fields
}

/** The line with its name as the block writes names. */
function restyled(graph: SchemaGraph, block: Block, line: string): string {
  const name = /^\s*([\p{L}\p{N}_]+)/u.exec(line)?.[1]
  if (name === undefined) return line
  const hasStyle = block.fields.some(({ name }) => /_|\p{Ll}\p{Lu}/u.test(name))
  const style = nameStyle(hasStyle ? { ...graph, blocks: [block] } : graph)
  return line.replace(name, restyleName(name, style))
}
