/** Questions that everything above asks of syntax nodes. */

import type {
  Argument,
  ArgumentList,
  AttributeNode,
  BlockAttributeNode,
  BlockNode,
  EnumValueNode,
  Expression,
  FieldNode,
  MemberNode,
  PropertyNode,
  SyntaxFile,
} from './syntax'

export function fieldNodes(block: BlockNode): FieldNode[] {
  return block.members.filter((member) => member.kind === 'field')
}

export function enumValueNodes(block: BlockNode): EnumValueNode[] {
  return block.members.filter((member) => member.kind === 'value')
}

export function propertyNodes(block: BlockNode): PropertyNode[] {
  return block.members.filter((member) => member.kind === 'property')
}

export function blockAttributeNodes(block: BlockNode): BlockAttributeNode[] {
  return block.members.filter((member) => member.kind === 'attribute')
}

export function findAttribute(
  attributes: readonly AttributeNode[],
  name: string,
): AttributeNode | null {
  return attributes.find((attribute) => attribute.name.text === name) ?? null
}

/** The attributes of the block itself called `name`: `@@index` may stand several times. */
export function findBlockAttributes(block: BlockNode, name: string): BlockAttributeNode[] {
  return blockAttributeNodes(block).filter((node) => node.attribute.name.text === name)
}

/**
 * The argument called `name`; failing that, when `isFirst`, the one that stands first without a
 * name, as Prisma lets the main argument do.
 */
export function findArgument(
  args: ArgumentList | null,
  name: string,
  isFirst = false,
): Argument | null {
  if (!args) return null
  const named = args.items.find((item) => item.name?.text === name)
  if (named) return named
  return (isFirst && args.items.find((item) => !item.name)) || null
}

export function argumentValue(
  args: ArgumentList | null,
  name: string,
  isFirst = false,
): Expression | null {
  return findArgument(args, name, isFirst)?.value ?? null
}

/** A list's items; a single value stands for a list of one. */
export function listItems(value: Expression | null): readonly Expression[] {
  if (!value) return []
  return value.kind === 'array' ? value.items : [value]
}

/** The name that an expression mentions: of a path, or of a call such as `name(sort: Desc)`. */
export function mentionedName(value: Expression): string | null {
  if (value.kind === 'path') return value.text
  return value.kind === 'call' ? value.name.text : null
}

/**
 * The documentation of a member: the comments above it and the one at its end. Blank lines
 * between do not matter to Prisma, but only the last run of comments counts.
 */
export function memberDocumentation(block: BlockNode, index: number): string {
  const lines: string[] = []
  let above = index - 1
  while (block.members[above]?.kind === 'blank') above--
  for (; above >= 0; above--) {
    const member = block.members[above] as MemberNode
    if (member.kind !== 'comment') break
    const text = documentationText(block.text.slice(member.from, member.to))
    if (text !== null) lines.unshift(text)
  }
  const member = block.members[index] as MemberNode
  const trailing = 'comment' in member && member.comment
  const text = trailing && documentationText(trailing.text)
  if (typeof text === 'string') lines.push(text)
  return lines.join('\n')
}

/** The documentation of a block: the comments directly above it. */
export function blockDocumentation(block: BlockNode): string {
  return block.comments
    .flatMap(({ from, to }) => documentationText(block.text.slice(from, to)) ?? [])
    .join('\n')
}

/** What a comment documents; `null` for one after two slashes, which is for readers only. */
export function documentationText(comment: string): string | null {
  if (comment.startsWith('///')) return comment.slice(3).trimStart()
  return comment.startsWith('/*') ? comment.replace(/^\/\*|\*\/$/g, '').trim() : null
}

/** Where a block's text starts in its file. */
export function startOfBlock(file: SyntaxFile, block: BlockNode): number {
  const index = file.items.indexOf(block)
  if (index < 0) throw new Error(`Block ${block.name?.text} does not stand in this file`)
  return file.starts[index] as number
}
