/**
 * Check 5: what Prisma accepts it accepts after any one command too, unless the command says in
 * its notes why not.
 */

import type { CommandName } from '@/lib/commands/arguments'
import type { CommandResult } from '@/lib/commands/command'
import { randomCommand } from '@/lib/commands/fuzz'
import type { DesignFile, PrismaVersion } from '@/lib/document/design'
import { applyStep, createDocument, type SchemaDocument } from '@/lib/document/document'
import { contextOf, describeCommand, runSafely, toStep } from './commands'
import { findErrors } from './engine'
import { excerpt } from './failure'
import type { Random } from './random'
import { textsOf } from './random-migration'

/** Lines shown of those that a command changed. */
const SHOWN_LINES = 6

/**
 * The first of `count` commands, each on the schema as it is, whose result Prisma refuses though
 * the command has nothing to tell; `null` when there is none.
 */
export function findVerdictFault(
  files: readonly DesignFile[],
  version: PrismaVersion,
  random: Random,
  count: number,
): string | null {
  const document = createDocument(files)
  const ctx = contextOf(document)
  for (let index = 1; index <= count; index++) {
    const command = randomCommand(random, ctx)
    const result = command && runSafely(ctx, command)
    if (!command || !result) continue
    const after = VERSION_AFTER[command.command] ?? version
    const fault = typeof result === 'string' ? result : findUntoldError(document, result, after)
    if (fault) return `command ${index}, ${describeCommand(ctx, command)}: ${fault}`
  }
  return null
}

/** Commands after which a schema is for another Prisma than before. */
const VERSION_AFTER: Readonly<Partial<Record<CommandName, PrismaVersion>>> = {
  backToPrisma6: 6,
  upgradeToPrisma7: 7,
}

/** What Prisma has against a result that comes without notes; `null` when it has nothing. */
export function findUntoldError(
  document: SchemaDocument,
  result: CommandResult,
  version: PrismaVersion,
): string | null {
  if (result.notes && result.notes.length > 0) return null
  const applied = applyStep(document, toStep(document, result))
  if (!applied) return 'its edits change nothing'
  const after = textsOf(applied.document)
  const [error] = findErrors(version, after)
  if (error === undefined) return null
  return `Prisma ${version} refuses it without a word from us: ${error}\n${showChanges(textsOf(document), after)}`
}

/** The lines that are gone and those that are new. */
function showChanges(before: readonly DesignFile[], after: readonly DesignFile[]): string {
  const shown = after.flatMap(({ path, text }) => {
    const old = before.find((file) => file.path === path)?.text.split('\n') ?? []
    const now = text.split('\n')
    const [oldLines, nowLines] = [new Set(old), new Set(now)]
    return [
      ...old.filter((line) => !nowLines.has(line)).map((line) => `    - ${excerpt(line)}`),
      ...now.filter((line) => !oldLines.has(line)).map((line) => `    + ${excerpt(line)}`),
    ]
  })
  const more = shown.length - SHOWN_LINES
  return [...shown.slice(0, SHOWN_LINES), ...(more > 0 ? [`    … ${more} more`] : [])].join('\n')
}
