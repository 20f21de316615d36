/** Old syntax that stands outside of blocks, because what begins a block today does not begin so. */

import type { SyntaxFile } from '@/lib/psl/syntax'
import type { CommandContext } from './command'
import { fieldPlaces } from './lookup'
import type { IsAsked, OldSyntax, PlacedEdit } from './old-syntax'

export function headerLines(
  ctx: CommandContext,
  path: string,
  file: SyntaxFile,
  isAsked: IsAsked,
): OldSyntax[] {
  return file.items.flatMap((item, index): OldSyntax[] => {
    if (item.kind !== 'stray') return []
    const start = file.starts[index] as number
    if (!isAsked(path, start, start + item.text.length)) return []
    const text = item.text.trimEnd()
    const found = alias(ctx, path, start, text) ?? header(ctx, path, start, text)
    return found ? [found] : []
  })
}

const ALIAS = /^(\s*)type\s+(\w+)\s*=\s*(\w+)((?:\s+@[^\n]*)?)$/

/** `type Email = String @db.Text`. */
function alias(ctx: CommandContext, path: string, start: number, text: string): OldSyntax | null {
  const match = ALIAS.exec(text)
  if (!match) return null
  const [, indentation = '', name = '', type = '', attributes = ''] = match
  const whole = ctx.files.get(path)?.text ?? ''
  const end = start + text.length
  const after = endOfLine(whole, start, end)
  const edits: PlacedEdit[] = [{ path, from: start, to: after, insert: '' }]
  for (const block of ctx.graph.blocks) {
    const file = ctx.files.get(block.path)
    const blockStart = file?.starts[file.items.indexOf(block.syntax)]
    if (blockStart === undefined) continue
    for (const { field, node } of fieldPlaces(block)) {
      if (field.typeName !== name || !node.type) continue
      const { from, to } = node.type.name
      edits.push({ path: block.path, from: blockStart + from, to: blockStart + to, insert: type })
      const last = node.attributes.at(-1)?.to ?? node.type.to
      const at = blockStart + last
      const more = attributes.trim()
      if (more !== '') edits.push({ path: block.path, from: at, to: at, insert: ` ${more}` })
    }
  }
  return {
    blockId: null,
    path,
    from: start + indentation.length,
    to: end,
    message:
      `Names for types were an experiment of Prisma 2; write ${type}${attributes} in each field ` +
      `that is a ${name}.`,
    edits,
  }
}

/** Past the line break, and past a blank line where two would come together. */
function endOfLine(text: string, start: number, end: number): number {
  const next = text[end] === '\n' ? end + 1 : end
  const isAlone = start === 0 || text.endsWith('\n\n', start)
  return isAlone && text[next] === '\n' ? next + 1 : next
}

const HEADER = /^(\s*)(type|model|enum)(\s+)(\w+)\s+((?:@\w+(?:\([^)]*\))?\s*)+)\{/

/** `type User @db(name: "users") {` of Prisma 1, `model Address @embedded {` of early Prisma 2. */
function header(ctx: CommandContext, path: string, start: number, text: string): OldSyntax | null {
  const match = HEADER.exec(text)
  if (!match) return null
  const [whole, indentation = '', keyword = '', gap = ' ', name = '', attributes = ''] = match
  const isEmbedded = /@embedded\b/.test(attributes)
  const table = /@(?:db|map)\(\s*(?:name:\s*)?"([^"]*)"\s*\)/.exec(attributes)?.[1]
  const isLink = /@(?:linkTable|relationTable)\b/.test(attributes)
  const from = start + indentation.length
  const to = start + whole.trimEnd().length
  const base = { blockId: null, path, from, to }
  if (isEmbedded) {
    const canEmbed = ctx.graph.provider === 'mongodb'
    return {
      ...base,
      message: canEmbed
        ? `What is embedded is a composite type now: write type ${name} { … }.`
        : `Only MongoDB can embed; make ${name} a model with an id and a relation, or a Json field.`,
      edits: canEmbed ? [{ path, from, to, insert: `type${gap}${name} {` }] : null,
    }
  }
  if (isLink) {
    return {
      ...base,
      message: `${name} was the table behind a many-to-many relation; write two lists, or a model that joins the two.`,
      edits: null,
    }
  }
  if (table === undefined) return null
  const map = `\n  @@map(${JSON.stringify(table)})`
  const kept = keyword === 'type' ? 'model' : keyword
  return {
    ...base,
    message: `The name of a table is given in the block: write ${kept} ${name} { … @@map("${table}") }.`,
    edits: [{ path, from, to, insert: `${kept}${gap}${name} {${map}` }],
  }
}
