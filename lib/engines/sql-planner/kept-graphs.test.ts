import { describe, expect, it } from 'vitest'
import { randomFrom, randomSchema } from '@/lib/commands/random-schema'
import { migrationWarnings } from '@/lib/sql/migration-warnings'
import { planMigration } from '@/lib/sql/plan-migration'
import { tablesOf } from '@/lib/sql/tables-of'
import { GraphCache } from './graph-cache'
import { createHandlers } from './handlers'
import type { MigrationProvider, SchemaFile, SqlPlannerApi, Versions } from './shared'

const PROVIDERS = ['postgresql', 'cockroachdb', 'sqlite', 'mysql', 'sqlserver', 'mongodb'] as const

const handlers = () => createHandlers({ tablesOf, planMigration, migrationWarnings })

/** All that the worker says of two versions. */
function answers(api: SqlPlannerApi, versions: Versions, provider: MigrationProvider) {
  const adapted = api.adapt({ ...versions, provider })
  const { from, to } = adapted
  const planned =
    provider === 'mongodb'
      ? api.script({ from, to })
      : provider === 'mysql' || provider === 'sqlserver'
        ? api.plan({ from, to, provider })
        : null
  const sql = '-- CreateTable\nCREATE TABLE "User" (\n);\n'
  const described =
    planned || provider === 'mongodb' || provider === 'mysql' || provider === 'sqlserver'
      ? null
      : api.describe({ sql, from, to, provider })
  return { adapted, planned, described }
}

/** Another text near the one given: a word, a line or a stretch replaced, added, moved or removed. */
function edited(text: string, random: () => number): string {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const lines = text.split('\n')
  const at = Math.floor(random() * lines.length)
  switch (pick(['rename', 'word', 'remove', 'copy', 'move', 'cut'])) {
    case 'rename':
      return text.replaceAll(/\bUser\b|\bAccount\b/g, pick(['User', 'Account', 'Post']))
    case 'word': {
      const words = ['String', 'Int', 'User', 'Role', '?', '@unique', '@@ignore', '{', '}', '"']
      lines[at] = (lines[at] as string).replace(/\w+(?=\W*$)/, pick(words))
      return lines.join('\n')
    }
    case 'remove':
      return lines.toSpliced(at, 1 + Math.floor(random() * 3)).join('\n')
    case 'copy':
      return lines.toSpliced(at, 0, pick(lines)).join('\n')
    case 'move': {
      const taken = lines.splice(at, 6)
      return lines.toSpliced(Math.floor(random() * lines.length), 0, ...taken).join('\n')
    }
    default:
      return text.slice(0, Math.floor(random() * text.length))
  }
}

describe('a planner that keeps graphs', () => {
  it('says what one says that reads everything', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const random = randomFrom(seed)
      const files = (text: string): SchemaFile[] => [{ path: 'schema.prisma', text }]
      const kept = handlers()
      let text = randomSchema(random)
      let from: SchemaFile[] | null = null
      const provider = PROVIDERS[seed % PROVIDERS.length] as MigrationProvider
      for (let round = 0; round < 12; round++) {
        const versions = { from, to: files(text) }
        const where = `seed ${seed}, round ${round}, ${provider}:\n${text}`
        expect(answers(kept, versions, provider), where).toEqual(
          answers(handlers(), versions, provider),
        )
        if (random() < 0.2) from = random() < 0.3 ? null : files(text)
        const next = edited(text, random)
        text = random() < 0.15 ? randomSchema(random) : next
      }
    }
  })

  it('never gives blocks of two versions one id', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed)
      const cache = new GraphCache()
      const files = (text: string): SchemaFile[] => [{ path: 'schema.prisma', text }]
      let text = randomSchema(random)
      let from = files(text)
      for (let round = 0; round < 12; round++) {
        text = edited(text, random)
        cache.source('to', files(text))
        const { before, after } = cache.pair(from, files(text))
        const ids = new Set(before?.blocks.map(({ id }) => id))
        expect(after.blocks.filter(({ id }) => ids.has(id))).toEqual([])
        if (random() < 0.3) from = files(text)
      }
    }
  })
})
