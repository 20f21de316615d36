/**
 * What Prisma's engine says of what the commands on relations leave: a schema that it accepted, it
 * accepts afterwards, unless the command says why not.
 */

import * as engine from '@prisma/prisma-schema-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandCall } from '@/lib/commands/command-call'
import { randomCommand, runAny } from '@/lib/commands/fuzz'
import { RELATION_ARGUMENTS } from '@/lib/commands/fuzz-relations'
import { validActions } from '@/lib/commands/referential-actions'
import { applyResult, contextOf } from '@/lib/commands/testing'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { REFERENTIAL_ACTIONS, type Relation } from '@/lib/schema/graph'
import { createRandom } from './random'
import { relationSchema } from './random-relations'

beforeAll(() => installPrismaGlobals(() => {}))

const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'cockroachdb', 'mongodb'] as const

/** MongoDB has no foreign keys of its own. */
const SETTINGS = PROVIDERS.flatMap((provider) => {
  const modes = provider === 'mongodb' ? ['prisma'] : ['foreignKeys', 'prisma']
  return modes.map((mode) => [provider, mode] as const)
})

const COMMANDS: ReadonlySet<string> = new Set([...Object.keys(RELATION_ARGUMENTS), 'addRelation'])
/** The only ones that can leave a fault, of which they tell: they do exactly what they are told. */
const OUTSPOKEN: readonly string[] = ['changeRelation', 'moveFieldToBlock']

const COMMANDS_PER_SCHEMA = 12

function findings(text: string): { readonly is_warning: boolean; readonly text: string }[] {
  return JSON.parse(engine.lint(JSON.stringify([['file:///schema.prisma', text]])))
}

function errorsIn(text: string): string[] {
  return findings(text).flatMap(({ is_warning, text }) => (is_warning ? [] : [text]))
}

describe.each(SETTINGS)(
  'commands on relations, %s with %s',
  { timeout: 60_000 },
  (provider, mode) => {
    it('leave what the engine accepts, or say why not', () => {
      const accepted = new Set<string>()
      for (let seed = 1; seed <= 40; seed++) {
        const random = createRandom(provider, mode, seed)
        const text = relationSchema(random, provider, mode)
        expect(errorsIn(text), text).toEqual([])
        const ctx = contextOf(text)
        let left = COMMANDS_PER_SCHEMA
        while (left > 0) {
          const asked = randomCommand(random, ctx)
          if (!asked || !COMMANDS.has(asked.command)) continue
          left--
          const result = runAny(ctx, asked)
          if (!result) continue
          const after = applyResult(ctx, result).get('schema.prisma') as string
          const errors = errorsIn(after)
          if (errors.length === 0) {
            accepted.add(asked.command)
            continue
          }
          const message = shown(asked, text, after, errors)
          expect(OUTSPOKEN, message).toContain(asked.command)
          expect(result.notes ?? [], message).not.toEqual([])
        }
      }
      const possible = [...COMMANDS].filter(
        (name) => name !== 'removeJoinModel' || provider !== 'mongodb',
      )
      expect([...accepted].sort()).toEqual(possible.sort())
    })

    it('can have just the referential actions that the engine allows', () => {
      for (const suffix of ['', '?']) {
        for (const event of ['onDelete', 'onUpdate'] as const) {
          const schema = (argument: string) => actionSchema(provider, mode, suffix, argument)
          const { graph } = contextOf(schema(''))
          const allowed = REFERENTIAL_ACTIONS.filter((action) => {
            const found = findings(schema(`, ${event}: ${action}`))
            // PostgreSQL only warns of a required key that is set to null.
            return found.every(({ is_warning, text }) => is_warning && !text.includes('SetNull'))
          })
          expect(validActions(graph, event, graph.relations[0] as Relation)).toEqual(allowed)
        }
      }
    })
  },
)

function actionSchema(provider: string, mode: string, suffix: string, argument: string): string {
  const id = provider === 'mongodb' ? 'String @id @map("_id")' : 'String @id'
  return `datasource db {
  provider = "${provider}"
  relationMode = "${mode}"
}

model A {
  id ${id}
  bId String${suffix}
  b B${suffix} @relation(fields: [bId], references: [id]${argument})

  @@index([bId])
}

model B {
  id ${id}
  as A[]
}
`
}

function shown(asked: CommandCall, before: string, after: string, errors: string[]): string {
  return `${JSON.stringify(asked)}\n${before}\n→\n${after}\n${errors.join('\n')}`
}
