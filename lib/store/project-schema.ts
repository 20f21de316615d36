/**
 * What has to be changed in a schema so that it fits a system and a Prisma version, as commands
 * on a copy: the design that is open stays as it is. Loaded with the dialog that asks.
 */

import { addSettings } from '@/lib/commands/add-settings'
import { setProperty } from '@/lib/commands/set-property'
import type { DesignFile } from '@/lib/document/design'
import { applyStep, designFiles, type SchemaDocument } from '@/lib/document/document'
import { connectionSettings, datasourceSettings } from '@/lib/interchange/systems/starting-schema'
import type { PrismaMajor, System } from '@/lib/interchange/systems/systems'
import type { Ask } from './run-together'
import { planTogether } from './run-together'

export interface SchemaForProject {
  /** The exact bytes of the design, or what the changes make of them. */
  readonly files: readonly DesignFile[]
  /** What each change is, as a title: "Set url of datasource db". */
  readonly changes: readonly string[]
}

/** Prisma 7 refuses them in a schema; they are in `prisma.config.ts` then. */
const CONNECTION_PROPERTIES = ['url', 'directUrl', 'shadowDatabaseUrl']

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
  const present = new Set(datasource.properties.map(({ name }) => name))
  const wanted =
    version === 7
      ? CONNECTION_PROPERTIES.filter((name) => present.has(name)).map(
          (name) => [name, null] as const,
        )
      : connectionSettings(system).filter(([name]) => !present.has(name))
  return wanted.map(
    ([name, value]): Ask =>
      (ctx) =>
        setProperty.run(ctx, { blockId: datasource.id, name, value }),
  )
}
