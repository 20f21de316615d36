/**
 * Adds what one line says: a field, a relation when its type is a model, or a value of an enum.
 * `= value` is short for `@default(value)`, and a name alone is a `String`.
 *
 * ```prisma
 * model User {
 *   id Int @id
 * }
 * ```
 * becomes, with the line `count Int = 0 // so far`,
 * ```prisma
 * model User {
 *   id    Int @id
 *   count Int @default(0) // so far
 * }
 * ```
 */

import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { addEnumValue } from './add-enum-value'
import { addField } from './add-field'
import { addRelation } from './add-relation'
import type { Command, CommandContext, CommandResult } from './command'
import { type FieldLine, parseFieldLine } from './field-line'
import { findBlock } from './lookup'
import type { AddFieldLineArguments } from './settings-arguments'

export const addFieldLine: Command<AddFieldLineArguments> = {
  name: 'addFieldLine',
  run(ctx, { blockId, line, after }) {
    const block = findBlock(ctx, blockId)
    const parsed = block && parseFieldLine(ctx.graph, block, line)
    if (!block || !parsed || 'problem' in parsed) return null
    const result = runLine(ctx, block, parsed, after)
    if (!result) return null
    const end = parsed.kind === 'value' ? [parsed.attributes, parsed.comment] : [parsed.comment]
    const suffix = end.filter((text) => text !== '').join(' ')
    return suffix === '' ? result : appendToLine(result, block.path, parsed.name, suffix)
  },
}

function runLine(
  ctx: CommandContext,
  block: Block,
  { kind, name, type, arity, attributes }: FieldLine,
  after: AddFieldLineArguments['after'],
): CommandResult | null {
  const place = after === undefined ? {} : { after }
  if (kind === 'value') return addEnumValue.run(ctx, { blockId: block.id, name, ...place })
  if (kind === 'field') {
    return addField.run(ctx, { blockId: block.id, name, type, arity, attributes, ...place })
  }
  const target = targetOf(ctx.graph, type)
  if (!target) return null
  const sides =
    arity === 'list'
      ? { fromId: target.id, toId: block.id, names: { to: name } }
      : {
          fromId: block.id,
          toId: target.id,
          names: { from: name },
          optional: arity === 'optional',
        }
  const result = addRelation.run(ctx, { kind: 'one-to-many', ...sides })
  return result && { ...result, select: { block: block.name, member: name } }
}

function targetOf(graph: SchemaGraph, type: string): Block | null {
  return graph.blockByName.get(type) ?? null
}

/** The result with more at the end of the new line that begins with the name. */
function appendToLine(
  result: CommandResult,
  path: string,
  name: string,
  suffix: string,
): CommandResult {
  let isDone = false
  const append = (line: string) => {
    if (isDone || line.trim().split(/\s/)[0] !== name) return line
    isDone = true
    return `${line} ${suffix}`
  }
  const edits = result.edits.map((file) =>
    file.path === path
      ? {
          path,
          edits: file.edits.map((edit) => ({
            ...edit,
            insert: edit.insert.split('\n').map(append).join('\n'),
          })),
        }
      : file,
  )
  return { ...result, edits }
}
