'use client'

import { useCallback, useEffect, useRef } from 'react'
import type { Migrations } from '@/lib/engines/sql-planner/main'
import { useServices } from '@/lib/store/services-provider'
import { loadMigrations } from './load-migrations'

/** Gives what starts the writers of SQL, with the checker that the page has by then. */
export function useLoadMigrations(): () => Promise<Migrations> {
  const services = useServices()
  const latest = useRef(services)
  useEffect(() => {
    latest.current = services
  }, [services])
  return useCallback(
    () =>
      loadMigrations(async (files) => {
        if (!latest.current) throw new Error('The page is not ready yet.')
        return latest.current.checker.check(7, files)
      }),
    [],
  )
}
