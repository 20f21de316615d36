/** What a check found wrong with a schema. */

/** `process` is no check: what the schema did to the process that checked it. */
export type CheckName =
  | 'lossless'
  | 'incremental'
  | 'engine'
  | 'commands'
  | 'verdict'
  | 'language'
  | 'preview'
  | 'server'
  | 'process'

export interface Failure {
  readonly check: CheckName
  /** Short, and enough to see the cause. */
  readonly reason: string
}

/** A text in a reason: quoted, and cut in the middle when it is long. */
export function excerpt(text: string, length = 160): string {
  const half = Math.floor(length / 2)
  const short = text.length <= length ? text : `${text.slice(0, half)} … ${text.slice(-half)}`
  return JSON.stringify(short)
}

/** Where two texts begin to differ, for a reason; `null` when they are the same. */
export function findTextDifference(actual: string, expected: string): string | null {
  if (actual === expected) return null
  let at = 0
  while (at < actual.length && at < expected.length && actual[at] === expected[at]) at++
  const from = Math.max(0, at - 30)
  const show = (text: string) => excerpt(text.slice(from, at + 50))
  return `at ${at}: ${show(actual)} is not ${show(expected)}`
}
