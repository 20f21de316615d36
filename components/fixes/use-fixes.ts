'use client'

import { useEffect, useState } from 'react'
import type { Finding } from '@/lib/lint/rule'
import { useFacet } from '@/lib/store/provider'
import type { Diagnostic, FacetState } from '@/lib/store/state'
import type { FoundFixes } from './fix'
import { useFixFinder } from './use-fix-finder'

/** `failed`: what finds fixes could not be loaded. */
export type FixSearch = FoundFixes | 'looking' | 'failed'

interface Answer {
  readonly finding: Diagnostic | Finding
  readonly version: number
  readonly result: FixSearch
}

const selectVersion = ({ document }: FacetState) => document.version

/**
 * What can be done about a problem or a hint. It is looked for anew whenever the text has become
 * another, so what is offered is never for an earlier text.
 */
export function useFixes(finding: Diagnostic | Finding): FixSearch {
  const findFixes = useFixFinder()
  const version = useFacet(selectVersion)
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let isCurrent = true
    const settle = (result: FixSearch) => {
      if (isCurrent) setAnswer({ finding, version, result })
    }
    findFixes(finding).then(settle, () => settle('failed'))
    return () => {
      isCurrent = false
    }
  }, [findFixes, finding, version])
  const isAnswered = answer?.finding === finding && answer.version === version
  return isAnswered ? answer.result : 'looking'
}

/** What to say after the fixes or in their place; `null` when they are all there. */
export function searchText(search: FixSearch): string | null {
  if (search === 'looking') return 'Looking for fixes…'
  if (search === 'failed') return 'Fixes could not be loaded. Check the connection.'
  if (!search.isComplete) return 'Prisma’s own fixes cannot be had now'
  return search.fixes.some(({ isQuiet }) => !isQuiet) ? null : 'No fix is known'
}
