/** What Prisma's engine says of the quick fixes of our own lint, and whether they silence it. */

import { describe, expect, it } from 'vitest'
import { runAny } from '@/lib/commands/fuzz'
import { applyResult, contextOf } from '@/lib/commands/testing'
import { Linter } from '@/lib/lint/linter'
import { findErrors } from './engine'
import { createRandom } from './random'
import { relationSchema } from './random-relations'

const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'cockroachdb', 'mongodb'] as const

describe.each(PROVIDERS)('on %s', { timeout: 60_000 }, (provider) => {
  it('a fix leaves what the engine accepts, and less to say', () => {
    const rules = new Set<string>()
    for (let seed = 1; seed <= 15; seed++) {
      const random = createRandom(provider, 'lint', seed)
      const mode = provider === 'mongodb' ? 'prisma' : 'foreignKeys'
      const text = relationSchema(random, provider, mode)
      const ctx = contextOf(text)
      const found = new Linter().run(ctx)
      for (const { rule, fixes, message } of found) {
        for (const fix of fixes) {
          const shown = `${message} ${fix.label}\n${text}`
          const result = runAny(ctx, fix)
          if (!result) throw new Error(`The fix does not apply: ${shown}`)
          const after = applyResult(ctx, result).get('schema.prisma') as string
          const errors = findErrors(7, [{ path: 'schema.prisma', text: after }])
          if (errors.length > 0) expect(result.notes ?? [], shown).not.toEqual([])
          const of = (findings: typeof found) => findings.filter((other) => other.rule === rule)
          const left = of(new Linter().run(contextOf(after)))
          expect(left.length, `${shown}\n→\n${after}`).toBeLessThan(of(found).length)
          rules.add(rule)
        }
      }
    }
    expect(rules.size).toBeGreaterThan(1)
  })
})
