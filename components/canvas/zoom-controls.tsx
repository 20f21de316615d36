'use client'

import { Panel, useReactFlow, useStore } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { useActions } from '@/lib/store/provider'
import { ViewOptions } from './view-options'

export function ZoomControls() {
  const flow = useReactFlow()
  const { show } = useActions()
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100))
  return (
    <Panel position="bottom-left" className="canvas-controls nokey">
      <IconButton size="sm" side="top" label="Zoom out" shortcut="-" onClick={() => flow.zoomOut()}>
        <Minus />
      </IconButton>
      <button
        type="button"
        className="canvas-zoom"
        aria-label={`Zoom ${percent}%, reset to 100%`}
        onClick={() => void flow.zoomTo(1)}
      >
        {percent}%
      </button>
      <IconButton
        size="sm"
        side="top"
        label="Zoom in"
        shortcut="plus"
        onClick={() => flow.zoomIn()}
      >
        <Plus />
      </IconButton>
      <IconButton
        size="sm"
        side="top"
        label="Fit diagram"
        onClick={() => show({ view: 'diagram' })}
      >
        <Maximize />
      </IconButton>
      <ViewOptions />
    </Panel>
  )
}
