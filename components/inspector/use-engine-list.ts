'use client'

import { useEffect, useState } from 'react'
import type { EngineFacts } from '@/lib/store/engine-facts'
import { useFacet } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import type { FacetState } from '@/lib/store/state'
import { prismaVersionOf } from '@/lib/store/validation'

type Ask<T> = (engine: EngineFacts, version: 6 | 7, provider: string) => Promise<readonly T[]>

export interface EngineList<T> {
  readonly state: 'loading' | 'ready' | 'failed'
  /** Empty until it is `ready`. */
  readonly items: readonly T[]
  /** Asks again after a failure. */
  retry(): void
}

interface Answer<T> {
  readonly provider: string
  readonly version: 6 | 7
  /** `null` when the engine could not say. */
  readonly items: readonly T[] | null
}

const selectProvider = (state: FacetState) => state.document.graph.provider ?? ''

/**
 * A list that the official engine has for the design's provider and Prisma version.
 * @param ask a function of the module, for it is asked again whenever it is another
 */
export function useEngineList<T>(ask: Ask<T>): EngineList<T> {
  const engine = useServices()?.engine
  const version = useFacet(prismaVersionOf)
  const provider = useFacet(selectProvider)
  const [answer, setAnswer] = useState<Answer<T> | null>(null)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: Another attempt asks again.
  useEffect(() => {
    if (!engine) return
    let isCurrent = true
    const take = (items: readonly T[] | null) => {
      if (isCurrent) setAnswer({ provider, version, items })
    }
    ask(engine, version, provider).then(take, () => take(null))
    return () => {
      isCurrent = false
    }
  }, [ask, engine, version, provider, attempt])

  const retry = () => {
    setAnswer(null)
    setAttempt(attempt + 1)
  }
  const isFresh = answer !== null && answer.provider === provider && answer.version === version
  if (!isFresh) return { state: 'loading', items: [], retry }
  if (answer.items === null) return { state: 'failed', items: [], retry }
  return { state: 'ready', items: answer.items, retry }
}
