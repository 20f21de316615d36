/**
 * Takes the place of Monaco's undo history. Undo belongs to the document, where typing and
 * gestures stand in the order they happened, so the editor records nothing, and whatever asks it
 * to undo (its keys, its menu, the browser's) asks the document instead.
 */

export interface UndoTarget {
  undo(): void
  redo(): void
}

/** The last one is in charge. */
let targets: readonly UndoTarget[] = []

/** Sends undo and redo there; the returned function gives them back to whom they went before. */
export function setUndoTarget(next: UndoTarget): () => void {
  targets = [...targets, next]
  return () => {
    targets = targets.filter((target) => target !== next)
  }
}

interface Resource {
  toString(): string
}

/**
 * Monaco's `IUndoRedoService`, to be given to the first editor of the page: Monaco's services are
 * made once and stay.
 */
export const undoRedoService = {
  _serviceBrand: undefined,
  undo: () => targets.at(-1)?.undo(),
  redo: () => targets.at(-1)?.redo(),
  canUndo: () => true,
  canRedo: () => true,
  getUriComparisonKey: (resource: Resource) => resource.toString(),
  // It has nothing to tell, and forgets what it is told.
  getElements: () => ({ past: [], future: [] }),
  getLastElement: () => null,
  hasElements: () => false,
  createSnapshot: (resource: Resource) => ({ resource, elements: [] }),
  restoreSnapshot: () => {},
  pushElement: () => {},
  removeElements: () => {},
  setElementsValidFlag: () => {},
  registerUriComparisonKeyComputer: () => ({ dispose: () => {} }),
}
