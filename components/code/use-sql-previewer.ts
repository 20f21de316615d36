'use client'

import { useEffect, useState } from 'react'
import { useFacetStore } from '@/lib/store/provider'
import { createSqlPreviewer, type SqlPreviewer } from './sql-preview'
import { useLoadMigrations } from './use-load-migrations'

/** What the SQL tab shows, for as long as the code side is on the page. Its engines come later. */
export function useSqlPreviewer(): SqlPreviewer {
  const store = useFacetStore()
  const load = useLoadMigrations()
  const [previewer] = useState(() => createSqlPreviewer(store, load))
  useEffect(() => () => previewer.dispose(), [previewer])
  return previewer
}
