'use client'

import { useEffect, useState } from 'react'
import { useFacetStore } from '@/lib/store/provider'
import { whenDrawn } from '@/lib/store/when-drawn'

/** False until the first design is on the screen: what is not needed for that can wait. */
export function useIsDrawn(): boolean {
  const store = useFacetStore()
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => whenDrawn(store, () => setDrawn(true)), [store])
  return isDrawn
}
