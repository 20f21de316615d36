'use client'

/** Hands the store down to components. The only React below `components/`. */

import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { FacetState } from './state'
import type { FacetActions, FacetStore } from './store'

const StoreContext = createContext<FacetStore | null>(null)

export function FacetStoreProvider({
  store,
  children,
}: {
  store: FacetStore
  children: ReactNode
}) {
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>
}

/** The store itself, for event handlers that read the state when they run. */
export function useFacetStore(): FacetStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useFacetStore needs a FacetStoreProvider above it')
  return store
}

/** Part of the state; selectors must return stable references. */
export function useFacet<T>(selector: (state: FacetState) => T): T {
  return useStore(useFacetStore(), selector)
}

/** The actions; the same object for the life of the store. */
export function useActions(): FacetActions {
  return useStore(useFacetStore(), (state) => state.actions)
}
