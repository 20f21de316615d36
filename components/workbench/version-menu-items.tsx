'use client'

import type { ReactElement } from 'react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { SchemaDocument } from '@/lib/document/document'
import { detectPrismaEra, detectPrismaVersion } from '@/lib/document/prisma-version'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { commandContext } from '@/lib/store/store'

const selectDocument = (state: FacetState) => state.document

export function VersionMenuItems({ trigger }: { trigger: ReactElement }) {
  const document = useFacet(selectDocument)
  const actions = useActions()
  const { prismaVersion: chosen } = document
  const detected = detectPrismaVersion(document.graph)
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent side="top" align="end" aria-label="Prisma version" className="max-w-100">
        <DropdownMenuRadioGroup
          value={chosen === null ? 'automatic' : String(chosen)}
          onValueChange={(value) =>
            actions.setPrismaVersion(value === '6' ? 6 : value === '7' ? 7 : null)
          }
        >
          <DropdownMenuRadioItem value="automatic">
            Automatic (Prisma {detected})
          </DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="7">Prisma 7</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="6">Prisma 6</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
        <EraNote document={document} />
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => actions.setDialog('upgrade')}>
          Upgrade to Prisma 7…
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => actions.setDialog('back-to-6')}>
          Back to Prisma 6…
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

/** Where there is no engine for what the schema was written for. Told while the menu is open. */
function EraNote({ document }: { document: SchemaDocument }) {
  const { graph, files } = commandContext(document)
  const era = detectPrismaEra(graph, files)
  if (era !== 8 && era > 2) return null
  return (
    <p className="px-2 py-1.5 text-sm text-pretty text-muted">
      {era === 8
        ? 'Written for Prisma 8, which cannot be checked here yet.'
        : `Written for Prisma ${era}: Problems tells how it is written now.`}
    </p>
  )
}
