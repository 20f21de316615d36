/**
 * What can be done to files in the explorer without commands; the rest is in `file-edits.ts`. Each is
 * one undo step, and says what it did.
 */

import { offerUndo } from '@/components/canvas/offer-undo'
import { filePathFrom, folderPathFrom } from '@/lib/document/file-paths'
import {
  addFile,
  type FileStepAnswer,
  moveToFolder,
  renameFile,
  renameFolder,
} from '@/lib/document/file-steps'
import type { FacetStore } from '@/lib/store/store'

/** Runs a step; what is wrong with it, as a sentence, or `null`. */
function run(store: FacetStore, answer: FileStepAnswer): string | null {
  if ('problem' in answer) return answer.problem
  const { step, label, notes } = answer
  if (step.files.length === 0) return null
  store.getState().actions.applyStep(step, label)
  offerUndo(store, { edits: [], label, notes })
  return null
}

/** Runs a step, or says what is wrong with it. */
export function runOrRefuse(store: FacetStore, answer: FileStepAnswer): void {
  const problem = run(store, answer)
  if (problem === null) return
  store.getState().actions.notify({ kind: 'error', text: `${problem} Nothing was changed.` })
}

/** Adds a file of the typed path and shows it; what is wrong with the path, or `null`. */
export function addFileNamed(store: FacetStore, typed: string): string | null {
  const { document, actions } = store.getState()
  const answer = filePathFrom(typed, document.files.keys())
  if ('problem' in answer) return answer.problem
  const problem = run(store, addFile(document, answer.path))
  if (problem === null) actions.setActivePath(answer.path)
  return problem
}

/** Gives a file the typed path; what is wrong with the path, or `null`. */
export function renameFileTo(store: FacetStore, path: string, typed: string): string | null {
  const { document } = store.getState()
  const others = [...document.files.keys()].filter((other) => other !== path)
  const answer = filePathFrom(typed, others)
  if ('problem' in answer) return answer.problem
  return run(store, renameFile(document, path, answer.path))
}

/** Gives a folder the typed path; what is wrong with the path, or `null`. */
export function renameFolderTo(store: FacetStore, folder: string, typed: string): string | null {
  const answer = folderPathFrom(typed)
  if ('problem' in answer) return answer.problem
  return run(store, renameFolder(store.getState().document, folder, answer.path))
}

export function moveFilesTo(store: FacetStore, paths: readonly string[], folder: string): void {
  runOrRefuse(store, moveToFolder(store.getState().document, paths, folder))
}
