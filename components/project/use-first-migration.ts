'use client'

import { useEffect, useState } from 'react'
import { useLoadMigrations } from '@/components/code/use-load-migrations'
import { designFiles, type SchemaDocument } from '@/lib/document/document'
import type { System } from '@/lib/interchange/systems/systems'
import { createMigrationWriter, type FirstMigration } from './first-migration'

/** The first migration of a design for a system; `null` while it is being written. */
export function useFirstMigration(
  document: SchemaDocument,
  system: System | null,
): FirstMigration | null {
  const load = useLoadMigrations()
  const [writer] = useState(() => createMigrationWriter(load))
  useEffect(() => () => writer.dispose(), [writer])
  const [answer, setAnswer] = useState<{
    readonly document: SchemaDocument
    readonly system: System
    readonly migration: FirstMigration
  } | null>(null)

  useEffect(() => {
    if (!system) return
    let isWanted = true
    void writer.write(designFiles(document), system).then((migration) => {
      if (isWanted) setAnswer({ document, system, migration })
    })
    return () => {
      isWanted = false
    }
  }, [writer, document, system])

  const isCurrent = answer?.document === document && answer.system === system
  return isCurrent ? answer.migration : null
}
