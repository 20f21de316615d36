/** Fields in lists: of a relation, of keys and indexes, along paths into composite types. */

import type { Block, Field } from '@/lib/schema/graph'
import { typeText } from '@/lib/schema/graph'
import type { LanguageSnapshot } from '../snapshot'
import type { CompletionItems } from './item'

/** Whether the field is a column, and so can be in a key. */
export function isColumn({ typeKind }: Field): boolean {
  return typeKind !== 'model' && typeKind !== 'view'
}

export interface FieldChoice {
  /** Whose fields they are. */
  readonly owner: Block
  /** Names of composite fields that lead to the caret. */
  readonly path: readonly string[]
  readonly listed: readonly string[]
  /** Those that are more likely than the others. */
  readonly prefer?: (field: Field) => boolean
  /** How a field is written where it is not in brackets yet: `[email]`. */
  readonly inBrackets?: boolean
}

export function completeFields(
  { graph }: LanguageSnapshot,
  { owner, path, listed, prefer, inBrackets = false }: FieldChoice,
  items: CompletionItems,
): void {
  let block: Block | undefined = owner
  for (const name of path) {
    const field: Field | undefined = block?.fields.find((field) => field.name === name)
    const next: Block | undefined = field && graph.blockByName.get(field.typeName)
    block = next?.kind === 'type' ? next : undefined
  }
  const lead = path.map((name) => `${name}.`).join('')
  for (const field of block?.fields ?? []) {
    const isPath = field.typeKind === 'type'
    if (!isColumn(field) || (!isPath && listed.includes(lead + field.name))) continue
    const name = inBrackets ? `[${field.name}]` : field.name
    items.add({
      label: name,
      kind: 'field',
      detail: typeText(field),
      documentation: field.documentation,
      filter: field.name,
      rank: prefer?.(field) ? 3 : 5,
    })
  }
}
