/**
 * What must hold of every syntax tree, for tests and for the check of whole folders of schemas.
 * Each function returns what is wrong, or `null`.
 */

import type { BlockNode, Range, SyntaxFile } from './syntax'

/** The items joined are the text, and every node lies in its parent, in order. */
export function findTreeFault(file: SyntaxFile): string | null {
  if (file.items.map((item) => item.text).join('') !== file.text)
    return 'the items are not the text'
  let position = 0
  for (const [index, item] of file.items.entries()) {
    if (file.starts[index] !== position) return `item ${index} starts at ${file.starts[index]}`
    if (item.text === '') return `item ${index} is empty`
    position += item.text.length
    if (item.kind === 'block') {
      const fault = findBlockFault(item)
      if (fault) return `item ${index}: ${fault}`
    }
  }
  return null
}

function findBlockFault(block: BlockNode): string | null {
  const whole = { from: 0, to: block.text.length }
  const fault = findRangeFault(block, whole, block.text)
  if (fault) return fault
  let position = -1
  for (const member of block.members) {
    if (position >= 0 && member.lineFrom !== position) return `a gap at ${position}`
    if (member.lineTo <= member.lineFrom) return `an empty member at ${member.lineFrom}`
    if (member.from < member.lineFrom || member.to > member.lineTo) return 'a member off its line'
    position = member.lineTo
  }
  const body = block.members[block.members.length - 1]
  if (body && block.close !== null) {
    const rest = block.text.slice(body.lineTo, block.close)
    if (rest.trim() !== '') return `text between the members and the brace: ${rest}`
  }
  return null
}

/** Checks nested nodes generically: anything with `from` and `to` lies inside what holds it. */
function findRangeFault(node: object, parent: Range, text: string): string | null {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'object' || value === null) continue
    const range = isRange(value) ? value : parent
    if (isRange(value)) {
      const bounds = key === 'comment' ? { from: 0, to: text.length } : parent
      if (value.from > value.to || value.from < bounds.from || value.to > bounds.to) {
        return `${key} ${value.from}–${value.to} is not in ${bounds.from}–${bounds.to}`
      }
      if ('text' in value && value.text !== text.slice(value.from, value.to)) {
        return `${key} reads ${JSON.stringify(value.text)}`
      }
    }
    const fault = findRangeFault(value, range, text)
    if (fault) return fault
  }
  return null
}

function isRange(value: object): value is Range {
  return 'from' in value && 'to' in value
}

/** Two trees of one text are the same tree. */
export function findTreeDifference(a: SyntaxFile, b: SyntaxFile): string | null {
  if (a.items.length !== b.items.length) return `${a.items.length} items, not ${b.items.length}`
  for (const [index, item] of a.items.entries()) {
    const left = JSON.stringify(item)
    const right = JSON.stringify(b.items[index])
    if (left !== right) return `item ${index}: ${left} is not ${right}`
  }
  return null
}
