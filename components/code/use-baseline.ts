'use client'

import { useStore } from 'zustand'
import { type BaselineState, type BaselineStore, baselineOf } from '@/lib/store/baseline'
import { useFacetStore } from '@/lib/store/provider'

/** The version that the open design is compared with, to change. */
export function useBaselineStore(): BaselineStore {
  return baselineOf(useFacetStore())
}

/** Part of what is known about it; selectors must return stable references. */
export function useBaseline<T>(selector: (state: BaselineState) => T): T {
  return useStore(useBaselineStore(), selector)
}
