/** Rules about oracles that hold what Prisma did not write for their schemas. */

import type { Oracle } from '../pairs'
import type { Sides } from '../rules'
import type { Step } from '../statements'
import { rewrite, tableOf } from './rewrite'

const [TRACKER_GROUP, TRACKER_NODE] = [
  ['trackerGroupId', 'tracker_group'],
  ['nodeId', 'tracker_node'],
].map(([column, table]) => {
  const name = `tracker_membership_${column}_fkey`
  const references = `REFERENCES "${table}" ("${column}") ON DELETE RESTRICT ON UPDATE CASCADE`
  return `CONSTRAINT "${name}" FOREIGN KEY ("${column}") ${references}`
})

/** What a person wrote, and what Prisma would have written for the schema beside it. */
const EDITS: Readonly<
  Record<string, readonly { readonly edited: string; readonly meant: string }[]>
> = {
  'step/sqlserver/eureka-club__eureka__14': [
    { edited: "DEFAULT '/register';", meant: "DEFAULT '/registerd';" },
  ],
  // The fields of this relation changed places in the schema after the migration was made.
  'step/sqlite/lkw199711__smanga-adonis__7': [
    {
      edited: `${TRACKER_GROUP},\n    ${TRACKER_NODE}`,
      meant: `${TRACKER_NODE},\n    ${TRACKER_GROUP}`,
    },
  ],
}

export function isEditedByHand({ label }: Oracle): boolean {
  return EDITS[label] !== undefined
}

export function editedByHand({ actual, expected }: Sides, { label }: Oracle): Sides {
  const edits = EDITS[label] ?? []
  const undo = (statement: string) => [
    edits.reduce((text, { edited, meant }) => text.replace(edited, meant), statement),
  ]
  return { actual, expected: edits.length > 0 ? rewrite(expected, undo) : expected }
}

/** Takes out drops of single defaults from a step that then drops the column. */
export function handWrittenDefaultDrops({ actual, expected }: Sides): Sides {
  const drop = /^ALTER TABLE \S+ DROP CONSTRAINT \[[^\]]+_(\w+)_df\];$/
  const isOfDroppedColumn = (column: string, { statements }: Step) =>
    statements.some((text) => / DROP COLUMN /.test(text) && text.includes(`[${column}]`))
  const keep = (statement: string, step: Step) => {
    const column = drop.exec(statement)?.[1]
    return column !== undefined && isOfDroppedColumn(column, step) ? [] : [statement]
  }
  return { actual, expected: rewrite(expected, keep) }
}

/** Takes out changes of tables and of columns that we do not touch at all. */
export function noiseOfShadowDatabase({ actual, expected }: Sides): Sides {
  const ours = actual.flatMap(({ statements }) => statements)
  const touched = new Set(ours.map(tableOf))
  const withoutNoise = (statement: string, { heading }: Step) => {
    if (heading !== 'AlterTable') return [statement]
    const table = tableOf(statement)
    if (!touched.has(table)) return []
    return withoutModifications(
      statement,
      ours.filter((other) => tableOf(other) === table),
    )
  }
  return { actual, expected: rewrite(expected, withoutNoise) }
}

/** Without the clauses of MySQL that repeat a column of which ours say nothing. */
function withoutModifications(statement: string, ours: readonly string[]): string[] {
  const [, start = '', body = ''] = /^(ALTER TABLE \S+ )([\s\S]*);$/.exec(statement) ?? []
  const kept = body.split(',\n    ').filter((clause) => {
    const column = /^MODIFY (`[^`]+`)/.exec(clause)?.[1]
    return column === undefined || ours.some((other) => other.includes(`MODIFY ${column}`))
  })
  if (start === '') return [statement]
  return kept.length > 0 ? [`${start}${kept.join(',\n    ')};`] : []
}
