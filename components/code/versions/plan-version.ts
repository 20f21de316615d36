/** What bringing the open design to another Prisma would do to it, before it is done. */

import { backToPrisma6 } from '@/lib/commands/back-to-prisma-6'
import type { CommandResult } from '@/lib/commands/command'
import { checkUpgrade, upgradeToPrisma7 } from '@/lib/commands/upgrade-to-prisma-7'
import type { PrismaVersion } from '@/lib/document/design'
import type { SchemaDocument } from '@/lib/document/document'
import { detectPrismaVersion } from '@/lib/document/prisma-version'
import { applyDrawing } from '@/lib/store/drawn-blocks'
import { CONFIG_PATH, configText } from '@/lib/store/prisma-config-file'
import { type Ask, planTogether, runTogether } from '@/lib/store/run-together'
import type { FacetState } from '@/lib/store/state'
import { commandContext, type FacetStore } from '@/lib/store/store'
import type { FileTexts } from '../format/files-diff'

export type VersionPlan =
  /** Why nothing can be done, as a sentence for people. */
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'planned'
      /** The files that change; `prisma.config.ts` last, where it comes into being. */
      readonly files: readonly FileTexts[]
      /** What a person should know besides. */
      readonly notes: readonly string[]
    }

export function planVersion(
  { document, system }: Pick<FacetState, 'document' | 'system'>,
  target: PrismaVersion,
): VersionPlan {
  const refused = target === 7 ? checkUpgrade(commandContext(document)) : null
  if (refused !== null) return { kind: 'refused', reason: refused }
  const planned = planTogether(document, [askFor(target)])
  const applied = planned && applyDrawing(document, planned.step).applied
  if (!planned || !applied) return { kind: 'refused', reason: NOTHING_OF_7 }
  const after = applied.document
  const files = [...document.files].flatMap(([path, { syntax }]): FileTexts[] => {
    const text = after.files.get(path)?.syntax.text ?? ''
    return text === syntax.text ? [] : [{ path, before: syntax.text, after: text }]
  })
  const hasConfig = target === 7 && after.graph.datasource !== null
  const config = { path: CONFIG_PATH, before: '', after: configText({ document: after, system }) }
  return {
    kind: 'planned',
    files: hasConfig ? [...files, config] : files,
    notes: planned.results.flatMap(({ notes }) => notes ?? []),
  }
}

const NOTHING_OF_7 = 'Nothing in the schema is of Prisma 7 alone.'

/** Does it as one undo step; false when it no longer applies. */
export function bringToVersion(store: FacetStore, target: PrismaVersion): boolean {
  // What the text tells by itself need not be said.
  const chosen = ({ graph }: SchemaDocument) => ({
    prismaVersion: detectPrismaVersion(graph) === target ? null : target,
  })
  return runTogether(store, [askFor(target)], { besides: chosen }) !== null
}

function askFor(target: PrismaVersion): Ask {
  return (ctx): CommandResult | null =>
    target === 7 ? upgradeToPrisma7.run(ctx, {}) : backToPrisma6.run(ctx, {})
}
