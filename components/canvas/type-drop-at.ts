/** A type that is dragged over the diagram: what it would do where it is, and doing it. */

import { announce } from '@/components/ui/announcer'
import type { Point } from '@/lib/document/design'
import type { BlockId } from '@/lib/schema/graph'
import { commandContext, type FacetStore } from '@/lib/store/store'
import type { CanvasStore } from './canvas-store'
import { targetAt } from './gesture'
import { dropType, typeDropOn } from './type-drop'

const NO_BLOCKS: ReadonlySet<BlockId> = new Set()

/** Shows what dropping the type there would do. */
export function showTypeDrop(
  store: FacetStore,
  canvas: CanvasStore,
  typeName: string,
  at: Point,
): void {
  const { blockId, memberId } = targetAt(at)
  const ctx = commandContext(store.getState().document)
  const drop = blockId === null ? null : typeDropOn(ctx, typeName, blockId, memberId)
  canvas.setState({
    gesture: {
      at,
      hint: drop?.hint ?? `Drop ${typeName} on a field`,
      isRefused: drop?.isRefused ?? false,
      candidates: NO_BLOCKS,
      target: drop && blockId !== null ? { blockId, memberId, index: null } : null,
    },
  })
}

/** Gives the field that is there the type. */
export function dropTypeAt(store: FacetStore, typeName: string, at: Point): void {
  const { blockId, memberId } = targetAt(at)
  if (blockId === null || memberId === null) return
  const drop = typeDropOn(commandContext(store.getState().document), typeName, blockId, memberId)
  if (drop?.isRefused) announce(drop.hint)
  else if (drop) dropType(store, typeName, blockId, memberId)
}
