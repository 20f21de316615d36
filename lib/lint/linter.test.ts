import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCommand, runAny } from '@/lib/commands/fuzz'
import { randomFrom, randomSchema } from '@/lib/commands/random-schema'
import { contextOf } from '@/lib/commands/testing'
import { parse, reparse } from '@/lib/psl/parse'
import { type DerivedGraph, deriveGraph, updateGraph } from '@/lib/schema/derive'
import { applyChanges, changeSet } from '@/lib/text/change-set'
import { type LintContext, Linter } from './linter'
import type { Rule } from './rule'
import { RULES, ruleById } from './rules'
import { ALL_ON, withAccepted, withRule } from './switches'

const SCHEMA = `// Ünïcödé 😀
model User {
  id    Int    @id
  email String
}

model Post {
  id    Int    @id
  email String
}
`

describe('the linter', () => {
  it('gives places in the file, in UTF-16 code units', () => {
    const ctx = contextOf(SCHEMA)
    for (const { from, to, memberId } of new Linter().run(ctx)) {
      const at = SCHEMA.slice(from, to)
      expect(memberId === null ? ['User', 'Post'] : ['email']).toContain(at)
    }
  })

  it('finds nothing in blocks that are broken', () => {
    expect(new Linter().run(contextOf('model User {\n  email String\n  ( what\n}\n'))).toEqual([])
  })

  it('is silent where it was told to be', () => {
    const ctx = contextOf(SCHEMA)
    const [user, post] = ctx.graph.blocks
    const rule = 'missing-unique'
    const run = (switches = ALL_ON) =>
      new Linter()
        .run(ctx, switches)
        .filter((finding) => finding.rule === rule)
        .map(({ blockId }) => blockId)
    expect(run()).toEqual([user?.id, post?.id])
    expect(run(withRule(ALL_ON, rule, false))).toEqual([])
    expect(run(withRule(ALL_ON, 'unused-enum', false))).toEqual([user?.id, post?.id])
    const email = user?.fields[1]?.id ?? ''
    expect(run(withAccepted(ALL_ON, rule, email, true))).toEqual([post?.id])
    expect(run(withAccepted(ALL_ON, rule, post?.id ?? '', true))).toEqual([user?.id])
    expect(run(withAccepted(ALL_ON, 'unused-enum', email, true))).toEqual([user?.id, post?.id])
  })

  it('looks again only at what changed', () => {
    const looked: string[] = []
    const rule: Rule = {
      ...(ruleById('missing-unique') as Rule),
      check(block) {
        looked.push(block.name)
        return []
      },
    }
    const linter = new Linter([rule])
    const before = new Map([['a.prisma', parse(SCHEMA)]])
    const graph = deriveGraph(before)
    linter.run({ graph, files: before })
    expect(looked.splice(0)).toEqual(['User', 'Post'])
    const edit = { from: SCHEMA.length - 4, to: SCHEMA.length - 4, insert: 's' }
    const changes = changeSet(SCHEMA.length, [edit])
    const file = parse(SCHEMA)
    const next = reparse(before.get('a.prisma') ?? file, changes, applyChanges(SCHEMA, changes))
    const files = new Map([['a.prisma', next]])
    linter.run({ graph: updateGraph(graph, files, new Map([['a.prisma', changes]])), files })
    expect(looked).toEqual(['Post'])
  })

  it('finds the same after any change as when it begins anew', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed)
        const linter = new Linter()
        for (const ctx of randomEdits(random, 10)) {
          expect(linter.run(ctx)).toEqual(new Linter().run(ctx))
        }
      }),
      { seed: 11, numRuns: 40 },
    )
  })

  it('finds the same in pieces, however often a change cuts it short', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed)
        const linter = new Linter()
        for (const ctx of randomEdits(random, 20)) {
          const pieces = linter.inPieces(ctx)
          const patience = random() < 0.3 ? Number.POSITIVE_INFINITY : random() * 60
          for (let index = 0; index < patience; index++) {
            const { done, value } = pieces.next()
            if (!done) continue
            expect(value).toEqual(new Linter().run(ctx))
            break
          }
        }
      }),
      { seed: 13, numRuns: 60 },
    )
  })

  it('does not look again at what it had seen when it was cut short', () => {
    const looked: string[] = []
    const linter = new Linter([
      {
        ...(ruleById('missing-unique') as Rule),
        check(block) {
          looked.push(block.name)
          return []
        },
      },
    ])
    const ctx = contextOf(SCHEMA)
    const pieces = linter.inPieces(ctx)
    while (looked.length === 0) pieces.next()
    expect(looked).toEqual(['User'])
    linter.run(ctx)
    expect(looked).toEqual(['User', 'Post'])
  })

  it('offers only fixes that apply', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const ctx = contextOf(randomSchema(randomFrom(seed)))
        for (const { fixes, message } of new Linter().run(ctx)) {
          for (const fix of fixes) {
            expect(
              runAny(ctx, fix),
              `${message} ${fix.label}\n${[...ctx.files.values()][0]?.text}`,
            ).not.toBeNull()
          }
        }
      }),
      { seed: 12, numRuns: 60 },
    )
  })
})

/** A schema, and what becomes of it by random commands. */
function* randomEdits(random: () => number, count: number): Generator<LintContext> {
  let graph: DerivedGraph = deriveGraph(new Map([['schema.prisma', parse(randomSchema(random))]]))
  for (let index = 0; index < count; index++) {
    const ctx = { graph, files: graph.internal.files }
    yield ctx
    const asked = randomCommand(random, ctx)
    const result = asked && runAny(ctx, asked)
    if (!result) continue
    const files = new Map(ctx.files)
    const changed = new Map()
    for (const { path, edits } of result.edits) {
      const file = files.get(path) ?? parse('')
      const changes = changeSet(file.text.length, edits)
      files.set(path, reparse(file, changes, applyChanges(file.text, changes)))
      changed.set(path, changes)
    }
    for (const { path, text } of result.files ?? []) files.set(path, parse(text))
    graph = updateGraph(graph, files, changed)
  }
}

describe('every rule', () => {
  it('is documented, under an id of its own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    for (const { id, title, why, whenOff } of RULES) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      for (const text of [title, why, whenOff]) expect(text.length).toBeGreaterThan(10)
    }
  })
})
