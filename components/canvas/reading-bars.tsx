'use client'

/** What floats above the diagram: that less than everything is shown, with the way back, and tools. */

import { Panel } from '@xyflow/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { describePath } from '@/lib/schema/find-path'
import { isDrawn } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState, Focus } from '@/lib/store/state'
import { focusOn, focusTitle, leaveFocus, saveFocusAsView } from './focusing'
import {
  isolatePath,
  leavePath,
  pathsOf,
  savePathAsView,
  shownPath,
  showOtherPath,
} from './pathing'
import { showAllHidden } from './reading'

/** The focus or the path that is shown; beside the switcher of views, or below it. */
export function ReadingBar() {
  const focus = useFacet((state) => state.focus)
  const hasPath = useFacet((state) => state.path !== null)
  useEscape(focus !== null || hasPath)
  if (hasPath) return <PathBar />
  return focus && <FocusBar focus={focus} />
}

export function HiddenBar() {
  const hidden = useFacet(hiddenCount)
  if (hidden === 0) return null
  return (
    <Panel position="bottom-center" className="canvas-hidden nokey">
      <HiddenCounter count={hidden} />
    </Panel>
  )
}

const DEPTHS = [1, 2, 3] as const

function FocusBar({ focus }: { readonly focus: Focus }) {
  const store = useFacetStore()
  const title = useFacet(() => focusTitle(store))
  return (
    // biome-ignore lint/a11y/useSemanticElements: Nothing here is sent as a form.
    <div className="canvas-bar" role="group" aria-label="Focus">
      <span className="canvas-bar-title">{title}</span>
      {focus.depth !== null && (
        <fieldset className="canvas-depths">
          <legend className="sr-only">Depth</legend>
          {DEPTHS.map((depth) => (
            <label key={depth} className="canvas-depth">
              <input
                type="radio"
                name="focus-depth"
                aria-label={`Depth ${depth}`}
                checked={focus.depth === depth}
                onChange={() => focusOn(store, focus.blockIds, depth)}
              />
              {depth}
            </label>
          ))}
        </fieldset>
      )}
      <Button size="sm" variant="ghost" onClick={() => saveFocusAsView(store)}>
        Save as view
      </Button>
      <Button size="sm" variant="ghost" onClick={() => void leaveFocus(store)}>
        Exit
      </Button>
    </div>
  )
}

function PathBar() {
  const store = useFacetStore()
  const graph = useFacet(({ document }) => document.graph)
  const path = useFacet((state) => state.path)
  const shown = useFacet(shownPath)
  const count = path ? pathsOf(graph, path).length : 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: Nothing here is sent as a form.
    <div className="canvas-bar" role="group" aria-label="Path">
      <span className="canvas-bar-title">
        {shown ? describePath(graph, shown) : 'No relations lead from one to the other any more.'}
      </span>
      {count > 1 && path && (
        <>
          <IconButton size="sm" label="Previous path" onClick={() => showOtherPath(store, -1)}>
            <ChevronLeft />
          </IconButton>
          <span className="canvas-bar-count">
            {path.index + 1} of {count}
          </span>
          <IconButton size="sm" label="Next path" onClick={() => showOtherPath(store, 1)}>
            <ChevronRight />
          </IconButton>
        </>
      )}
      {shown && (
        <>
          <Button size="sm" variant="ghost" onClick={() => isolatePath(store)}>
            Isolate
          </Button>
          <Button size="sm" variant="ghost" onClick={() => savePathAsView(store)}>
            Save as view
          </Button>
        </>
      )}
      <Button size="sm" variant="ghost" onClick={() => void leavePath(store)}>
        Exit
      </Button>
    </div>
  )
}

function HiddenCounter({ count }: { readonly count: number }) {
  const store = useFacetStore()
  return (
    <div className="canvas-bar" data-quiet="true">
      <span className="canvas-bar-title">{count} hidden</span>
      <Button size="sm" variant="ghost" onClick={() => showAllHidden(store)}>
        Show all
      </Button>
    </div>
  )
}

/** How many blocks are hidden from what is shown: nothing is, in a view or a focus. */
function hiddenCount({ document, focus, viewId }: FacetState): number {
  const { hidden } = document.diagram
  if (hidden.size === 0 || focus || viewId !== null) return 0
  let count = 0
  for (const id of hidden) {
    const block = document.graph.blockById.get(id)
    if (block && isDrawn(block.kind)) count++
  }
  return count
}

/** Escape leaves a focus or a path also while nothing, or a button of these bars, has the focus. */
function useEscape(isOn: boolean): void {
  const store = useFacetStore()
  useEffect(() => {
    if (!isOn) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      const { target } = event
      const isHere =
        target === document.body || (target instanceof Element && target.closest('.canvas-bar'))
      if (isHere && !leavePath(store)) leaveFocus(store)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store, isOn])
}
