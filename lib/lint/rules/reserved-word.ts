/** A name that is a word of SQL, of Prisma Client or of TypeScript. */

import { pluralOf } from '@/lib/commands/words'
import { type Block, hasFields } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import { isColumn } from '../name-styles'
import { fieldRange, nameRange } from '../places'
import { hidesGlobal, isNameOfClient, isReservedInSql } from '../reserved-words'
import type { BlockFinding, Rule } from '../rule'

export const reservedWord: Rule = {
  id: 'reserved-word',
  title: 'Reserved word as a name',
  why:
    'SQL written by hand fails without quotes around it, or an import hides what TypeScript ' +
    'knows by the name.',
  whenOff: 'When nobody writes SQL by hand.',
  isSame: (_, before, after) => before.provider === after.provider,
  check(block, { provider, graph }) {
    if (block.kind === 'datasource' || block.kind === 'generator' || block.name === '') return []
    const findings: BlockFinding[] = []
    const title = providerTitle(graph)
    const isTable = block.kind === 'model' || block.kind === 'view'
    const table = block.databaseName ?? block.name
    if (isTable && isReservedInSql(provider, table)) {
      findings.push({
        memberId: null,
        range: nameRange(block),
        message: `${table} is a reserved word of ${title}, so SQL must have it in quotes.`,
        fixes: tableFixes(block, table, provider),
      })
    }
    if (isNameOfClient(block.name) || hidesGlobal(block.name)) {
      const whose = isNameOfClient(block.name) ? 'Prisma Client' : 'TypeScript'
      findings.push({
        memberId: null,
        range: nameRange(block),
        message: `${whose} has a ${block.name} of its own, which an import of this one would hide.`,
        fixes: [],
      })
    }
    if (!isTable || !hasFields(block.kind)) return findings
    for (const field of block.fields) {
      const column = field.databaseName ?? field.name
      if (!isColumn(field) || !isReservedInSql(provider, column)) continue
      findings.push({
        memberId: field.id,
        range: fieldRange(block, field.id),
        message: `${column} is a reserved word of ${title}, so SQL must have it in quotes.`,
        fixes: [],
      })
    }
    return findings
  },
}

/** The plural is hardly ever reserved. */
function tableFixes(block: Block, table: string, provider: string | null): BlockFinding['fixes'] {
  const name = pluralOf(table)
  if (block.kind !== 'model' || name === table || isReservedInSql(provider, name)) return []
  return [
    {
      command: 'setDatabaseName',
      args: { blockId: block.id, name },
      label: `Call the table ${name} by @@map`,
    },
  ]
}
