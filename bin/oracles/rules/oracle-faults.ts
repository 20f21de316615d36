/** Rules about oracles that hold what Prisma did not write for their schemas. */

import type { Oracle } from '../pairs'
import type { Sides } from '../rules'
import type { Step } from '../statements'
import { rewrite, tableOf } from './rewrite'

/** What a person wrote, and what Prisma would have written for the schema beside it. */
const EDITS: Readonly<
  Record<string, readonly { readonly edited: string; readonly meant: string }[]>
> = {
  'step/sqlserver/eureka-club__eureka__14': [
    { edited: "DEFAULT '/register';", meant: "DEFAULT '/registerd';" },
  ],
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

/** Takes out changes of tables that we do not touch at all. */
export function noiseOfShadowDatabase({ actual, expected }: Sides): Sides {
  const touched = new Set(actual.flatMap(({ statements }) => statements.map(tableOf)))
  return {
    actual,
    expected: expected.filter(({ heading, statements: [statement = ''] }) => {
      return heading !== 'AlterTable' || touched.has(tableOf(statement))
    }),
  }
}
