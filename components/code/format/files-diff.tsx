'use client'

import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { DiffView } from './diff-view'

/** A file's text before a change and after it. */
export interface FileTexts {
  readonly path: string
  readonly before: string
  readonly after: string
  /** Whether every line says the same as before, but for its spaces. */
  readonly isSpacesOnly?: boolean
}

/** The changes of several files, one at a time. */
export function FilesDiff({ files }: { files: readonly FileTexts[] }) {
  const [chosen, setChosen] = useState<string | null>(null)
  // What changes more than spaces is what one should see first.
  const file =
    files.find(({ path }) => path === chosen) ??
    files.find(({ isSpacesOnly }) => !isSpacesOnly) ??
    files[0]
  if (!file) return null
  return (
    <>
      {files.length > 1 ? (
        <Select
          aria-label="File"
          value={file.path}
          className="w-auto self-start font-mono"
          onChange={(event) => setChosen(event.target.value)}
        >
          {files.map(({ path, before, isSpacesOnly }) => (
            <option key={path} value={path}>
              {isSpacesOnly ? `${path} (only spaces)` : before === '' ? `${path} (new)` : path}
            </option>
          ))}
        </Select>
      ) : null}
      <DiffView before={file.before} after={file.after} label={`Changes of ${file.path}`} />
    </>
  )
}
