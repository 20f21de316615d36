/**
 * Puts copies of blocks into a schema such that it stays valid: under names that are free, with
 * relations among the copies leading to the copies, and those to other models either complete or
 * left out.
 *
 * The copies first get their names on their own. Then they are read together with the schema, in
 * a file that exists only here, which shows what is missing.
 */

import { parse } from '@/lib/psl/parse'
import type { BlockNode } from '@/lib/psl/syntax'
import { deriveGraph } from '@/lib/schema/derive'
import { type Block, isDrawn, type Relation } from '@/lib/schema/graph'
import { applyChanges, changeSet } from '@/lib/text/change-set'
import { ARITY_SUFFIX, alignedLine, changeField, columnsAround } from './alignment'
import { insertBlocks } from './block-text'
import type { CommandContext } from './command'
import { freeConstraintNames, freeTableName } from './database-names'
import { EditList } from './edit-list'
import { kindNotes } from './kind-notes'
import { hasBody, insertLines, removeMembers } from './lines'
import { type FieldPlace, fieldPlaces, isUniqueSet, qualified } from './lookup'
import { checkBlockWord, freshFieldName, takenBlockNames } from './names'
import { fieldsOfType } from './references'
import { nameStyle, pluralName, singularName } from './words'

export interface Copy {
  /** One whole block, with the comments above it. */
  readonly text: string
  readonly path: string
  /** The block below which it goes; `null` for the end of the file. */
  readonly after: Block | null
}

export interface Copies {
  readonly edits: EditList
  readonly notes: readonly string[]
  /** What the copies are called, in their order. */
  readonly names: readonly string[]
}

/** `rename` makes a free name of one that is taken. */
export function insertCopies(
  ctx: CommandContext,
  copies: readonly Copy[],
  rename: (name: string, isTaken: (name: string) => boolean) => string,
): Copies {
  const renamed = renameCopies(
    ctx,
    copies.map(({ text }) => text),
    rename,
  )
  const path = unusedPath(ctx)
  const files = new Map([...ctx.files, [path, parse(renamed)]])
  const both = { files, graph: deriveGraph(files) }
  const settling = new Settling(both, path)
  const edits = settling.edits
  const notes = settling.run(ctx)
  const settled = applyEdits(renamed, edits.takeFile(path))
  const blocks = blockNodes(settled)

  const groups = new Map<string, { copy: Copy; texts: string[] }>()
  for (const [index, copy] of copies.entries()) {
    const key = `${copy.path} ${copy.after?.id ?? ''}`
    const text = `${(blocks[index] as BlockNode).text.trim()}\n`
    const group = groups.get(key)
    if (group) group.texts.push(text)
    else groups.set(key, { copy, texts: [text] })
  }
  for (const { copy, texts } of groups.values()) {
    insertBlocks(edits, copy.path, copy.after, texts.join('\n'))
  }
  return { edits, notes, names: blocks.map((block) => block.name?.text ?? '') }
}

/** Gives copies whose names are taken other ones, also where one of them mentions another. */
function renameCopies(
  ctx: CommandContext,
  texts: readonly string[],
  rename: (name: string, isTaken: (name: string) => boolean) => string,
): string {
  const path = unusedPath(ctx)
  const text = texts.map((text) => `${text.trim()}\n`).join('\n')
  const files = new Map([[path, parse(text)]])
  const alone = { files, graph: deriveGraph(files) }
  const taken = takenBlockNames(ctx)
  const reserved = new Set(alone.graph.blocks.map((block) => block.name))
  const edits = new EditList(alone)
  for (const block of alone.graph.blocks) {
    if (!isDrawn(block.kind) || !block.syntax.name) continue
    if (!taken.has(block.name)) {
      taken.add(block.name)
      continue
    }
    const name = rename(block.name, (other) => taken.has(other) || reserved.has(other))
    taken.add(name)
    edits.replace(block, block.syntax.name, name)
    for (const use of fieldsOfType(alone, block)) {
      const { type } = use.node
      if (!type) continue
      const { text } = use.block.syntax
      const before = text.slice(type.from, type.name.from)
      const after = text.slice(type.name.to, type.to)
      changeField(edits, use.block, use.node, { type: before + name + after })
    }
  }
  return applyEdits(text, edits.takeFile(path))
}

/** Makes the copies in one file fit the schema in the others. */
class Settling {
  readonly edits: EditList
  private readonly notes: string[] = []

  constructor(
    private readonly both: CommandContext,
    private readonly path: string,
  ) {
    this.edits = new EditList(both)
  }

  /** `ctx` is the schema without the copies. */
  run(ctx: CommandContext): readonly string[] {
    const copies = this.both.graph.blocks.filter((block) => block.path === this.path)
    const added = new Map<Block, string[]>()
    const tables = takenBlockNames(ctx)
    for (const block of copies) {
      const problem = checkBlockWord(block.name)
      if (problem) this.notes.push(`${block.kind} ${block.name}: ${problem}`)
      this.notes.push(...kindNotes(block.kind, this.both.graph))
      const names = freeTableName(this.edits, block, tables)
      if (names) this.notes.push(`${block.name} is called ${names} in the database.`)
      this.notes.push(...strayRelationNotes(block))
      this.settleRelations(block, added)
    }
    freeConstraintNames(this.edits, ctx, copies)
    return [...new Set(this.notes)]
  }

  private settleRelations(block: Block, added: Map<Block, string[]>): void {
    const dropped = new Set<FieldPlace>()
    for (const place of fieldPlaces(block)) {
      const relation = this.both.graph.relations.find(
        ({ from, to }) => from.fieldId === place.field.id || to?.fieldId === place.field.id,
      )
      const target = this.both.graph.blockByName.get(place.field.typeName)
      if (!relation || relation.to || !target || target.path === this.path) continue
      const isOwner = relation.fields.length > 0 && place.field.arity !== 'list'
      if (isOwner && hasBody(target.syntax)) this.addOpposite(block, relation, target, added)
      else dropped.add(place)
    }
    const nodes = new Set([...dropped].map(({ node }) => node))
    removeMembers(this.edits, block, nodes)
    for (const { field } of dropped) {
      this.notes.push(
        `${qualified(block, field)} is left out, for the relation belongs to ${field.typeName}.`,
      )
    }
  }

  private addOpposite(
    block: Block,
    { name: relationName, fields, from }: Relation,
    target: Block,
    added: Map<Block, string[]>,
  ): void {
    const isOne = isUniqueSet(block, fields)
    const style = nameStyle(this.both.graph)
    const base = isOne ? singularName(block.name, style) : pluralName(block.name, style)
    const names = added.get(target) ?? []
    const name = freshFieldName(target, base, names)
    added.set(target, [...names, name])
    const { members } = target.syntax
    const last = members.findLast((member) => member.kind === 'field') ?? null
    const field = block.fields.find((field) => field.id === from.fieldId)
    const attributes = [
      ...(relationName === null ? [] : [`@relation(${JSON.stringify(relationName)})`]),
      ...(field?.isIgnored || (block.isIgnored && !target.isIgnored) ? ['@ignore'] : []),
    ]
    const type = block.name + ARITY_SUFFIX[isOne ? 'optional' : 'list']
    const columns = columnsAround(target.syntax, last)
    insertLines(this.edits, target, last, [alignedLine(columns, name, type, attributes.join(' '))])
    this.notes.push(
      `Added ${target.name}.${name} for the relation ${block.name}.${from.fieldName}.`,
    )
  }
}

/** A text that was wrong by itself stays so, and says why. */
function strayRelationNotes(block: Block): string[] {
  return block.fields.flatMap((field) =>
    field.relation && (field.typeKind === 'enum' || field.typeKind === 'scalar')
      ? [`${qualified(block, field)} has @relation, but ${field.typeName} is no model.`]
      : [],
  )
}

function applyEdits(text: string, edits: ReturnType<EditList['takeFile']>): string {
  return applyChanges(text, changeSet(text.length, edits))
}

/** The blocks of a text. */
export function blockNodes(text: string): BlockNode[] {
  return parse(text).items.filter((item) => item.kind === 'block')
}

/** A path that no file of the design has. */
function unusedPath(ctx: CommandContext): string {
  let path = 'copies'
  while (ctx.files.has(path)) path += '+'
  return path
}
