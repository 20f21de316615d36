'use client'

import { File, Folder } from 'lucide-react'
import { useId } from 'react'
import { fileRows } from './file-rows'

interface FileChoiceProps {
  paths: readonly string[]
  value: string
  onValueChange(path: string): void
}

/** The files of a project as a tree, one of them chosen. They are radio buttons to the keyboard. */
export function FileChoice({ paths, value, onValueChange }: FileChoiceProps) {
  const name = useId()
  return (
    <fieldset aria-label="Files" className="flex flex-col font-mono text-sm">
      {fileRows(paths).map((row) => {
        const indent = { paddingLeft: `${0.5 + row.depth * 0.875}rem` }
        if (row.kind === 'folder') {
          return (
            <div key={row.path} style={indent} className="flex h-6 items-center gap-1.5 text-muted">
              <Folder className="size-3.5 shrink-0" />
              <span className="truncate">{row.name}</span>
            </div>
          )
        }
        return (
          <label
            key={row.path}
            style={indent}
            title={row.path}
            className="flex h-6 items-center gap-1.5 rounded-sm hover:bg-hover has-checked:bg-accent-subtle has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={row.path}
              checked={row.path === value}
              aria-label={row.path}
              className="sr-only"
              onChange={() => onValueChange(row.path)}
            />
            <File className="size-3.5 shrink-0" />
            <span className="truncate">{row.name}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
