'use client'

/** Hands the diagram's own store to its parts. */

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useFacetStore } from '@/lib/store/provider'
import { type CanvasState, type CanvasStore, createCanvasStore } from './canvas-store'

const CanvasContext = createContext<CanvasStore | null>(null)

export function CanvasProvider({ children }: { children: ReactNode }) {
  const facet = useFacetStore()
  const [canvas] = useState(() => createCanvasStore(facet))
  useEffect(() => canvas.start(), [canvas])
  return <CanvasContext.Provider value={canvas}>{children}</CanvasContext.Provider>
}

/** The store itself, for event handlers. */
export function useCanvasStore(): CanvasStore {
  const canvas = useContext(CanvasContext)
  if (!canvas) throw new Error('useCanvasStore needs a CanvasProvider above it')
  return canvas
}

/** Part of what the diagram knows; selectors must return stable references. */
export function useCanvas<T>(selector: (state: CanvasState) => T): T {
  return useStore(useCanvasStore(), selector)
}
