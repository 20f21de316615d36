'use client'

import dynamic from 'next/dynamic'
import type { FolderState } from '@/lib/store/folder-state'
import { useFolder } from './use-folder'

const SchemaDialog = dynamic(() => import('./schema-dialog').then((part) => part.SchemaDialog), {
  ssr: false,
})
const SaveDialog = dynamic(() => import('./save-dialog').then((part) => part.SaveDialog), {
  ssr: false,
})
const ConflictDialog = dynamic(
  () => import('./conflict-dialog').then((part) => part.ConflictDialog),
  { ssr: false },
)

const selectQuestion = (state: FolderState) => state.question

/** What a person is asked about the folder that the design is edited in. */
export function FolderDialogs() {
  const question = useFolder(selectQuestion)
  if (question?.kind === 'schema') return <SchemaDialog {...question} />
  if (question?.kind === 'save') return <SaveDialog {...question} />
  if (question?.kind === 'conflicts') return <ConflictDialog />
  return null
}
