/**
 * What Prisma's engine says of what the commands that mend leave: a schema that it accepted, it
 * accepts afterwards, or is told why not; one with a fault can be mended.
 */

import { describe, expect, it } from 'vitest'
import type { CommandCall } from '@/lib/commands/command-call'
import { mendingCommand, runAny } from '@/lib/commands/fuzz'
import { randomFault } from '@/lib/commands/random-fault'
import { applyResult, contextOf } from '@/lib/commands/testing'
import { findErrors } from './engine'
import { createRandom } from './random'
import { relationSchema } from './random-relations'

const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'cockroachdb', 'mongodb'] as const

function errorsIn(text: string, version: 6 | 7 = 7): string[] {
  return findErrors(version, [{ path: 'schema.prisma', text }])
}

/** Going back is for another engine. */
function versionOf({ command }: CommandCall): 6 | 7 {
  return command === 'backToPrisma6' ? 6 : 7
}

function shown(asked: CommandCall, before: string, after: string, errors: string[]): string {
  return `${JSON.stringify(asked)}\n${errors.join('\n')}\n${before}\n→\n${after}`
}

describe.each(PROVIDERS)('on %s', { timeout: 60_000 }, (provider) => {
  it('a schema that is accepted stays so', () => {
    let accepted = 0
    for (let seed = 1; seed <= 25; seed++) {
      const random = createRandom(provider, 'mending', seed)
      const text = relationSchema(
        random,
        provider,
        provider === 'mongodb' ? 'prisma' : 'foreignKeys',
      )
      expect(errorsIn(text), text).toEqual([])
      const ctx = contextOf(text)
      for (let index = 0; index < 12; index++) {
        const asked = mendingCommand(random, ctx)
        const result = asked && runAny(ctx, asked)
        if (!asked || !result) continue
        const after = applyResult(ctx, result).get('schema.prisma') as string
        const errors = errorsIn(after, versionOf(asked))
        if (errors.length > 0) {
          expect(result.notes ?? [], shown(asked, text, after, errors)).not.toEqual([])
        } else accepted++
      }
    }
    expect(accepted).toBeGreaterThan(10)
  })

  it('a schema with a fault is mended by some of them', () => {
    let mended = 0
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(provider, 'fault', seed)
      const sound = relationSchema(
        random,
        provider,
        provider === 'mongodb' ? 'prisma' : 'foreignKeys',
      )
      const text = randomFault(random, sound)
      const before = errorsIn(text)
      const ctx = contextOf(text)
      for (let index = 0; index < 6; index++) {
        const asked = mendingCommand(random, ctx)
        const result = asked && runAny(ctx, asked)
        if (!asked || !result || asked.command === 'backToPrisma6') continue
        // Any word of those that are possible is taken here, be it the right one or not.
        if (asked.command === 'correctSpelling') continue
        const after = applyResult(ctx, result).get('schema.prisma') as string
        const errors = errorsIn(after)
        if (errors.length < before.length) mended++
      }
    }
    expect(mended).toBeGreaterThan(0)
  })
})
