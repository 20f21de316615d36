'use client'

import { ViewportPortal } from '@xyflow/react'
import { type KeyboardEvent, memo, useLayoutEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Point } from '@/lib/document/design'
import type { Area, Note } from '@/lib/document/diagram'
import { editNote, MIN_NOTE_SIZE, placeNote } from '@/lib/document/diagram-edits'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { deleteNote } from './annotation-actions'
import { useCanvas } from './canvas-context'
import type { CanvasState } from './canvas-store'
import { arrowWay, useDragArea } from './drag-area'
import { focusDiagram, MenuButton } from './group-layer'

/** Sticky notes, above the blocks. */
export function NoteLayer() {
  const ids = useCanvas(useShallow(({ notes }: CanvasState) => notes.map(({ id }) => id)))
  if (ids.length === 0) return null
  return (
    <ViewportPortal>
      <div className="canvas-notes">
        {ids.map((id) => (
          <NoteView key={id} id={id} />
        ))}
      </div>
    </ViewportPortal>
  )
}

/** Pixels per arrow key, and with Shift. */
const STEP = 10
const LARGE_STEP = 40
/** Of a note's text, how many characters are its name. */
const NAME_LENGTH = 60
const MAX_TEXT = 20_000

const NoteView = memo(function NoteView({ id }: { readonly id: string }) {
  const note = useCanvas(({ notes }) => notes.find((each) => each.id === id))
  const isEditing = useFacet(
    ({ annotationEdit }) => annotationEdit?.kind === 'note' && annotationEdit.id === id,
  )
  const store = useFacetStore()
  const actions = useActions()
  const ref = useRef<HTMLDivElement>(null)
  const [moving, setMoving] = useState<Area | null>(null)

  const put = (area: Area, label: string) => {
    const { document } = store.getState()
    setMoving(null)
    actions.setDiagram(placeNote(document.diagram, id, area), label)
  }
  const movedBy = (by: Point): Area => {
    const { x, y, ...size } = note?.area ?? NO_AREA
    return { x: x + by.x, y: y + by.y, ...size }
  }
  const resizedBy = (by: Point): Area => {
    const { x, y, width, height } = note?.area ?? NO_AREA
    return {
      x,
      y,
      width: Math.max(MIN_NOTE_SIZE.width, width + by.x),
      height: Math.max(MIN_NOTE_SIZE.height, height + by.y),
    }
  }
  const onCancel = () => setMoving(null)
  const drag = useDragArea({
    onMove: (by) => setMoving(movedBy(by)),
    onDrop: (by) => put(movedBy(by), 'Move note'),
    onCancel,
  })
  const resize = useDragArea({
    onMove: (by) => setMoving(resizedBy(by)),
    onDrop: (by) => put(resizedBy(by), 'Resize note'),
    onCancel,
  })
  if (!note) return null
  const { x, y, width, height } = moving ?? note.area

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey) return
    const by = arrowWay(event.key, event.shiftKey ? LARGE_STEP : STEP)
    if (by && event.altKey) put(resizedBy(by), 'Resize note')
    else if (by) put(movedBy(by), 'Move note')
    else if (event.key === 'Enter' || event.key === 'F2') {
      actions.editAnnotation({ kind: 'note', id })
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      deleteNote(store, id)
      focusDiagram()
    } else if (event.key === 'Escape') focusDiagram()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={ref}
      role="note"
      aria-label={`note ${nameOf(note)}`}
      aria-description="Enter edits, arrow keys move, Alt and arrow keys resize, Delete deletes."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Keys move and edit it, as they do blocks.
      tabIndex={0}
      className="canvas-note nopan"
      data-note={id}
      data-color={note.color}
      data-moving={moving !== null || undefined}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      onKeyDown={onKeyDown}
      onDoubleClick={() => actions.editAnnotation({ kind: 'note', id })}
      {...drag}
    >
      {isEditing ? (
        <NoteEditor note={note} onClose={() => ref.current?.focus({ preventScroll: true })} />
      ) : (
        <p className="canvas-note-text" data-empty={note.text === '' || undefined}>
          {note.text || 'Empty note'}
        </p>
      )}
      <MenuButton label={`Actions for note ${nameOf(note)}`} />
      <span
        aria-hidden="true"
        className="canvas-note-handle"
        {...resize}
        onPointerDown={(event) => {
          event.stopPropagation()
          resize.onPointerDown(event)
        }}
        onPointerMove={(event) => {
          event.stopPropagation()
          resize.onPointerMove(event)
        }}
        onPointerUp={(event) => {
          event.stopPropagation()
          resize.onPointerUp(event)
        }}
      />
    </div>
  )
})

const NO_AREA: Area = { x: 0, y: 0, width: 0, height: 0 }

/** What a note is called: the beginning of its text. */
function nameOf({ text }: Note): string {
  const line = text.trim().replace(/\s+/g, ' ')
  if (line === '') return 'without text'
  return line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH)}…` : line
}

/** The text as it is typed; leaving it keeps it, however it is left. */
function NoteEditor({ note, onClose }: { readonly note: Note; onClose(): void }) {
  const store = useFacetStore()
  const ref = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  const [value, setValue] = useState(note.text)

  useLayoutEffect(() => {
    const element = ref.current
    element?.focus({ preventScroll: true })
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])

  const close = () => {
    if (isDone.current) return
    isDone.current = true
    const { actions, document } = store.getState()
    actions.setDiagram(editNote(document.diagram, note.id, value.trimEnd()), 'Edit note')
    actions.editAnnotation(null)
  }

  return (
    <textarea
      ref={ref}
      aria-label="Note text"
      className="canvas-note-input nodrag nopan nowheel"
      maxLength={MAX_TEXT}
      value={value}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onChange={(event) => setValue(event.target.value)}
      onBlur={close}
      onKeyDown={(event) => {
        event.stopPropagation()
        const isDoneKey = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
        if (event.key !== 'Escape' && !isDoneKey) return
        event.preventDefault()
        close()
        onClose()
      }}
    />
  )
}
