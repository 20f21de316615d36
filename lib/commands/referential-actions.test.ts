import { describe, expect, it } from 'vitest'
import type { Relation } from '@/lib/schema/graph'
import { actionChoices, defaultAction, validActions } from './referential-actions'
import { contextOf } from './testing'

/** The relation B.a of a schema with the settings, and its graph. */
function relationIn(settings: string, suffix = '') {
  const { graph } = contextOf(
    `datasource db {\n${settings}\n}\nmodel A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId Int${suffix}\n  a A${suffix} @relation(fields: [aId], references: [id])\n}\n`,
  )
  return { graph, relation: graph.relations[0] as Relation }
}

/** That they are what the engine allows, `bin/corpus/relation-commands.test.ts` checks. */
describe('validActions', () => {
  it.each([
    ['provider = "postgresql"', '?', 'Cascade Restrict NoAction SetNull SetDefault'],
    ['provider = "postgresql"', '', 'Cascade Restrict NoAction SetDefault'],
    ['provider = "sqlserver"', '?', 'Cascade NoAction SetNull SetDefault'],
    ['provider = "mongodb"', '?', 'Cascade Restrict NoAction SetNull'],
    ['provider = "sqlite"\nrelationMode = "prisma"', '', 'Cascade Restrict'],
    ['provider = "mysql"\nrelationMode = "prisma"', '?', 'Cascade Restrict NoAction SetNull'],
  ])('with %s, of a key Int%s: %#', (settings, suffix, expected) => {
    const { graph, relation } = relationIn(settings, suffix)
    expect(validActions(graph, 'onDelete', relation).join(' ')).toBe(expected)
  })

  it('says why an action cannot be had', () => {
    const { graph, relation } = relationIn('provider = "sqlserver"')
    const problems = actionChoices(graph, 'onUpdate', relation).flatMap(
      ({ problem }) => problem ?? [],
    )
    expect(problems).toEqual([
      'SQL Server has no Restrict; NoAction does the same there.',
      'B.aId is required, so it cannot be null.',
    ])
  })

  it('has none for a relation without a foreign key', () => {
    const { graph } = contextOf(
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n',
    )
    expect(validActions(graph, 'onDelete', graph.relations[0] as Relation)).toEqual([])
  })

  it('knows what Prisma does when nothing is said', () => {
    const { graph } = relationIn('provider = "sqlserver"')
    expect(defaultAction(graph, 'onUpdate', true)).toBe('Cascade')
    expect(defaultAction(graph, 'onDelete', true)).toBe('SetNull')
    expect(defaultAction(graph, 'onDelete', false)).toBe('NoAction')
    expect(defaultAction(relationIn('provider = "mysql"').graph, 'onDelete', false)).toBe(
      'Restrict',
    )
  })
})
