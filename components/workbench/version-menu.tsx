'use client'

import { ChevronDown } from 'lucide-react'
import { MENUS } from '@/components/menus/menu-chunk'
import { LateDropdownMenu } from '@/components/ui/late-menu'
import { detectPrismaVersion } from '@/lib/document/prisma-version'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'

const selectVersion = ({ document }: FacetState) =>
  document.prismaVersion ?? detectPrismaVersion(document.graph)

/** The Prisma that checks the schema: chosen here, or told by the text; and the ways to another. */
export function VersionMenu() {
  const version = useFacet(selectVersion)
  return (
    <LateDropdownMenu
      late={MENUS}
      render={({ VersionMenuItems }, trigger) => <VersionMenuItems trigger={trigger} />}
    >
      <button
        type="button"
        aria-label={`Prisma version: Prisma ${version}`}
        title="The Prisma version that checks this schema"
        className="flex h-5.5 shrink-0 items-center gap-1 rounded-sm px-1 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
      >
        Prisma {version}
        <ChevronDown className="size-3 text-faint" />
      </button>
    </LateDropdownMenu>
  )
}
