/** Which blocks are selected, as text and in the code; none of it changes the design. */

import { type BlockId, isDrawn } from '@/lib/schema/graph'
import { shownBoard } from '@/lib/store/board'
import type { FacetStore } from '@/lib/store/store'

export function selectAll(store: FacetStore): void {
  const state = store.getState()
  const { document, actions } = state
  const { positions } = shownBoard(state)
  const blockIds = document.graph.blocks
    .filter(({ id, kind }) => isDrawn(kind) && positions.has(id))
    .map(({ id }) => id)
  actions.select({ blockIds })
}

/** The selected blocks as they stand in the text, in its order; empty when none is selected. */
export function selectedText(store: FacetStore): string {
  const { selection, document } = store.getState()
  const selected = new Set(selection.blockIds)
  return document.graph.blocks
    .filter(({ id }) => selected.has(id))
    .map(({ syntax }) => `${syntax.text.trim()}\n`)
    .join('\n')
}

/** Shows a block, or a member of it, in the code. */
export function showInCode(store: FacetStore, blockId: BlockId, memberId: string | null): void {
  const { document, actions } = store.getState()
  const block = document.graph.blockById.get(blockId)
  if (!block) return
  const file = document.files.get(block.path)?.syntax
  const start = file?.starts[file.items.indexOf(block.syntax)]
  if (start === undefined) return
  const members = [...block.fields, ...block.values]
  const index = members.findIndex(({ id }) => id === memberId)
  const nodes = block.syntax.members.filter(({ kind }) => kind === 'field' || kind === 'value')
  const range = nodes[index] ?? block.syntax.name ?? block.syntax.keyword
  actions.show({
    view: 'code',
    path: block.path,
    from: start + range.from,
    to: start + range.to,
  })
}
