/** What the app knows at any moment. Pure data; the actions are in `store.ts`. */

import type { Point, Viewport } from '@/lib/document/design'
import type { FileChange, SchemaDocument } from '@/lib/document/document'
import type { History } from '@/lib/document/history'
import type { Finding } from '@/lib/lint/rule'
import type { BlockId, FieldId } from '@/lib/schema/graph'

export interface Selection {
  readonly blockIds: readonly BlockId[]
  /** A field or enum value of the only selected block. */
  readonly memberId: FieldId | null
  readonly relationId: string | null
}

export const NO_SELECTION: Selection = { blockIds: [], memberId: null, relationId: null }

/**
 * A model and its neighbours, shown without the rest, in places of their own: a way of looking,
 * never part of the design.
 */
export interface Focus {
  readonly blockIds: readonly BlockId[]
  /** How many relations away neighbours may be; `null` for exactly the blocks (an isolated selection). */
  readonly depth: 1 | 2 | 3 | null
  /** Where what is shown is drawn. */
  readonly positions: ReadonlyMap<BlockId, Point>
}

/** A way along relations that stands out in the diagram; it is found anew as the schema changes. */
export interface ShownPath {
  readonly fromId: BlockId
  readonly toId: BlockId
  /** Which of several shortest ones. */
  readonly index: number
}

/** Text in a block that is being edited in place on the canvas. */
export interface InPlaceEdit {
  readonly blockId: BlockId
  /** `null` is the block's own name. */
  readonly memberId: FieldId | null
  /** `line` is the whole declaration of a field. */
  readonly part: 'name' | 'type' | 'line'
}

/** The title of a group or the text of a note, while it is being edited on the canvas. */
export interface AnnotationEdit {
  readonly kind: 'group' | 'note'
  readonly id: string
}

export interface Diagnostic {
  readonly path: string
  /** UTF-16 offsets in the file's text. */
  readonly from: number
  readonly to: number
  readonly message: string
  readonly severity: 'error' | 'warning'
}

/** What the official engine says of the current text. */
export interface Validation {
  /** `checking` until the first answer for a text; `unavailable` when the engine cannot run. */
  readonly state: 'checking' | 'checked' | 'unavailable'
  readonly diagnostics: readonly Diagnostic[]
}

/** A request to bring something into view; a new object each time. */
export interface Reveal {
  readonly view: 'code' | 'diagram'
  /** For the code: a range of a file. */
  readonly path?: string
  readonly from?: number
  readonly to?: number
  /** For the diagram: blocks; none means everything. */
  readonly blockIds?: readonly BlockId[]
}

/** Something to tell the person: errors become alerts, the rest confirmations. */
export interface Notice {
  /**
   * `status`: what was asked for is done; `note`: something happened that nobody asked for;
   * `warning`: somebody has to decide something; `error`: something failed.
   */
  readonly kind: 'status' | 'note' | 'warning' | 'error'
  readonly text: string
  /** Whoever looks at the page sees it happen: only screen readers need telling. */
  readonly isQuiet?: boolean
  readonly action?: { readonly label: string; run(): void }
}

/** Work that takes a while and can be cancelled. */
export interface Progress {
  readonly label: string
  /** 0 to 1; `null` when it cannot be told. */
  readonly done: number | null
}

export type CodeTab = 'schema' | 'sql' | 'problems'

export type Dialog =
  | 'share'
  | 'export'
  | 'palette'
  | 'recent'
  | 'shortcuts'
  | 'paste'
  | 'import'
  | 'path'
  | 'conventions'
  | 'format'
  | 'new-for'
  | 'project'
  | 'upgrade'
  | 'back-to-6'
  | null

export type SaveState = 'saved' | 'saving' | 'failed' | 'conflict' | 'unsaved-copy'

export interface FacetState {
  /** False until the first design is open: nothing is known to be missing yet. */
  readonly isReady: boolean
  /** `null` until something is open. */
  readonly designId: string | null
  readonly name: string
  /** The hosted system or database that the design was begun for, by its id. */
  readonly system: string | null
  readonly document: SchemaDocument
  readonly history: History
  /** The text changes of the last step and who made them. */
  readonly lastStep: { readonly origin: Origin; readonly files: readonly FileChange[] }
  /** The named view that is shown; `null` for the whole diagram. */
  readonly viewId: string | null
  readonly focus: Focus | null
  readonly path: ShownPath | null
  readonly selection: Selection
  readonly inPlaceEdit: InPlaceEdit | null
  readonly annotationEdit: AnnotationEdit | null
  readonly validation: Validation
  /** What the rules of our own find (`lib/lint`); `null` until they have looked. */
  readonly findings: readonly Finding[] | null
  readonly reveal: Reveal | null
  readonly notice: Notice | null
  readonly progress: Progress | null
  /** The part of the diagram in view, as the canvas last reported it. */
  readonly viewport: Viewport | null
  readonly codeTab: CodeTab
  /** The file shown in the code pane. */
  readonly activePath: string
  readonly isCodeOpen: boolean
  readonly isExplorerOpen: boolean
  readonly dialog: Dialog
  /** The file that the import dialog was opened with. */
  readonly script: File | null
  readonly saveState: SaveState
  readonly saveMessage: string | null
}

/**
 * `editor` is typing in the code pane, which has the text already; `open` replaced the design;
 * `storage` is what another tab did to it, `disk` what another program did to the folder it is in.
 */
export type Origin = 'editor' | 'canvas' | 'history' | 'open' | 'storage' | 'disk'
