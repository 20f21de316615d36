'use client'

import { useEffect, useRef, useState } from 'react'
import { useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { createSqlPreviewer, type SqlPreviewer } from './sql-preview'

/** What the SQL tab shows, for as long as the code side is on the page. Its engines come later. */
export function useSqlPreviewer(): SqlPreviewer {
  const store = useFacetStore()
  const services = useServices()
  const latest = useRef(services)
  useEffect(() => {
    latest.current = services
  }, [services])
  const [previewer] = useState(() =>
    createSqlPreviewer(store, async () => {
      const [{ createSchemaEngine }, { connectPlanner, createMigrations }] = await Promise.all([
        import('@/lib/engines/schema-engine/main'),
        import('@/lib/engines/sql-planner/main'),
      ])
      // A crash is told to whoever asked; nobody else needs to know.
      const engine = createSchemaEngine(() => {})
      const planner = connectPlanner(() => {})
      return createMigrations({
        async check(files) {
          if (!latest.current) throw new Error('The page is not ready yet.')
          return latest.current.checker.check(7, files)
        },
        diff: engine.diff,
        call: planner.call,
        dispose() {
          engine.dispose()
          planner.dispose()
        },
      })
    }),
  )
  useEffect(() => () => previewer.dispose(), [previewer])
  return previewer
}
