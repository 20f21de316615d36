'use client'

import { Wrench } from 'lucide-react'
import { Fragment, useMemo, useState } from 'react'
import { type Fault, faultsAt } from '@/components/fixes/faults'
import { FixItems } from '@/components/fixes/fix-items'
import {
  ContextMenuItem,
  ContextMenuLabel,
  ContextMenuSeparator,
  ContextMenuSub,
  ContextMenuSubContent,
  ContextMenuSubTrigger,
} from '@/components/ui/context-menu'
import type { BlockId, FieldId } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { afterClosing } from './after-closing'
import { useCanvasStore } from './canvas-context'
import { openFixes } from './fixing'

/** More are in the popover. */
const MAX_SHOWN = 4

/** In pixels: in a window less wide there is no room for one menu beside the other. */
const TWO_MENUS = 640

interface FixSubmenuProps {
  readonly blockId: BlockId
  readonly memberId: FieldId | null
}

const selectDocument = (state: FacetState) => state.document
const selectValidation = (state: FacetState) => state.validation
const selectFindings = (state: FacetState) => state.findings

/**
 * The fixes for what is wrong at a block or a row; nothing where nothing is. Where there is no room
 * for a menu of them, an item that opens the popover.
 */
export function FixSubmenu({ blockId, memberId }: FixSubmenuProps) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const document = useFacet(selectDocument)
  const validation = useFacet(selectValidation)
  const findings = useFacet(selectFindings)
  const isAlone = useFacet(({ selection }) => selection.blockIds.length < 2)
  const faults = useMemo(
    () => faultsAt({ document, validation, findings }, { blockId, memberId }),
    [document, validation, findings, blockId, memberId],
  )
  // A menu that is open stays as it is: an item that came with a late answer of the engine would
  // push the others away from under the pointer.
  const [isOffered] = useState(faults.length > 0)
  if (!isOffered || faults.length === 0 || !isAlone) return null
  const open = afterClosing(() => openFixes(store, canvas, { blockId, memberId }))
  if (window.innerWidth < TWO_MENUS) {
    return (
      <>
        <ContextMenuItem icon={<Wrench />} shortcut="mod+." onSelect={open}>
          Fix…
        </ContextMenuItem>
        <ContextMenuSeparator />
      </>
    )
  }
  return (
    <>
      <ContextMenuSub>
        <ContextMenuSubTrigger icon={<Wrench />} shortcut="mod+.">
          Fix
        </ContextMenuSubTrigger>
        <ContextMenuSubContent className="nokey max-w-96">
          <FaultItems faults={faults} onShowAll={open} />
        </ContextMenuSubContent>
      </ContextMenuSub>
      <ContextMenuSeparator />
    </>
  )
}

function FaultItems({
  faults,
  onShowAll,
}: {
  readonly faults: readonly Fault[]
  onShowAll(): void
}) {
  return (
    <>
      {faults.slice(0, MAX_SHOWN).map((fault, index) => (
        <Fragment key={`${fault.memberId} ${fault.message}`}>
          {index > 0 ? <ContextMenuSeparator /> : null}
          <ContextMenuLabel className="line-clamp-3 text-sm font-normal text-pretty text-muted">
            {fault.memberName === null ? fault.message : `${fault.memberName}: ${fault.message}`}
          </ContextMenuLabel>
          <FixItems finding={fault.finding} Item={ContextMenuItem} isFirst={index === 0} />
        </Fragment>
      ))}
      {faults.length > MAX_SHOWN ? (
        <>
          <ContextMenuSeparator />
          <ContextMenuItem data-after-fixes="" onSelect={onShowAll}>
            Show all {faults.length}…
          </ContextMenuItem>
        </>
      ) : null}
    </>
  )
}
