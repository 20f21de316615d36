/** What changing the provider implies, and the draft in which it is done: both are one. */

import { providerTitle } from '@/lib/schema/provider-title'
import { quoteString } from '@/lib/schema/value'
import { adaptDefaults } from './adapt-defaults'
import { adaptKeys } from './adapt-keys'
import { adaptActions, adaptConstraintNames, adaptCycles, tellOfRelations } from './adapt-relations'
import { adaptSchemas, adaptSettings } from './adapt-settings'
import { adaptNames, adaptNativeTypes, tellOfTypes } from './adapt-types'
import { addSettings } from './add-settings'
import type { CommandContext } from './command'
import { Draft, type DraftMemory } from './draft'
import type { Adaptation, ProviderConsequence } from './provider-consequences'
import { setProperty } from './set-property'
import { readProvider } from './setting-values'

/** In an order in which each finds what those before it left: keys depend on names and types. */
export const ADAPTATIONS: readonly Adaptation[] = [
  adaptSettings,
  adaptSchemas,
  tellOfTypes,
  adaptNames,
  adaptNativeTypes,
  adaptDefaults,
  adaptKeys,
  tellOfRelations,
  adaptActions,
  adaptCycles,
  adaptConstraintNames,
]

/** What of the schema the other database does not have, and what the command does about it. */
export function describeProviderChange(
  ctx: CommandContext,
  provider: string,
): readonly ProviderConsequence[] {
  return changeProvider(ctx, provider)?.consequences ?? []
}

export interface ProviderChange {
  readonly draft: Draft
  readonly consequences: readonly ProviderConsequence[]
}

/**
 * The schema as it is for the other database; `null` when the provider cannot become that.
 * What only a person can decide stays, and is told, unless other `adaptations` see to it.
 */
export function changeProvider(
  ctx: CommandContext,
  provider: string,
  adaptations: readonly Adaptation[] = ADAPTATIONS,
  memory?: DraftMemory,
): ProviderChange | null {
  if (readProvider(provider) === null || ctx.files.size === 0) return null
  const draft = new Draft(ctx, memory)
  const { datasource } = ctx.graph
  const value = quoteString(provider)
  const isNamed = datasource
    ? draft.run(setProperty, { blockId: datasource.id, name: 'provider', value })
    : draft.run(addSettings, { kind: 'datasource', properties: [['provider', value]] })
  const title = providerTitle(draft.ctx.graph)
  if (!isNamed || title === null || draft.ctx.graph.provider !== provider) return null
  const consequences = adaptations.flatMap((adapt) => adapt(draft, title))
  return { draft, consequences }
}
