/**
 * Makes a relation one of another kind, keeping its fields, their documentation and the relation's
 * name. What data goes, the notes say.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id     Int  @id
 *   /// Who wrote it.
 *   user   User @relation(fields: [userId], references: [id])
 *   userId Int
 * }
 * ```
 * becomes, one-to-one,
 * ```prisma
 * model User {
 *   id    Int    @id
 *   post  Post?
 * }
 *
 * model Post {
 *   id     Int  @id
 *   /// Who wrote it.
 *   user   User @relation(fields: [userId], references: [id])
 *   userId Int  @unique
 * }
 * ```
 * or many-to-many,
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id     Int  @id
 *   /// Who wrote it.
 *   users  User[]
 * }
 * ```
 */

import { primaryKeyFields } from '@/lib/schema/graph'
import { joinText } from './add-relation'
import { insertBlocks } from './block-text'
import type { Command, CommandContext, CommandResult } from './command'
import { Draft, type FieldRef } from './draft'
import { noteLostKey } from './identification'
import { qualified, relationsReferringTo } from './lookup'
import { readAttributes } from './names'
import type { Problem } from './relation-additions'
import type { SetRelationKindArguments } from './relation-arguments'
import { patchRelation, relationNameIn } from './relation-attribute'
import { numberName, setEnd, settleName } from './relation-ends'
import { dropKey, dropUnique, giveKey, indexKey, makeUnique } from './relation-keys'
import { planRelation } from './relation-plan'
import { checkEnd, referableFields } from './relation-target'
import { hasKeyLists, refOf, type WholeRelation, wholeRelation } from './whole-relation'

/** As said in the history. */
const KIND_TITLES: Readonly<Record<SetRelationKindArguments['kind'], string>> = {
  'one-to-one': 'one-to-one',
  'one-to-many': 'one-to-many',
  'many-to-many': 'many-to-many',
  'many-to-many-explicit': 'many-to-many with a model',
}

export const setRelationKind: Command<SetRelationKindArguments> = {
  name: 'setRelationKind',
  run(ctx, args) {
    const result = changeKind(ctx, args)
    return result && 'problem' in result ? null : result
  },
}

/** Why the relation cannot be of the kind, as a sentence for people; `null` when it can. */
export function checkRelationKind(
  ctx: CommandContext,
  args: SetRelationKindArguments,
): string | null {
  const result = changeKind(ctx, args)
  return result && 'problem' in result ? result.problem : null
}

function changeKind(
  ctx: CommandContext,
  { relationId, kind, owner = 'from' }: SetRelationKindArguments,
): CommandResult | Problem | null {
  const whole = wholeRelation(ctx, relationId)
  if ('problem' in whole) return whole
  const { relation, from, to } = whole
  if (relation.kind === kind) return { problem: `The relation is ${kind} already.` }
  const problem = checkEnd(ctx, from.block) ?? checkEnd(ctx, to.block) ?? checkStart(whole)
  if (problem !== null) return { problem }
  const change = new KindChange(ctx, whole)
  const failure =
    kind === 'many-to-many'
      ? change.toLists()
      : kind === 'many-to-many-explicit'
        ? change.toJoinModel()
        : relation.kind === 'many-to-many'
          ? change.toForeignKey(kind, owner)
          : change.toCount(kind)
  return failure === null ? change.finish(kind) : { problem: failure }
}

function checkStart(whole: WholeRelation): string | null {
  const { relation, from } = whole
  if (hasKeyLists(whole)) return 'Both sides of the relation hold keys, as only MongoDB has it.'
  return relation.kind !== 'many-to-many' && relation.fields.length === 0
    ? `${qualified(from.block, from.field)} has no foreign key yet.`
    : null
}

class KindChange {
  private readonly draft: Draft
  private readonly from: FieldRef
  private readonly to: FieldRef
  private created: CommandResult['created']

  constructor(
    private readonly ctx: CommandContext,
    private readonly whole: WholeRelation,
  ) {
    this.draft = new Draft(ctx)
    this.from = refOf(whole.from)
    this.to = refOf(whole.to)
  }

  /** One-to-many and one-to-one differ in how often a key may occur. */
  toCount(kind: 'one-to-one' | 'one-to-many'): string | null {
    const { draft, to } = this
    const { relation, from } = this.whole
    const { block } = from
    if (kind === 'one-to-one') {
      makeUnique(draft, block.id, relation.fields)
      draft.notes.push(`Each ${this.whole.to.block.name} has at most one ${block.name} now.`)
    } else {
      const problem = checkRepeatable(this.ctx, this.whole)
      if (problem !== null) return problem
      dropUnique(draft, block.id, relation.fields)
      indexKey(draft, block.id, relation.fields)
    }
    setEnd(draft, to, block.name, kind === 'one-to-one' ? 'optional' : 'list')
    numberName(draft, to, kind === 'one-to-one' ? 'one' : 'several')
    return null
  }

  /** Many-to-many, without a model of its own. */
  toLists(): string | null {
    const { draft, from, to, whole } = this
    if (this.ctx.graph.provider === 'mongodb') {
      return 'In MongoDB, a many-to-many relation needs a model that joins the two.'
    }
    for (const { block } of [whole.from, whole.to]) {
      if (primaryKeyFields(block).length !== 1) {
        return `${block.name} has no primary key of one field; join the two by a model.`
      }
    }
    this.unkey()
    settleName(draft, from, to)
    return null
  }

  /** Many-to-many, by a model that joins the two. */
  toJoinModel(): string | null {
    const { draft, from, to, whole } = this
    const wasImplicit = whole.relation.kind === 'many-to-many'
    this.unkey()
    const plan = planRelation(draft.ctx, {
      kind: 'many-to-many-explicit',
      fromId: from.blockId,
      toId: to.blockId,
    })
    if ('problem' in plan) return plan.problem
    const { join } = plan
    if (!join) return null
    const backs = plan.additions.flatMap(({ fields }) => fields)
    for (const [index, ref] of [from, to].entries()) {
      const name = relationNameIn(readAttributes(backs[index]?.attributes ?? '') ?? [])
      patchRelation(draft, ref, { name })
      setEnd(draft, ref, join.name, 'list')
    }
    draft.edit((edits) => {
      const beside = draft.block(from.blockId)
      insertBlocks(edits, beside.path, beside, joinText(draft.ctx, beside.path, join))
    })
    this.created = [{ name: join.name, beside: from.blockId }]
    if (wasImplicit) {
      draft.notes.push(`Which rows are related is not carried over to ${join.name}.`)
    }
    return null
  }

  /** From many-to-many to a foreign key at one end. */
  toForeignKey(kind: 'one-to-one' | 'one-to-many', owner: 'from' | 'to'): string | null {
    const { draft } = this
    const [holder, other] = owner === 'from' ? [this.from, this.to] : [this.to, this.from]
    const target = referableFields(draft.block(other.blockId))
    const { name } = draft.block(other.blockId)
    if (!target) return `${name} has no primary key or unique field to refer to.`
    setEnd(draft, holder, name, 'optional')
    numberName(draft, holder, 'one')
    if (kind === 'one-to-one') {
      setEnd(draft, other, draft.block(holder.blockId).name, 'optional')
      numberName(draft, other, 'one')
    }
    giveKey(draft, holder, {
      target: referableFields(draft.block(other.blockId)) ?? target,
      isOne: kind === 'one-to-one',
      arity: 'optional',
    })
    draft.notes.push('Which rows are related is not carried over.')
    return null
  }

  finish(kind: SetRelationKindArguments['kind']): CommandResult | null {
    const { block, field } = this.whole.from
    return this.draft.finish({
      label: `Make the relation ${qualified(block, field)} ${KIND_TITLES[kind]}`,
      select: { block: block.name, member: this.draft.field(this.from).field.name },
      ...(this.created ? { created: this.created } : {}),
    })
  }

  /** Makes lists of both ends, which need no key. */
  private unkey(): void {
    const { draft, from, to } = this
    const { relation } = this.whole
    if (relation.kind === 'many-to-many') return
    dropKey(draft, from, relation)
    setEnd(draft, from, this.whole.to.block.name, 'list')
    setEnd(draft, to, this.whole.from.block.name, 'list')
    numberName(draft, from, 'several')
    numberName(draft, to, 'several')
  }
}

/** Why the foreign key must stay unique. */
function checkRepeatable(ctx: CommandContext, { relation, from }: WholeRelation): string | null {
  const { block } = from
  const { fields } = relation
  const isSame = (key: { readonly fields: readonly { readonly path: string }[] }) =>
    key.fields.length === fields.length && key.fields.every(({ path }) => fields.includes(path))
  if (block.keys.some((key) => key.kind === 'id' && isSame(key))) {
    return `${fields.join(' and ')} is the primary key of ${block.name}, so each occurs once.`
  }
  const referring = fields
    .flatMap((name) => relationsReferringTo(ctx, block, name))
    .find(({ references }) => isSame({ fields: references.map((path) => ({ path })) }))
  if (referring) {
    const other = ctx.graph.blockById.get(referring.fromBlockId)?.name
    return `${other}.${referring.from.fieldName} refers to ${fields.join(' and ')}, which must be unique for that.`
  }
  const keys = block.keys.filter((key) => key.kind !== 'unique' || !isSame(key))
  return noteLostKey(block, { fields: block.fields, keys })[0] ?? null
}
