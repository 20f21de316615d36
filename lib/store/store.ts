/**
 * The store: one design that is open, and everything the views share.
 *
 * Gestures and typing both become steps of the document here, and nowhere else, so there is one
 * version counter and one undo history. The store knows no React, no DOM and no Monaco.
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Command, CommandContext, CommandResult } from '@/lib/commands/command'
import type { Design, Point, PrismaVersion, Viewport } from '@/lib/document/design'
import type { DiagramState } from '@/lib/document/diagram'
import {
  applyStep,
  createDocument,
  drawnOf,
  type FileChange,
  layoutKeys,
  type SchemaDocument,
  type Step,
  usualEndings,
} from '@/lib/document/document'
import {
  closeEntry,
  EMPTY_HISTORY,
  type HistoryEntry,
  recordEntry,
  takeRedo,
  takeUndo,
} from '@/lib/document/history'
import { openWithSession } from '@/lib/document/session'
import type { Finding } from '@/lib/lint/rule'
import type { LintSwitches } from '@/lib/lint/switches'
import type { BlockId } from '@/lib/schema/graph'
import { type ChangeSet, changeSet, isEmptyChange } from '@/lib/text/change-set'
import { shownBoard, viewById } from './board'
import { boardOfChange, carryFocus, joinShownView, moveOnBoard } from './board-changes'
import { bringBack } from './bring-back'
import { carryRanges, carryValidation } from './carry-ranges'
import { applyDrawing } from './drawn-blocks'
import { noticeText } from './notice-text'
import { type Place, placeUnplaced } from './placement'
import {
  type AnnotationEdit,
  type CodeTab,
  type Dialog,
  type FacetState,
  type Focus,
  type InPlaceEdit,
  NO_SELECTION,
  type Notice,
  type Origin,
  type Progress,
  type Reveal,
  type SaveState,
  type Selection,
  type ShownPath,
  type Validation,
} from './state'
import { stepTo } from './step-to'

export interface FacetActions {
  /** Runs a command as one undo step. `at` is where a new block goes. `null`: it did not apply. */
  run<Args>(command: Command<Args>, args: Args, at?: Point): CommandResult | null
  /** Text that was typed or pasted into the code pane. */
  type(path: string, changes: ChangeSet): void
  /**
   * Puts blocks elsewhere on what is shown, as one undo step; in a focus, without one. `diagram`
   * is what changes along with them, if anything does: a group that they leave or join.
   */
  moveBlocks(positions: ReadonlyMap<BlockId, Point>, label?: string, diagram?: DiagramState): void
  /** Changes what the diagram holds (see `diagram-edits.ts`), as one undo step. */
  setDiagram(diagram: DiagramState, label: string): void
  /** Switches lint off or on (see `lib/lint/switches.ts`), as one undo step. */
  setLint(lint: LintSwitches, label: string): void
  /** Chooses the Prisma that the schema is for, or with `null` has it detected, as one undo step. */
  setPrismaVersion(version: PrismaVersion | null): void
  /** Shows a named view, or with `null` the whole diagram, instead of what is shown. */
  showView(viewId: string | null): void
  /** Shows only what the focus holds, until it is `null` again. Not a change of the design. */
  setFocus(focus: Focus | null): void
  /** Lets a path between two blocks stand out, until it is `null` again. Not a change of the design. */
  setPath(path: ShownPath | null): void
  /** Any other change, as one undo step; `disk` for what came from outside and stays as it came. */
  applyStep(step: Step, label: string, origin?: 'canvas' | 'disk'): void
  undo(): void
  redo(): void
  /** Replaces what is open; `session` brings its history back, if it was kept. */
  open(design: Design, designId: string | null, session?: unknown): void
  /** Takes over what another tab made of the open design, as one undo step. */
  takeOver(design: Design): void
  /** Gives blocks their first place: not a change that a person made or can undo. */
  place(positions: ReadonlyMap<BlockId, Point>): void
  setDesignId(id: string | null): void
  rename(name: string): void
  select(selection: Partial<Selection>): void
  editInPlace(edit: InPlaceEdit | null): void
  editAnnotation(edit: AnnotationEdit | null): void
  /** Blocks that are hidden or not in what is shown come back, and the person is told. */
  show(reveal: Reveal): void
  notify(notice: Notice): void
  setValidation(validation: Validation): void
  /** What the rules of our own find in the current text. */
  setFindings(findings: readonly Finding[]): void
  setProgress(progress: Progress | null): void
  setViewport(viewport: Viewport): void
  setCodeTab(tab: CodeTab): void
  setActivePath(path: string): void
  setCodeOpen(isOpen: boolean): void
  setExplorerOpen(isOpen: boolean): void
  setDialog(dialog: Dialog): void
  /** Opens the import dialog, or turns it if it is open, to a script of SQL or DBML. */
  importScript(script: File): void
  setSaveState(state: SaveState, message?: string): void
}

export type FacetStore = StoreApi<FacetState & { readonly actions: FacetActions }>

const NO_POSITIONS: Step['positions'] = new Map()

/** `now` gives the time in ms; tests bring their own. */
export function createFacetStore(now: () => number = Date.now): FacetStore {
  return createStore((set, get) => {
    /** Applies a step and records it; what is new gets a place. */
    function change(
      asked: Step,
      entry: { label: string; origin: Origin; isTyping?: boolean },
      place?: Place,
    ): boolean {
      const state = get()
      const { step, applied } =
        entry.origin === 'canvas'
          ? applyDrawing(state.document, asked)
          : { step: asked, applied: applyStep(state.document, asked) }
      if (!applied) return false
      const isOwn = entry.origin === 'canvas' || entry.origin === 'editor'
      const diagram = isOwn
        ? joinShownView(state, applied.document, place)
        : applied.document.diagram
      const hasJoined = diagram !== applied.document.diagram
      const result = hasJoined ? withDiagram(applied, state.document.diagram, diagram) : applied
      const recorded: HistoryEntry = {
        label: entry.label,
        isTyping: entry.isTyping ?? false,
        time: now(),
        forward: hasJoined ? { ...step, diagram } : step,
        backward: result.inverse,
      }
      set({
        ...afterStep(state, result.document, step, entry.origin, place),
        history: recordEntry(state.history, recorded),
      })
      return true
    }

    function travel(direction: 'undo' | 'redo'): void {
      const state = get()
      const taken = direction === 'undo' ? takeUndo(state.history) : takeRedo(state.history)
      if (!taken) return
      const step = direction === 'undo' ? taken.entry.backward : taken.entry.forward
      const verb = direction === 'undo' ? 'Undone' : 'Redone'
      let result: ReturnType<typeof applyStep>
      try {
        result = applyStep(state.document, step)
      } catch {
        // Only a damaged history that was kept from before a reload can get here.
        const text = `The ${direction} history was damaged and had to be dropped. The design is unchanged.`
        set({ history: EMPTY_HISTORY, notice: { kind: 'error', text } })
        return
      }
      set({
        ...(result ? afterStep(state, result.document, step, 'history') : {}),
        ...(result ? boardOfChange(state, state.document, result.document) : {}),
        history: taken.history,
        notice: { kind: 'status', text: `${verb}: ${taken.entry.label}`, isQuiet: true },
      })
    }

    const actions: FacetActions = {
      run(command, args, at) {
        const state = get()
        const context = commandContext(state.document)
        const result = command.run(context, args)
        if (!result) return null
        const edited = result.edits.map(({ path, edits }): FileChange => {
          const length = state.document.files.get(path)?.syntax.text.length ?? 0
          return { kind: 'edit', path, changes: changeSet(length, edits) }
        })
        const endings = usualEndings(state.document)
        const added = (result.files ?? []).map(
          ({ path, text }): FileChange => ({ kind: 'add', path, text, endings }),
        )
        const files = [...edited, ...added]
        const names = result.created?.map(({ name }) => name) ?? []
        const { connection } = result
        const step = { files, positions: NO_POSITIONS, ...(connection && { connection }) }
        change(step, { label: result.label, origin: 'canvas' }, at && { names, at })
        if (result.select) actions.select(selectionOf(get().document, result.select))
        const notes = result.notes ?? []
        const text = noticeText(result.label, notes)
        set({ notice: { kind: 'status', text, isQuiet: notes.length === 0 } })
        return result
      },
      type(path, changes) {
        if (isEmptyChange(changes)) return
        const step: Step = { files: [{ kind: 'edit', path, changes }], positions: NO_POSITIONS }
        const isTyping = changes.edits.length === 1
        change(step, { label: 'Typing', origin: 'editor', isTyping })
      },
      moveBlocks(
        positions,
        label = positions.size === 1 ? 'Move block' : `Move ${positions.size} blocks`,
        diagram,
      ) {
        const { step, focus } = moveOnBoard(get(), positions, diagram)
        if (focus !== get().focus) set({ focus })
        change(step, { label, origin: 'canvas' })
      },
      setLint(lint, label) {
        change({ files: [], positions: NO_POSITIONS, lint }, { label, origin: 'canvas' })
      },
      setPrismaVersion(prismaVersion) {
        const label = prismaVersion ? `Choose Prisma ${prismaVersion}` : 'Detect the Prisma version'
        change({ files: [], positions: NO_POSITIONS, prismaVersion }, { label, origin: 'canvas' })
      },
      setDiagram(diagram, label) {
        change({ files: [], positions: NO_POSITIONS, diagram }, { label, origin: 'canvas' })
      },
      showView(viewId) {
        const state = get()
        const view = viewById(state.document.diagram.views, viewId)
        if (state.focus === null && state.viewId === (view?.id ?? null)) return
        set({ viewId: view?.id ?? null, focus: null, reveal: { view: 'diagram' } })
      },
      setFocus(focus) {
        if (get().focus !== focus) set({ focus, reveal: { view: 'diagram' } })
      },
      setPath: (path) => set({ path }),
      applyStep(step, label, origin = 'canvas') {
        change(step, { label, origin })
      },
      undo: () => travel('undo'),
      redo: () => travel('redo'),
      open(design, designId, session) {
        const { document: opened, history } = openWithSession(design, session)
        const version = get().document.version + 1
        const document = {
          ...opened,
          version,
          positions: placeUnplaced(opened, opened),
        }
        set({
          isReady: true,
          designId,
          name: design.name,
          system: design.system ?? null,
          document,
          history,
          lastStep: { origin: 'open', files: [] },
          viewId: viewById(document.diagram.views, design.layout.shown ?? null)?.id ?? null,
          focus: null,
          path: null,
          selection: NO_SELECTION,
          inPlaceEdit: null,
          annotationEdit: null,
          validation: { state: 'checking', diagnostics: [] },
          findings: null,
          viewport: design.viewport,
          activePath: [...document.files.keys()][0] ?? '',
        })
      },
      takeOver(design) {
        const step = stepTo(get().document, design)
        change(step, { label: 'Changes from another tab', origin: 'storage' })
        const { document: next } = get()
        const drawn = drawnOf(design, layoutKeys(next.graph.blocks))
        const { name, system = null } = design
        const lastStep = { origin: 'storage', files: [] } as const
        set({ document: { ...next, drawn }, name, system, lastStep })
      },
      place(positions) {
        const result = applyStep(get().document, { files: [], positions })
        if (result) set({ document: result.document, lastStep: { origin: 'open', files: [] } })
      },
      setDesignId: (designId) => set({ designId }),
      rename: (name) => set({ name }),
      select(selection) {
        const next = { ...NO_SELECTION, ...selection }
        if (!isSameSelection(get().selection, next)) set({ selection: next })
      },
      editInPlace(inPlaceEdit) {
        // What is edited next is a step of its own, however soon it comes.
        set((state) => ({ inPlaceEdit, history: closeEntry(state.history) }))
      },
      editAnnotation: (annotationEdit) => set({ annotationEdit }),
      show(reveal) {
        const isCode = reveal.view === 'code'
        const brought = isCode || !reveal.blockIds ? null : bringBack(get(), reveal.blockIds)
        if (brought) {
          actions.setDiagram(brought.diagram, 'Show hidden blocks')
          const { viewId, focus, text } = brought
          set({ viewId, focus, notice: { kind: 'status', text } })
        }
        set({ reveal, ...(isCode && { isCodeOpen: true, codeTab: 'schema' }) })
        if (isCode && reveal.path) actions.setActivePath(reveal.path)
      },
      notify: (notice) => set({ notice }),
      setValidation: (validation) => set({ validation }),
      setFindings: (findings) => set({ findings }),
      setProgress: (progress) => set({ progress }),
      setViewport: (viewport) => set({ viewport }),
      setCodeTab: (codeTab) => set({ codeTab, isCodeOpen: true }),
      setActivePath(path) {
        if (get().document.files.has(path)) set({ activePath: path })
      },
      setCodeOpen: (isCodeOpen) => set({ isCodeOpen }),
      setExplorerOpen: (isExplorerOpen) => set({ isExplorerOpen }),
      setDialog: (dialog) => set({ dialog, script: null }),
      importScript: (script) => set({ dialog: 'import', script }),
      setSaveState: (saveState, message) => set({ saveState, saveMessage: message ?? null }),
    }

    const document = createDocument([{ path: 'schema.prisma', text: '' }])
    return {
      isReady: false,
      designId: null,
      name: '',
      system: null,
      document,
      history: EMPTY_HISTORY,
      lastStep: { origin: 'open', files: [] },
      viewId: null,
      focus: null,
      path: null,
      selection: NO_SELECTION,
      inPlaceEdit: null,
      annotationEdit: null,
      validation: { state: 'checking', diagnostics: [] },
      findings: null,
      reveal: null,
      notice: null,
      progress: null,
      viewport: null,
      codeTab: 'schema',
      activePath: 'schema.prisma',
      isCodeOpen: true,
      isExplorerOpen: true,
      dialog: null,
      script: null,
      saveState: 'unsaved-copy',
      saveMessage: null,
      actions,
    }
  })
}

export function commandContext(document: SchemaDocument): CommandContext {
  return {
    graph: document.graph,
    files: new Map([...document.files].map(([path, file]) => [path, file.syntax])),
    connection: document.connection,
  }
}

/** An applied step in which the diagram changes too. */
function withDiagram(
  { document, inverse }: { document: SchemaDocument; inverse: Step },
  before: DiagramState,
  diagram: DiagramState,
): { document: SchemaDocument; inverse: Step } {
  return { document: { ...document, diagram }, inverse: { ...inverse, diagram: before } }
}

/** What follows from a step besides the history. */
function afterStep(
  state: FacetState,
  next: SchemaDocument,
  step: Step,
  origin: Origin,
  place?: Place,
): Partial<FacetState> {
  const hasText = next.version !== state.document.version
  const isWhole = shownBoard(state).kind === 'whole'
  // A place that was asked for is one on what is shown.
  const document = hasText
    ? { ...next, positions: placeUnplaced(state.document, next, isWhole ? place : undefined) }
    : next
  return {
    document,
    lastStep: { origin, files: step.files },
    viewId: viewById(document.diagram.views, state.viewId)?.id ?? null,
    focus: carryFocus(state.focus, state.document, document, place),
    path: keepPath(state.path, document),
    selection: keepSelection(state.selection, document),
    inPlaceEdit: keepInPlaceEdit(state.inPlaceEdit, document),
    annotationEdit: origin === 'history' ? null : state.annotationEdit,
    validation: hasText ? carryValidation(state.validation, step) : state.validation,
    findings: hasText ? state.findings && carryRanges(state.findings, step) : state.findings,
    activePath: keepActivePath(state.activePath, document, step),
  }
}

function keepActivePath(path: string, { files }: SchemaDocument, step: Step): string {
  const renamed = step.files.find((file) => file.kind === 'rename' && file.path === path)
  const next = renamed?.kind === 'rename' ? renamed.to : path
  return files.has(next) ? next : ([...files.keys()][0] ?? '')
}

function keepPath(path: ShownPath | null, { graph }: SchemaDocument): ShownPath | null {
  return path && graph.blockById.has(path.fromId) && graph.blockById.has(path.toId) ? path : null
}

function keepSelection(selection: Selection, { graph }: SchemaDocument): Selection {
  const blockIds = selection.blockIds.filter((id) => graph.blockById.has(id))
  const block = graph.blockById.get(blockIds[0] ?? '')
  const shape = block?.lastGood ?? block
  const hasMember =
    shape?.fields.some(({ id }) => id === selection.memberId) ||
    shape?.values.some(({ id }) => id === selection.memberId)
  const hasRelation = graph.relations.some(({ id }) => id === selection.relationId)
  const next = {
    blockIds,
    memberId: hasMember ? selection.memberId : null,
    relationId: hasRelation ? selection.relationId : null,
  }
  return isSameSelection(selection, next) ? selection : next
}

function keepInPlaceEdit(edit: InPlaceEdit | null, { graph }: SchemaDocument): InPlaceEdit | null {
  const block = edit && graph.blockById.get(edit.blockId)
  if (!block) return null
  if (edit.memberId === null) return edit
  const members = [...block.fields, ...block.values]
  return members.some(({ id }) => id === edit.memberId) ? edit : null
}

function selectionOf(
  { graph }: SchemaDocument,
  { block: blockName, member: memberName }: { block: string; member?: string },
): Partial<Selection> {
  const block = graph.blockByName.get(blockName)
  if (!block) return {}
  const members = [...block.fields, ...block.values]
  const member = members.find(({ name }) => name === memberName)
  return { blockIds: [block.id], memberId: member?.id ?? null }
}

function isSameSelection(a: Selection, b: Selection): boolean {
  return (
    a.memberId === b.memberId &&
    a.relationId === b.relationId &&
    a.blockIds.length === b.blockIds.length &&
    a.blockIds.every((id, index) => id === b.blockIds[index])
  )
}
