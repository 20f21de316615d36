/** Whole lines that a model can begin: those that most models have. */

import { idLine, supportsEnums } from '@/lib/commands/providers'
import { type NameStyle, nameStyle, restyleName } from '@/lib/commands/words'
import type { Block } from '@/lib/schema/graph'
import { docs } from '../facts/fact'
import type { LanguageSnapshot } from '../snapshot'
import { type CompletionItems, snippetText, stop } from './item'

export function completeLines(
  { graph }: LanguageSnapshot,
  block: Block,
  items: CompletionItems,
): void {
  if (block.kind !== 'model') return
  const has = (name: string) => block.fields.some((field) => field.name === name)
  const add = (label: string, line: string, detail: string) => {
    if (has(label)) return
    const documentation = `\`\`\`prisma\n${line}\n\`\`\``
    items.add({
      label,
      kind: 'snippet',
      snippet: snippetText(line),
      detail,
      documentation,
      rank: 6,
    })
  }
  if (!block.keys.some(({ kind }) => kind === 'id')) add('id', idLine(graph), 'primary key')
  const style = nameStyle(graph)
  const created = restyleName('createdAt', style)
  const updated = restyleName('updatedAt', style)
  add(created, `${created} DateTime @default(now())`, 'time of creation')
  add(updated, `${updated} DateTime @updatedAt`, 'time of the last change')
  const relation = {
    summary: 'A field that refers to another model, with its foreign key.',
    link: docs('prisma-schema/data-model/relations'),
  }
  items.add({
    label: 'relation',
    kind: 'snippet',
    snippet:
      `${stop(1, 'author')} ${stop(2, 'User')} ` +
      `@relation(fields: [${stop(3, 'authorId')}], references: [${stop(4, 'id')}])\n` +
      `${stop(3, 'authorId')} ${stop(5, 'Int')}$0`,
    detail: 'relation with a foreign key',
    fact: relation,
    rank: 6,
  })
  if (supportsEnums(graph)) addEnumFields(graph, block, style, items)
}

/** A field for each enum that the model has none of. */
function addEnumFields(
  graph: LanguageSnapshot['graph'],
  block: Block,
  style: NameStyle,
  items: CompletionItems,
): void {
  for (const { kind, name, values } of graph.blocks) {
    if (kind !== 'enum' || block.fields.some((field) => field.typeName === name)) continue
    const field = restyleName(name, style)
    const first = values[0]?.name
    if (first === undefined || block.fields.some((other) => other.name === field)) continue
    const line = `${field} ${name} @default(${first})`
    items.add({
      label: field,
      kind: 'snippet',
      snippet: `${field} ${name} @default(${stop(1, first)})$0`,
      detail: `of the enum ${name}`,
      documentation: `\`\`\`prisma\n${line}\n\`\`\``,
      rank: 7,
    })
  }
}
