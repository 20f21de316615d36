'use client'

import { ViewportPortal } from '@xyflow/react'
import { relationPath } from '@/lib/layout/edge-path'
import { useCanvas } from './canvas-context'

/** The line that follows the pointer while two blocks are being joined. */
export function ConnectPreview() {
  const connecting = useCanvas((state) => state.connecting)
  const target = useCanvas(({ rects }) => connecting?.toId && rects.get(connecting.toId))
  const source = useCanvas(({ rects }) => connecting && rects.get(connecting.fromId))
  if (!connecting || !source) return null
  const { start, end } = connecting
  const { path } = relationPath({
    source: { rect: source, y: start.y - source.y },
    target: target
      ? { rect: target, y: Math.max(0, Math.min(end.y - target.y, target.height)) }
      : { rect: { ...end, width: 0, height: 0 }, y: 0 },
  })
  return (
    <ViewportPortal>
      <svg className="canvas-preview" aria-hidden="true">
        <path d={path} />
        <circle cx={start.x} cy={start.y} r={4} />
      </svg>
    </ViewportPortal>
  )
}
