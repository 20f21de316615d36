/**
 * The one table of steps that Prisma writes, and so do we, though MySQL refuses them: what is
 * wrong with them is not put right here, for a person would get other SQL than from Prisma.
 */

export interface RefusedStep {
  readonly name: string
  readonly why: string
  /** What the server says. */
  readonly problem: RegExp
  /** What the migration has in it. */
  readonly sql: RegExp
}

export const REFUSED_STEPS: readonly RefusedStep[] = [
  {
    name: 'counting-column-without-key',
    why: 'A primary key whose column counts is dropped before the column has the unique index that replaces it.',
    problem: /\bERROR 1075 /,
    sql: /DROP PRIMARY KEY[\s\S]*CREATE UNIQUE INDEX/,
  },
  {
    name: 'json-default-in-modify',
    why: 'A new JSON column gets no default, but one that is modified gets it, without the quotes that it would need.',
    problem: /\bERROR 1064 /,
    sql: /MODIFY `[^`]+` JSON (?:NOT )?NULL DEFAULT /,
  },
]

export function findRefusedStep(problem: string, sql: string): RefusedStep | null {
  return REFUSED_STEPS.find((step) => step.problem.test(problem) && step.sql.test(sql)) ?? null
}
