/**
 * Sets, replaces or removes a setting of a datasource or a generator.
 *
 * ```prisma
 * generator client {
 *   provider = "prisma-client" // new
 *   output   = "../client"     // here
 * }
 * ```
 * becomes, with `["views"]` for previewFeatures and `"./db"` for output,
 * ```prisma
 * generator client {
 *   provider = "prisma-client" // new
 *   output   = "./db"          // here
 *   previewFeatures = ["views"]
 * }
 * ```
 */

import { propertyNodes } from '@/lib/psl/access'
import type { PropertyNode } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import type { Command } from './command'
import { EditList } from './edit-list'
import { hasBody, insertLines, removeMembers } from './lines'
import { findBlock } from './lookup'
import { settingNotes } from './setting-notes'
import { isSettingValue, readProperty } from './setting-values'
import type { SetPropertyArguments } from './settings-arguments'

export const setProperty: Command<SetPropertyArguments> = {
  name: 'setProperty',
  run(ctx, { blockId, name, value }) {
    const block = findBlock(ctx, blockId)
    if (!block || (block.kind !== 'datasource' && block.kind !== 'generator')) return null
    const node = propertyNodes(block.syntax).find((property) => property.name.text === name)
    const edits = new EditList(ctx)
    const text = value === null ? null : value.trim()
    if (text === null) {
      if (!node || !hasBody(block.syntax)) return null
      removeMembers(edits, block, new Set([node]))
    } else {
      if (!isSettingValue(text) || !readProperty(name, text)) return null
      if (node) replaceValue(edits, block, node, text)
      else if (hasBody(block.syntax)) addProperty(edits, block, name, text)
      else return null
    }
    return edits.finish({
      label: `${text === null ? 'Remove' : 'Set'} ${name} of ${block.kind} ${block.name}`,
      notes: settingNotes(ctx.graph, block.kind, block, name, text),
      select: { block: block.name },
    })
  },
}

/** A comment at the end of the line stays where those of other lines stand, if there is room. */
function replaceValue(edits: EditList, block: Block, node: PropertyNode, value: string): void {
  const { text } = block.syntax
  if (!node.value) {
    const equals = text.indexOf('=', node.name.to)
    const isWritten = equals >= 0 && equals < node.lineTo
    const end = isWritten ? equals + 1 : node.name.to
    edits.insert(block, end, isWritten ? ` ${value}` : ` = ${value}`)
    return
  }
  edits.replace(block, node.value, value)
  if (!node.comment) return
  const column = node.comment.from - node.lineFrom
  const isShared = propertyNodes(block.syntax).some(
    (other) => other !== node && other.comment && other.comment.from - other.lineFrom === column,
  )
  const gap = { from: node.value.to, to: node.comment.from }
  if (!isShared || /[^ ]/.test(text.slice(gap.from, gap.to))) return
  const growth = value.length - (node.value.to - node.value.from)
  edits.replace(block, gap, ' '.repeat(Math.max(1, gap.to - gap.from - growth)))
}

/** Below the last setting, its `=` under that of most. */
function addProperty(edits: EditList, block: Block, name: string, value: string): void {
  const { members } = block.syntax
  const last = members.findLast((member) => member.kind === 'property') ?? null
  const end = members.findIndex((member) => member.kind !== 'comment')
  const after = last ?? members[(end < 0 ? members.length : end) - 1] ?? null
  const column = equalsColumn(block)
  insertLines(edits, block, after, [`${name.padEnd(column - 1)} = ${value}`])
}

/** The column of `=` that more than half of the settings have, from the name; 0 for none. */
function equalsColumn({ syntax }: Block): number {
  const columns = propertyNodes(syntax).flatMap(({ name, value }) => {
    const at = syntax.text.indexOf('=', name.to)
    return value && at >= 0 && at < value.from ? [at - name.from] : []
  })
  const common = columns.find(
    (column) => columns.filter((other) => other === column).length * 2 > columns.length,
  )
  return common ?? 0
}
