/** Where in a block's text a finding is. */

import { fieldNodes } from '@/lib/psl/access'
import type { Range } from '@/lib/psl/syntax'
import type { Block, FieldId } from '@/lib/schema/graph'

/** The block's name, or its keyword while it has none. */
export function nameRange({ syntax }: Block): Range {
  const { from, to } = syntax.name ?? syntax.keyword
  return { from, to }
}

/** The field's name. */
export function fieldRange(block: Block, fieldId: FieldId): Range {
  const index = block.fields.findIndex(({ id }) => id === fieldId)
  const node = fieldNodes(block.syntax)[index]
  return node ? { from: node.name.from, to: node.name.to } : nameRange(block)
}
