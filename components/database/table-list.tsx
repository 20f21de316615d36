'use client'

import { Eye, Table2 } from 'lucide-react'
import { useStore } from 'zustand'
import type { Trial, TrialState } from './trial'
import { qualifiedName, type TableCount } from './trial-sql'
import { counted } from './trial-steps'

const selectTables = (state: TrialState) => state.tables

interface TableListProps {
  trial: Trial
  onChoose(table: TableCount): void
}

/** The tables and views of the database, with their numbers of rows. */
export function TableList({ trial, onChoose }: TableListProps) {
  const tables = useStore(trial, selectTables)
  if (tables.length === 0) return null
  return (
    <ul aria-label="Tables" className="p-1">
      {tables.map((table) => (
        <li key={qualifiedName(table)}>
          <button
            type="button"
            aria-label={
              table.rows === null
                ? `${nameOf(table)}, a view`
                : `${nameOf(table)}, ${counted(table.rows, 'row')}`
            }
            className="flex h-6.5 w-full items-center gap-2 rounded-sm px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 [&>.lucide]:size-3.5 [&>.lucide]:shrink-0"
            onClick={() => onChoose(table)}
          >
            {table.kind === 'view' ? (
              <Eye className="text-kind-view" />
            ) : (
              <Table2 className="text-kind-model" />
            )}
            <span className="min-w-0 flex-1 truncate font-mono text-sm" title={nameOf(table)}>
              {nameOf(table)}
            </span>
            <span className="text-sm tabular-nums text-muted">
              {table.rows?.toLocaleString('en')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function nameOf({ namespace, name }: TableCount): string {
  return namespace === null ? name : `${namespace}.${name}`
}
