/**
 * What has to be changed in a schema so that it fits a system and a Prisma version, as commands
 * on a copy: the design that is open stays as it is. Loaded with the dialog that asks.
 */

import { addSettings } from '@/lib/commands/add-settings'
import { backToPrisma6 } from '@/lib/commands/back-to-prisma-6'
import { moveConnectionToConfig } from '@/lib/commands/move-connection-to-config'
import { upgradeToPrisma7 } from '@/lib/commands/upgrade-to-prisma-7'
import type { DesignFile } from '@/lib/document/design'
import { applyStep, designFiles, type SchemaDocument } from '@/lib/document/document'
import { connectionSettings, datasourceSettings } from '@/lib/interchange/systems/starting-schema'
import type { PrismaMajor, System } from '@/lib/interchange/systems/systems'
import type { Ask } from './run-together'
import { planTogether } from './run-together'
import { commandContext } from './store'

export interface SchemaForProject {
  /** The exact bytes of the design, or what the changes make of them. */
  readonly files: readonly DesignFile[]
  /** What each change is, as a title, and what it notes: "Upgrade to Prisma 7". */
  readonly changes: readonly string[]
}

export function schemaForProject(
  document: SchemaDocument,
  system: System,
  version: PrismaMajor,
): SchemaForProject {
  const planned = planTogether(document, changesFor(document, system, version))
  const changed = planned && applyStep(document, planned.step)
  return {
    files: designFiles(changed?.document ?? document),
    changes: changed ? planned.results.map(({ label }) => label) : [],
  }
}

function changesFor(document: SchemaDocument, system: System, version: PrismaMajor): Ask[] {
  const { datasource } = document.graph
  if (!datasource) {
    const properties = datasourceSettings(system, version)
    return [(ctx) => addSettings.run(ctx, { kind: 'datasource', properties })]
  }
  if (version === 6) {
    const connection = document.connection ?? Object.fromEntries(connectionSettings(system))
    return asksThatApply(document, [(ctx) => backToPrisma6.run(ctx, { connection })])
  }
  // There is no Prisma 7 for MongoDB yet, but what it refuses can be taken out.
  return asksThatApply(document, [
    (ctx) => upgradeToPrisma7.run(ctx, {}) ?? moveConnectionToConfig.run(ctx, {}),
  ])
}

function asksThatApply(document: SchemaDocument, asks: readonly Ask[]): Ask[] {
  return asks.filter((ask) => ask(commandContext(document)) !== null)
}
