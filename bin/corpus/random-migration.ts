/** What a schema becomes after random commands, as long as Prisma accepts it. */

import { randomCommand } from '@/lib/commands/fuzz'
import type { DesignFile, PrismaVersion } from '@/lib/document/design'
import { applyStep, createDocument, type SchemaDocument } from '@/lib/document/document'
import { contextOf, describeCommand, runSafely, toStep } from './commands'
import { findErrors } from './engine'
import type { Random } from './random'

export interface RandomMigration {
  readonly after: readonly DesignFile[]
  /** The commands that led there, in their order. */
  readonly commands: readonly string[]
}

/** Of `count` commands, those whose result Prisma accepts; the provider stays. */
export function randomMigration(
  files: readonly DesignFile[],
  version: PrismaVersion,
  random: Random,
  count: number,
): RandomMigration {
  let document = createDocument(files)
  const { provider } = document.graph
  const commands: string[] = []
  for (let index = 0; index < count; index++) {
    const ctx = contextOf(document)
    const command = randomCommand(random, ctx)
    const result = command && runSafely(ctx, command)
    if (!command || !result || typeof result === 'string') continue
    const applied = applyStep(document, toStep(document, result))
    if (!applied || applied.document.graph.provider !== provider) continue
    if (findErrors(version, textsOf(applied.document)).length > 0) continue
    document = applied.document
    commands.push(describeCommand(ctx, command))
  }
  return { after: textsOf(document), commands }
}

export function textsOf({ files }: SchemaDocument): DesignFile[] {
  return [...files].map(([path, { syntax }]) => ({ path, text: syntax.text }))
}
