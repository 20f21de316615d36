/** Shows blocks again that are hidden, or not part of what is shown, when something leads to them. */

import type { DiagramState } from '@/lib/document/diagram'
import { unhideBlocks } from '@/lib/document/diagram-edits'
import { type BlockId, isDrawn } from '@/lib/schema/graph'
import { isShown, shownBoard, viewById } from './board'
import type { FacetState } from './state'

export interface BroughtBack {
  /** Without what had to be unhidden. */
  readonly diagram: DiagramState
  readonly viewId: string | null
  readonly focus: FacetState['focus']
  /** What happened, for the person. */
  readonly text: string
}

/** `null` when all of the blocks are shown already. */
export function bringBack(
  state: Pick<FacetState, 'document' | 'viewId' | 'focus'>,
  blockIds: readonly BlockId[],
): BroughtBack | null {
  const { document, focus } = state
  const { graph, diagram } = document
  const wanted = blockIds.filter((id) => {
    const block = graph.blockById.get(id)
    return block && isDrawn(block.kind)
  })
  const lacks = (viewId: string | null, shownFocus: FacetState['focus']) => {
    const board = shownBoard({ document, viewId, focus: shownFocus })
    return wanted.some((id) => !isShown(board, diagram.hidden, id))
  }
  if (!lacks(state.viewId, focus)) return null
  const said: string[] = []
  let { viewId } = state
  if (focus) said.push('Left the focus')
  if (viewId !== null && lacks(viewId, null)) {
    const name = viewById(diagram.views, viewId)?.name
    if (name !== undefined) said.push(`Left the view ${name}`)
    viewId = null
  }
  const next = viewId === null ? unhideBlocks(diagram, wanted) : diagram
  if (next !== diagram) {
    const unhidden = wanted.filter((id) => diagram.hidden.has(id))
    const [only] = unhidden
    const what =
      unhidden.length === 1 && only !== undefined
        ? `${graph.blockById.get(only)?.name} was hidden and is shown again`
        : `${unhidden.length} hidden blocks are shown again`
    said.push(what)
  } else {
    const [only] = wanted
    const name = graph.blockById.get(only ?? '')?.name
    said.push(wanted.length === 1 ? `to show ${name}` : 'to show what was asked for')
  }
  return { diagram: next, viewId, focus: null, text: `${sentence(said)}.` }
}

/** "Left the focus to show User": what follows "to" needs no comma. */
function sentence(parts: readonly string[]): string {
  const [first = '', ...rest] = parts
  return rest.reduce((text, part) => text + (part.startsWith('to ') ? ' ' : '. ') + part, first)
}
