/** The types that a field can have. */

import { supportsScalar } from '@/lib/commands/providers'
import { keyName } from '@/lib/commands/relation-names'
import { type NameStyle, nameStyle } from '@/lib/commands/words'
import { type Block, isDrawn, primaryKeyFields, typeText } from '@/lib/schema/graph'
import { SCALAR_TYPES } from '@/lib/schema/scalars'
import { SCALARS } from '../facts/types'
import type { LanguageSnapshot } from '../snapshot'
import { type CompletionItems, snippetText } from './item'

/** `isAlone` says whether nothing follows in the line, so that a relation can be written out. */
export function completeTypes(
  snapshot: LanguageSnapshot,
  block: Block,
  fieldName: string,
  items: CompletionItems,
  isAlone: boolean,
): void {
  const { graph } = snapshot
  for (const name of SCALAR_TYPES) {
    if (!supportsScalar(graph, name)) continue
    items.add({ label: name, kind: 'scalar', fact: SCALARS[name] ?? null, rank: 2 })
  }
  const isComposite = block.kind === 'type'
  const style = nameStyle(graph)
  for (const other of graph.blocks) {
    const { kind, name } = other
    if (!isDrawn(kind) || name === '' || graph.blockByName.get(name) !== other) continue
    if (isComposite && (kind === 'model' || kind === 'view')) continue
    items.add({ label: name, kind, detail: kind, documentation: other.documentation, rank: 3 })
    if (isAlone && kind === 'model' && block.kind === 'model') {
      addRelation(block, { fieldName, style }, other, items)
    }
  }
  if (!isComposite) {
    const fact = SCALARS.Unsupported ?? null
    items.add({
      label: 'Unsupported',
      kind: 'scalar',
      snippet: 'Unsupported("$1")$0',
      fact,
      rank: 4,
    })
  }
}

/** `User` with its foreign key, for a model with a primary key of one field. */
function addRelation(
  block: Block,
  { fieldName, style }: { readonly fieldName: string; readonly style: NameStyle },
  target: Block,
  items: CompletionItems,
): void {
  const [keyField, ...others] = primaryKeyFields(target)
  const key = target.fields.find(({ name }) => name === keyField)
  if (!key || others.length > 0 || fieldName === '') return
  const name = keyName(fieldName, key, style)
  const isThere = block.fields.some((field) => field.name === name)
  const native = key.nativeType
  const attribute = native
    ? ` @${native.prefix}.${native.name}${native.args.length > 0 ? `(${native.args.join(', ')})` : ''}`
    : ''
  const line = isThere ? '' : `\n${name} ${typeText(key)}${attribute}`
  const relation = `${target.name} @relation(fields: [${name}], references: [${key.name}])`
  items.add({
    label: `${target.name} @relation(…)`,
    kind: 'snippet',
    snippet: `${snippetText(relation + line)}$0`,
    detail: isThere ? `by ${name}` : `with the foreign key ${name}`,
    documentation: `A relation to ${target.name}:\n\n\`\`\`prisma\n${fieldName} ${relation}${line}\n\`\`\``,
    filter: target.name,
    rank: 6,
  })
}
