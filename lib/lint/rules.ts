/** All rules, in the order in which they are listed. */

import type { Rule } from './rule'
import { ambiguousPlural } from './rules/ambiguous-plural'
import { cascadeCycle } from './rules/cascade-cycle'
import { foreignKeyWithoutIndex } from './rules/foreign-key-without-index'
import { inconsistentNaming } from './rules/inconsistent-naming'
import { joinModelBesideImplicit } from './rules/join-model-beside-implicit'
import { missingUnique } from './rules/missing-unique'
import { modelWithoutCreatedAt } from './rules/model-without-created-at'
import { onDeleteMissing } from './rules/on-delete-missing'
import { redundantIndex } from './rules/redundant-index'
import { reservedWord } from './rules/reserved-word'
import { unusedEnum } from './rules/unused-enum'

export const RULES: readonly Rule[] = [
  foreignKeyWithoutIndex,
  redundantIndex,
  missingUnique,
  onDeleteMissing,
  cascadeCycle,
  joinModelBesideImplicit,
  modelWithoutCreatedAt,
  inconsistentNaming,
  ambiguousPlural,
  unusedEnum,
  reservedWord,
]

export function ruleById(id: string): Rule | null {
  return RULES.find((rule) => rule.id === id) ?? null
}
