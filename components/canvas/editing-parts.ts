/** What `editing-chunk.ts` fetches, in one piece so that it comes as a whole or not at all. */

import { DeleteFilesDialog } from '@/components/explorer/delete-files-dialog'
import { moveBlocksTo, removeFiles } from '@/components/explorer/file-edits'
import { setFieldArity } from '@/lib/commands/set-field-arity'
import { toggleId } from '@/lib/commands/toggle-id'
import { toggleUnique } from '@/lib/commands/toggle-unique'
import { DraftRow } from './add-row'
import { arrangeSelection } from './arrange-selection'
import { groupAutomatically } from './auto-grouping'
import { openFixes } from './fixing'
import { pasteFields } from './line-editing'
import { LineEditor } from './line-editor'
import { LineHandles } from './line-handles'
import { NameEditor } from './name-editor'
import { NodeHandles } from './node-handles'
import { moveRow } from './row-order'
import {
  addBlockAt,
  deleteSelection,
  duplicateSelection,
  newBlock,
  pasteText,
} from './selection-actions'
import { SubjectMenu } from './subject-menu'
import { dropTypeAt, showTypeDrop } from './type-drop-at'
import { TypeEditor } from './type-editor'

export const EDITING = {
  addBlockAt,
  arrangeSelection,
  DeleteFilesDialog,
  deleteSelection,
  DraftRow,
  dropTypeAt,
  duplicateSelection,
  groupAutomatically,
  LineEditor,
  LineHandles,
  moveBlocksTo,
  moveRow,
  NameEditor,
  newBlock,
  NodeHandles,
  openFixes,
  pasteFields,
  pasteText,
  removeFiles,
  setFieldArity,
  showTypeDrop,
  SubjectMenu,
  toggleId,
  toggleUnique,
  TypeEditor,
}
