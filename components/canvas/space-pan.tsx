'use client'

/** Holding Space makes any drag move the view, also one that starts on a block. */

import { useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react'
import { isTextInput } from './focus'

export function useSpacePan() {
  const [isActive, setActive] = useState(false)

  useEffect(() => {
    if (!isActive) return
    const end = (event: Event) => {
      if (!('key' in event) || event.key === ' ') setActive(false)
    }
    window.addEventListener('keyup', end)
    window.addEventListener('blur', end)
    return () => {
      window.removeEventListener('keyup', end)
      window.removeEventListener('blur', end)
    }
  }, [isActive])

  return {
    isActive,
    onKeyDown(event: KeyboardEvent) {
      const { target } = event
      const isButton = target instanceof HTMLButtonElement
      if (event.key === ' ' && !isTextInput(target) && !isButton) setActive(true)
    },
  }
}

/** Lies over the diagram while Space is held. */
export function SpacePan() {
  const flow = useReactFlow()
  const pan = (event: PointerEvent) => {
    if (event.buttons === 0) return
    const { x, y, zoom } = flow.getViewport()
    void flow.setViewport({ x: x + event.movementX, y: y + event.movementY, zoom })
  }
  return (
    <div
      className="canvas-space-pan"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={pan}
    />
  )
}
