'use client'

/** Ways to a baseline: each reads a version from where it is, or says why it cannot. */

import { useState } from 'react'
import { filesBefore } from '@/lib/document/earlier-versions'
import { textKind } from '@/lib/interchange/file-text'
import { filesOf, type Version, versionOf } from '@/lib/store/baseline'
import { useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { useBaselineStore } from './use-baseline'

export interface BaselineChoice {
  /** Why what was given last cannot be used. */
  readonly error: string | null
  take(version: Version): void
  takeEarlier(label: string, steps: number): void
  takeStored(id: string): Promise<void>
  takeFiles(files: readonly File[]): Promise<void>
  takeText(text: string): void
}

/** `onChosen` is called once there is a baseline. */
export function useBaselineChoice(onChosen: () => void): BaselineChoice {
  const store = useFacetStore()
  const baseline = useBaselineStore()
  const services = useServices()
  const [error, setError] = useState<string | null>(null)

  const take = (version: Version) => {
    setError(null)
    baseline.choose(version)
    onChosen()
  }

  return {
    error,
    take,
    takeEarlier(label, steps) {
      const { document, history } = store.getState()
      const files = filesBefore(document, history, steps)
      if (files) take({ label: `Before “${label}”`, files: filesOf(files) })
      else setError('The undo history was damaged, so that version is lost. Choose another.')
    },
    async takeStored(id) {
      const design = await services?.readStored(id)
      if (design) take(versionOf(design.name, design.files))
    },
    async takeFiles(files) {
      if (files.length === 0) return
      try {
        const [{ receiveFiles }, inputs] = await Promise.all([
          import('@/lib/store/receiving'),
          Promise.all(
            files.map(async (file) => ({
              path: file.name,
              bytes: new Uint8Array(await file.arrayBuffer()),
            })),
          ),
        ])
        const received = receiveFiles(inputs)
        if (!received.ok) setError(received.message)
        else {
          const label = files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`
          take(versionOf(label, received.design.files))
        }
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause)
        setError(`These files could not be read. Nothing has changed. (${reason})`)
      }
    },
    takeText(text) {
      if (text.trim() === '') setError('Paste the text of a Prisma schema here first.')
      else if (textKind(text) === 'other') {
        setError('There is no model, enum or other block of a Prisma schema in this text.')
      } else take(versionOf('Pasted text', [{ path: 'schema.prisma', text }]))
    },
  }
}
