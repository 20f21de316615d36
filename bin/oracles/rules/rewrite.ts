/** How rules change the steps of one side. */

import type { Step } from '../statements'

/** Every statement replaced by others, or by none; steps without statements go. */
export function rewrite(
  steps: readonly Step[],
  replace: (statement: string, step: Step) => readonly string[],
): Step[] {
  return steps.flatMap((step) => {
    const statements = step.statements.flatMap((statement) => replace(statement, step))
    return statements.length > 0 ? [{ ...step, statements }] : []
  })
}

/** A name as quoted by any provider, perhaps after that of its schema. */
const NAME = /(?:(?:\[[^\]]+\]|"[^"]+"|`[^`]+`)\.)?(?:\[([^\]]+)\]|"([^"]+)"|`([^`]+)`)/

/** The table that a statement is about: the first name after its keywords; `null` for none. */
export function tableOf(statement: string): string | null {
  const [, keywords = ''] =
    /^((?:CREATE TABLE|ALTER TABLE|DROP TABLE|INSERT INTO|CREATE [A-Z ]*INDEX [^ ]+ ON|DROP INDEX [^ ]+ ON) )/.exec(
      statement,
    ) ?? []
  return keywords === '' ? null : firstName(statement.slice(keywords.length))
}

/** The first quoted name in a text. */
export function firstName(text: string): string | null {
  const found = NAME.exec(text)
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null
}
