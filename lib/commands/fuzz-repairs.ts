/** Random arguments for the commands that mend a schema, or bring it to another version. */

import { misspellingsIn } from './correct-spelling'
import { type ArgumentsOf, type Chooser, fieldOf } from './fuzz-chooser'

export const REPAIR_ARGUMENTS: ArgumentsOf<
  | 'renameInClient'
  | 'addBackRelation'
  | 'addForeignKey'
  | 'declareType'
  | 'nameRelations'
  | 'correctSpelling'
  | 'modernizeSyntax'
  | 'moveConnectionToConfig'
  | 'upgradeToPrisma7'
  | 'backToPrisma6'
> = {
  renameInClient(choose) {
    if (choose.chance(2)) {
      const place = fieldOf(choose)
      return place && { ...place, name: choose.name() }
    }
    const block = choose.one(choose.ctx.graph.blocks)
    return block ? { blockId: block.id, fieldId: null, name: choose.name() } : null
  },
  addBackRelation(choose) {
    const lone = choose.one(choose.ctx.graph.relations.filter(({ to }) => to === null))
    const place = lone && !choose.chance(8) ? lone.from : fieldOf(choose)
    if (!place) return null
    const kind = choose.chance(3) ? 'many-to-many' : 'one-to-many'
    const { blockId, fieldId } = place
    return choose.chance(2) ? { blockId, fieldId, kind } : { blockId, fieldId }
  },
  addForeignKey(choose) {
    const relation = choose.one(choose.ctx.graph.relations)
    const place = relation && !choose.chance(8) ? relation.from : fieldOf(choose)
    return place && { blockId: place.blockId, fieldId: place.fieldId }
  },
  declareType(choose) {
    const unknown = choose.ctx.graph.blocks.flatMap((block) =>
      block.fields
        .filter(({ typeKind }) => typeKind === 'unknown')
        .map(({ id }) => ({ blockId: block.id, fieldId: id })),
    )
    const place = choose.one(unknown) ?? fieldOf(choose)
    return place && { ...place, kind: choose.chance(2) ? 'model' : 'enum' }
  },
  nameRelations(choose) {
    const relation = choose.one(choose.ctx.graph.relations)
    const block = choose.block('model', 'enum')
    if (relation && !choose.chance(8)) {
      return { blockId: relation.fromBlockId, otherId: relation.toBlockId }
    }
    return block ? { blockId: block.id, otherId: block.id } : null
  },
  correctSpelling(choose) {
    const [path = '', file] = choose.one([...choose.ctx.files]) ?? []
    const length = file?.text.length ?? 0
    const found = choose.one(misspellingsIn(choose.ctx, path, 0, length))
    const word = found && choose.one(found.valid)
    if (!found || word === undefined || choose.chance(20)) {
      return { path, from: 0, to: length, word: choose.name() }
    }
    return { path, from: found.from, to: found.to, word }
  },
  modernizeSyntax(choose) {
    const block = choose.one(choose.ctx.graph.blocks)
    return { blockId: choose.chance(2) ? (block?.id ?? null) : null }
  },
  moveConnectionToConfig: nothing,
  upgradeToPrisma7: nothing,
  backToPrisma6(choose) {
    const url = choose.one(['env("A")', '"x"', '(', '']) ?? ''
    return choose.chance(2) ? {} : { connection: { url, directUrl: 'env("B")' } }
  },
}

function nothing(_: Chooser): Record<never, never> {
  return {}
}
