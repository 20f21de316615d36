/** What merging a schema into the design comes to: described and done in one, on a draft. */

import type { BlockNode } from '@/lib/psl/syntax'
import { type Block, isDrawn } from '@/lib/schema/graph'
import { quoteString, valueText } from '@/lib/schema/value'
import { addSettings } from './add-settings'
import type { CommandContext } from './command'
import { Draft } from './draft'
import { fitSchema } from './fit-schema'
import { hasBody } from './lines'
import { relationOf } from './lookup'
import { pasteBlocks } from './paste-blocks'
import type { ProviderConsequence } from './provider-consequences'
import { replacedBody } from './replaced-body'
import { setProperty } from './set-property'
import type { ClashChoice, MergeSchemaArguments } from './settings-arguments'

export interface MergePlan {
  readonly draft: Draft
  /** Names of blocks in the design; of those renamed, as they are called then. */
  readonly added: readonly string[]
  readonly replaced: readonly string[]
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  readonly skipped: readonly string[]
  readonly consequences: readonly ProviderConsequence[]
}

export function planMerge(
  ctx: CommandContext,
  { text, clashes }: MergeSchemaArguments,
): MergePlan | null {
  if (ctx.files.size === 0) return null
  const fitted = fitSchema(ctx, text)
  const imported = fitted.ctx.graph.blocks.filter(
    ({ kind, syntax, name }) => isDrawn(kind) && name !== '' && syntax.close !== null,
  )
  if (imported.length === 0) return null
  const plan = sortBlocks(ctx, imported, clashes)
  const draft = new Draft(ctx)
  draft.notes.push(...fitted.notes)
  addConfiguration(draft, fitted.ctx)
  replaceBlocks(draft, ctx, plan.replaced)
  const before = new Set(draft.ctx.graph.blocks.map(({ id }) => id))
  const blocks = [...plan.added, ...plan.renamed]
  if (blocks.length > 0) {
    draft.run(pasteBlocks, { text: blocks.map(({ syntax }) => syntax.text.trim()).join('\n\n') })
  }
  const created = draft.ctx.graph.blocks.filter(({ id }) => !before.has(id))
  // One whose table is there under another model's name gets another name as well.
  const pasted = blocks.map(({ name }, at) => ({ from: name, to: created[at]?.name ?? name }))
  const names = (list: readonly Block[]) => list.map(({ name }) => name)
  return {
    draft,
    added: pasted.filter(({ from, to }) => from === to).map(({ to }) => to),
    replaced: names(plan.replaced),
    renamed: pasted.filter(({ from, to }) => from !== to),
    skipped: names(plan.skipped),
    consequences: fitted.consequences,
  }
}

interface Sorted {
  readonly added: readonly Block[]
  readonly replaced: readonly Block[]
  readonly renamed: readonly Block[]
  readonly skipped: readonly Block[]
}

function sortBlocks(
  { graph }: CommandContext,
  imported: readonly Block[],
  choice: ClashChoice,
): Sorted {
  const sorted = { added: [], replaced: [], renamed: [], skipped: [] } as Record<
    keyof Sorted,
    Block[]
  >
  for (const block of imported) {
    const there = graph.blockByName.get(block.name)
    if (!there) sorted.added.push(block)
    else if (choice === 'skip') sorted.skipped.push(block)
    else if (choice === 'replace' && there.kind === block.kind && hasBody(there.syntax)) {
      sorted.replaced.push(block)
    } else sorted.renamed.push(block)
  }
  return sorted
}

/** A design without a datasource gets the imported one; schemas and features are added to its own. */
function addConfiguration(draft: Draft, { graph: imported }: CommandContext): void {
  const { datasource, generators } = draft.ctx.graph
  const listed = listOf(imported.datasource, 'schemas')
  if (!datasource) {
    if (imported.provider === null) return
    const provider = ['provider', quoteString(imported.provider)] as const
    const schemas = listed.length > 0 ? [['schemas', listText(listed)] as const] : []
    draft.run(addSettings, { kind: 'datasource', properties: [provider, ...schemas] })
  } else {
    const own = listOf(datasource, 'schemas')
    const used = imported.blocks.flatMap(({ databaseSchema }) => databaseSchema ?? [])
    addToList(draft, datasource, 'schemas', own.length > 0 ? used : [])
  }
  const [generator] = generators
  const features = imported.generators.flatMap((each) => listOf(each, 'previewFeatures'))
  if (generator) addToList(draft, generator, 'previewFeatures', features)
}

function addToList(draft: Draft, block: Block, name: string, values: readonly string[]): void {
  const own = listOf(block, name)
  const all = [...new Set([...own, ...values])]
  if (all.length === own.length) return
  if (draft.run(setProperty, { blockId: block.id, name, value: listText(all) })) {
    draft.notes.push(`${name} of ${block.name} has ${all.slice(own.length).join(', ')} as well.`)
  }
}

function listOf(block: Block | null, name: string): string[] {
  const value = block?.properties.find((property) => property.name === name)?.value
  return value?.kind === 'list'
    ? value.items.map((item) => (item.kind === 'string' ? item.value : valueText(item)))
    : []
}

function listText(values: readonly string[]): string {
  return `[${values.map(quoteString).join(', ')}]`
}

/** Each keeps its place, and the comments that still belong to something. */
function replaceBlocks(draft: Draft, ctx: CommandContext, imported: readonly Block[]): void {
  if (imported.length === 0) return
  const names = new Set(imported.map(({ name }) => name))
  draft.edit((edits) => {
    for (const block of imported) {
      const old = draft.ctx.graph.blockByName.get(block.name)
      if (!old) continue
      const { syntax } = old
      const more = keptRelations(ctx, old, block, names)
      const range = { from: syntax.keyword.from, to: (syntax.close ?? 0) + 1 }
      edits.replace(old, range, replacedBody(syntax, { node: block.syntax, more }))
      const comments = newComments(syntax, block.syntax)
      if (comments !== '') edits.insert(old, syntax.keyword.from, comments)
    }
  })
}

/** What the import says above the block and the design does not yet. */
function newComments({ text: old }: BlockNode, { comments, text }: BlockNode): string {
  const lines = comments.map(({ from, to }) => text.slice(from, to))
  return lines
    .filter((line) => !old.includes(line))
    .map((line) => `${line}\n`)
    .join('')
}

/**
 * Relation fields of the old block to blocks that the import does not have: without them, the
 * fields on the other side would be left alone.
 */
function keptRelations(
  ctx: CommandContext,
  old: Block,
  imported: Block,
  names: ReadonlySet<string>,
): string[] {
  const has = new Set(imported.fields.map(({ name }) => name))
  return old.fields.flatMap((field) => {
    if (field.typeKind !== 'model' || names.has(field.typeName) || has.has(field.name)) return []
    const relation = relationOf(ctx, field)
    const isOwner = relation?.from.fieldId === field.id && relation.fields.length > 0
    if (!relation || (isOwner && !relation.fields.every((name) => has.has(name)))) return []
    return [field.text.replace(/\s+/g, ' ').trim()]
  })
}
