'use client'

import { useMemo, useRef, useState } from 'react'
import type { CodeTarget } from '@/components/code/code-places'
import { FaultList, moveAmongFixes } from '@/components/fixes/fault-list'
import { faultsAt } from '@/components/fixes/faults'
import type { Fix } from '@/components/fixes/fix'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { useCanvas, useCanvasStore } from './canvas-context'
import { nameOfPart } from './fixing'
import { blockElement, focusSoon, memberElement } from './focus'

/** What is wrong at a block or a row and what mends it, beside it. */
export function FixPopover() {
  const target = useCanvas((state) => state.fixing)
  return target && <PartFixes key={`${target.blockId} ${target.memberId}`} target={target} />
}

const selectDocument = (state: FacetState) => state.document
const selectValidation = (state: FacetState) => state.validation
const selectFindings = (state: FacetState) => state.findings

function PartFixes({ target }: { readonly target: CodeTarget }) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const document = useFacet(selectDocument)
  const validation = useFacet(selectValidation)
  const findings = useFacet(selectFindings)
  const faults = useMemo(
    () => faultsAt({ document, validation, findings }, target),
    [document, validation, findings, target],
  )
  const anchor = useRef({ getBoundingClientRect: () => partRect(target) })
  const [side] = useState(() => sideOf(anchor.current.getBoundingClientRect()))
  /** Whether something else has been pressed, which has the focus then. */
  const isLeft = useRef(false)
  const name = nameOfPart(document.graph, target)

  const close = () => {
    canvas.setState({ fixing: null })
    if (isLeft.current) return
    // A fix may have led to another part.
    const { blockIds, memberId } = store.getState().selection
    if (blockIds.length === 1) focusSoon(blockIds[0] as string, memberId)
    else focusSoon(target.blockId, target.memberId)
  }
  const choose = (fix: Fix) => {
    fix.run()
    close()
  }
  return (
    <Popover open onOpenChange={(isOpen) => isOpen || close()}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        aria-label={`Fixes for ${name}`}
        side={side}
        sideOffset={side === 'bottom' ? 4 : 12}
        // It stays beside the block while the diagram is moved.
        updatePositionStrategy="always"
        className="w-96 max-w-[calc(100vw-1rem)]"
        onOpenAutoFocus={(event) => {
          // The first fix takes it, when it has been found.
          event.preventDefault()
          if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
        }}
        onKeyDown={moveAmongFixes}
        onInteractOutside={() => {
          isLeft.current = true
        }}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <h2 className="mb-2 truncate font-mono text-sm text-muted">{name}</h2>
        {faults.length > 0 ? (
          <FaultList faults={faults} onChoose={choose} onLeave={close} />
        ) : (
          <p className="text-muted">Nothing is wrong here any more.</p>
        )}
      </PopoverContent>
    </Popover>
  )
}

/** In pixels: the popover with the space beside it. */
const ROOM = 404

/** Beside the block, so as not to lie over its rows, where there is room. */
function sideOf({ left, right }: DOMRect): 'right' | 'left' | 'bottom' {
  if (window.innerWidth - right >= ROOM) return 'right'
  return left >= ROOM ? 'left' : 'bottom'
}

/**
 * As wide as the block and as high as the row or the header, in the browser's window; at the edge
 * of the diagram where that is out of view.
 */
function partRect({ blockId, memberId }: CodeTarget): DOMRect {
  const block = blockElement(blockId)
  const view = block?.closest('.canvas')?.getBoundingClientRect()
  if (!block || !view) return new DOMRect(window.innerWidth / 2, window.innerHeight / 3)
  const row = memberId === null ? null : memberElement(blockId, memberId)
  const header = block.querySelector('.canvas-header')
  const { left, right } = block.getBoundingClientRect()
  const { top, bottom } = (row ?? header ?? block).getBoundingClientRect()
  const [x, end] = [within(left, view.left, view.right), within(right, view.left, view.right)]
  const [y, base] = [within(top, view.top, view.bottom), within(bottom, view.top, view.bottom)]
  return new DOMRect(x, y, end - x, base - y)
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
