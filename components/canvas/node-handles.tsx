'use client'

import type { NodeShape } from '@/lib/layout/node-shape'
import type { BlockId } from '@/lib/schema/graph'
import { AddRow } from './add-row'
import { useCanvas } from './canvas-context'
import { ConnectDots } from './connect-dots'
import { ReorderHandle } from './row-reorder'
import { TypeGrip } from './type-grip'

/** What can be taken hold of on the block under the pointer or that is selected. */
export function NodeHandles({ id, shape }: { readonly id: BlockId; readonly shape: NodeShape }) {
  const isDrafting = useCanvas(({ draft }) => draft?.blockId === id)
  return (
    <>
      <ConnectDots id={id} shape={shape} />
      <ReorderHandle id={id} shape={shape} />
      <TypeGrip block={shape.block} />
      {!isDrafting && <AddRow id={id} block={shape.block} />}
    </>
  )
}
