/**
 * What Prisma's engine says of what the commands on relations leave: a schema that it accepted, it
 * accepts afterwards, unless the command says why not.
 */

import * as engine7 from '@prisma/prisma-schema-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import type { CommandArguments, CommandName } from '@/lib/commands/arguments'
import { Chooser } from '@/lib/commands/fuzz-chooser'
import { RELATION_ARGUMENTS } from '@/lib/commands/fuzz-relations'
import { relationSchema } from './random-relations'
import { createRandom } from './random'
import { runCommand } from '@/lib/commands/registry'
import { applyResult, contextOf } from '@/lib/commands/testing'

beforeAll(() => installPrismaGlobals(() => {}))

const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'cockroachdb', 'mongodb'] as const

function errorsIn(text: string): string[] {
  const found: { is_warning: boolean; text: string }[] = JSON.parse(
    engine7.lint(JSON.stringify([['file:///schema.prisma', text]])),
  )
  return found.filter(({ is_warning }) => !is_warning).map(({ text }) => text)
}

const NAMES = [...Object.keys(RELATION_ARGUMENTS)] as (keyof typeof RELATION_ARGUMENTS)[]

describe.each(PROVIDERS)('commands on relations in %s', (provider) => {
  it.each(['foreignKeys', 'prisma'])('leave what the engine accepts with %s', (mode) => {
    if (provider === 'mongodb' && mode === 'foreignKeys') return
    const silent = new Map<string, number>()
    const faults: string[] = []
    for (let seed = 1; seed <= 150; seed++) {
      const random = createRandom(provider, mode, seed)
      const text = relationSchema(random, provider, mode)
      expect(errorsIn(text), text).toEqual([])
      for (let index = 0; index < 20; index++) {
        const ctx = contextOf(text)
        const choose = new Chooser(random, ctx)
        const command = choose.one(NAMES) as keyof typeof RELATION_ARGUMENTS
        const args = RELATION_ARGUMENTS[command](choose)
        if (!args) continue
        const result = runCommand(
          ctx,
          command as CommandName,
          args as CommandArguments[CommandName],
        )
        if (!result) continue
        const after = applyResult(ctx, result).get('schema.prisma') as string
        const notes = result.notes ?? []
        const errors = errorsIn(after)
        if (errors.length === 0) silent.set(command, (silent.get(command) ?? 0) + 1)
        if (errors.length > 0 && (process.env.ALL || notes.length === 0)) {
          faults.push(
            `${diff(text, after)}\n${command} ${JSON.stringify(args)}\nnotes ${notes.join('|')}\n${errors.join('\n')}`,
          )
        }
      }
    }
    expect(
      faults.length === 0 ? '' : `${faults.length} faults:\n${faults.slice(0, 3).join('\n\n')}`,
    ).toBe('')
    expect(silent.size).toBeGreaterThanOrEqual(NAMES.length - 1)
  })
})

function diff(a: string, b: string) {
  const A = a.split('\n'), B = b.split('\n')
  return [...A.filter((l) => !B.includes(l)).map((l) => '- ' + l), ...B.filter((l) => !A.includes(l)).map((l) => '+ ' + l)].join('\n')
}
