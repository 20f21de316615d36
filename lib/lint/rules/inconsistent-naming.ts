/** A name that is written otherwise than most of its kind. */

import type { OfferedCommand } from '@/lib/commands/command-call'
import { camelName, pascalName, restyleName } from '@/lib/commands/words'
import { type Block, type Field, hasFields, isDrawn } from '@/lib/schema/graph'
import { isColumn, type Named, type Style, styleOf } from '../name-styles'
import { fieldRange, nameRange } from '../places'
import type { BlockFinding, Rule } from '../rule'

const WORDS: Readonly<Record<Named, string>> = {
  model: 'models',
  enum: 'enums',
  field: 'fields',
  table: 'tables',
  column: 'columns',
}

const STYLES: Readonly<Record<Style, string>> = {
  pascal: 'PascalCase',
  camel: 'camelCase',
  snake: 'snake_case',
  upper: 'UPPER_CASE',
  mixed: 'several styles',
  one: 'one word',
}

export const inconsistentNaming: Rule = {
  id: 'inconsistent-naming',
  title: 'Inconsistent naming',
  why: 'Whoever writes a query must remember which names are written in which way.',
  whenOff: 'When the names come from a database that cannot change, and @map is not wanted.',
  isSame: (_, before, after) => before.styles === after.styles,
  check(block, { styles }) {
    if (!isDrawn(block.kind) || block.name === '') return []
    const findings: BlockFinding[] = []
    const named = block.kind === 'enum' ? 'enum' : 'model'
    const range = nameRange(block)
    const style = deviation(block.name, styles[named], true)
    if (style) {
      findings.push(finding(block, null, range, named, style, block.name))
    } else if (isTable(block) && block.databaseName === null) {
      const style = deviation(block.name, styles.table, true)
      if (style) findings.push(finding(block, null, range, 'table', style, block.name))
    }
    if (!hasFields(block.kind)) return findings
    for (const field of block.fields) {
      const style = deviation(field.name, styles.field, false)
      // A name that was given by @map was given on purpose.
      const isForgotten = isColumn(field) && field.databaseName === null
      const columnStyle = isForgotten ? deviation(field.name, styles.column, false) : null
      if (!style && !columnStyle) continue
      const range = fieldRange(block, field.id)
      findings.push(
        style
          ? finding(block, field, range, 'field', style, field.name)
          : finding(block, field, range, 'column', columnStyle as Style, field.name),
      )
    }
    return findings
  },
}

function isTable({ kind, isIgnored }: Block): boolean {
  return (kind === 'model' || kind === 'view') && !isIgnored
}

/** The style that the name should have and has not. */
function deviation(name: string, wanted: Style | null, isBlock: boolean): Style | null {
  if (wanted === null) return null
  const style = styleOf(name, isBlock)
  return style === 'one' || style === wanted ? null : wanted
}

function finding(
  block: Block,
  field: Field | null,
  range: BlockFinding['range'],
  named: Named,
  style: Style,
  name: string,
): BlockFinding {
  const better = restyle(name, style)
  const place = { blockId: block.id, memberId: field?.id ?? null }
  const isStored = named === 'table' || named === 'column'
  const fixes: OfferedCommand[] =
    better === name || !/^\p{L}[\p{L}\p{N}_]*$/u.test(better)
      ? []
      : isStored
        ? [
            {
              command: 'setDatabaseName',
              args: { ...place, name: better },
              label: mapLabel(field, better),
            },
          ]
        : [
            {
              command: 'renameInClient',
              args: { blockId: block.id, fieldId: field?.id ?? null, name: better },
              label: `Rename to ${better}, and keep the name in the database`,
            },
          ]
  const called = isStored ? `${name}, a name in the database,` : name
  return {
    memberId: field?.id ?? null,
    range,
    message: `${called} is not in ${STYLES[style]} as most ${WORDS[named]} are.`,
    fixes,
  }
}

function mapLabel(field: Field | null, name: string): string {
  return `Call it ${name} in the database by ${field ? '@map' : '@@map'}`
}

function restyle(name: string, style: Style): string {
  switch (style) {
    case 'pascal':
      return pascalName(name.toLowerCase() === name || name.includes('_') ? name : pascal(name))
    case 'camel':
      return camelName(restyleName(name, 'snake'))
    case 'snake':
      return restyleName(name, 'snake')
    case 'upper':
      return restyleName(name, 'snake').toUpperCase()
    default:
      return name
  }
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
