'use client'

import { useMemo } from 'react'
import { useStore } from 'zustand'
import { type FolderState, folderStateOf } from '@/lib/store/folder-state'
import { useFacetStore } from '@/lib/store/provider'

const selectUnsaved = ({ unsaved }: FolderState) => unsaved

/** The files that are not saved in the folder; none while the design has no folder. */
export function useUnsavedPaths(): ReadonlySet<string> {
  const { changed, added } = useFolder(selectUnsaved)
  return useMemo(() => new Set([...changed, ...added]), [changed, added])
}

/** A part of what is known of the folder that the open design is edited in. */
export function useFolder<T>(select: (state: FolderState) => T): T {
  return useStore(folderStateOf(useFacetStore()), select)
}
