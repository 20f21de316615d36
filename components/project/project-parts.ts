/** What a project takes from the open design. Pure. */

import type { PrismaVersion } from '@/lib/document/design'
import { designFiles, type SchemaDocument } from '@/lib/document/document'
import { detectPrismaVersion } from '@/lib/document/prisma-version'
import type { ProjectOptions } from '@/lib/interchange/systems/project'
import type { PrismaMajor, System } from '@/lib/interchange/systems/systems'
import type { Block } from '@/lib/schema/graph'
import { schemaForProject } from '@/lib/store/project-schema'
import type { FacetState } from '@/lib/store/state'

export interface ProjectParts
  extends Pick<ProjectOptions, 'schema' | 'databaseSchemas' | 'clients'> {
  /** What has to be changed in the schema, whether it is or not. */
  readonly changes: readonly string[]
}

/** The Prisma that the design is for. */
export function defaultVersion({
  prismaVersion,
  document,
}: Pick<FacetState, 'prismaVersion' | 'document'>): PrismaVersion {
  return prismaVersion ?? detectPrismaVersion(document.graph)
}

export function projectParts(
  document: SchemaDocument,
  system: System,
  version: PrismaMajor,
  isAdapted: boolean,
): ProjectParts {
  const { files, changes } = schemaForProject(document, system, version)
  const { datasource, generators } = document.graph
  return {
    schema: isAdapted ? files : designFiles(document),
    databaseSchemas: textsOf(datasource, 'schemas'),
    clients: generators.flatMap((generator) =>
      textsOf(generator, 'output').map((output) => ({ path: generator.path, output })),
    ),
    changes,
  }
}

/** What a person has to decide about the schema, for it to work on the system. */
export function systemRemarks({ graph }: SchemaDocument, system: System): string[] {
  const { datasource } = graph
  if (system.relationMode === null || datasource === null) return []
  if (textsOf(datasource, 'relationMode')[0] === system.relationMode) return []
  return [
    `${system.name} has foreign keys only where they were switched on. Set relationMode to "${system.relationMode}" in the settings of the schema, unless they are.`,
  ]
}

/** The texts that a setting has: of a string, or of a list of them. */
function textsOf(block: Block | null, name: string): string[] {
  const value = block?.properties.find((property) => property.name === name)?.value
  if (!value) return []
  const items = value.kind === 'list' ? value.items : [value]
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
}
