'use client'

import type { ReactNode } from 'react'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { ACTION_LIST } from './app-actions'
import { keepMovedFocus } from './keep-moved-focus'

interface ShortcutsDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

/** Keys and gestures of the diagram that are not actions of the app. */
const GESTURES: readonly (readonly [what: string, shortcuts: readonly string[]])[] = [
  ['Edit the selected name', ['enter', 'f2']],
  ['While editing: keep it and go to the next field', ['enter']],
  ['While editing: from name to type and back', ['tab']],
  ['While editing: leave it as it was', ['escape']],
  ['Relate the selected model to another', ['r']],
  ['Move selected blocks', ['arrowup', 'arrowdown', 'arrowleft', 'arrowright']],
  ['Move them further', ['shift+arrowup']],
  ['Move the focused row', ['alt+arrowup', 'alt+arrowdown']],
  ['Copy and paste blocks', ['mod+c', 'mod+v']],
  ['Zoom in and out', ['plus', 'minus']],
  ['Menu of what has the focus', ['shift+f10']],
  ['Select nothing', ['escape']],
]

const MOUSE: readonly (readonly [what: string, how: string])[] = [
  ['Add a model', 'Double-click the background'],
  ['Rename, or change a type', 'Double-click the text'],
  ['Relate two models', 'Drag from the dot beside a row'],
  ['Select several', 'Shift and drag, or Shift and click'],
]

/** All shortcuts, as they are on this platform. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent size="lg" aria-describedby={undefined} onCloseAutoFocus={keepMovedFocus}>
        <DialogHeader>
          <DialogTitle>Keyboard shortcuts</DialogTitle>
        </DialogHeader>
        <DialogBody className="grid grid-cols-1 gap-x-8 gap-y-5 pb-5 sm:grid-cols-2">
          <Section title="Anywhere">
            {ACTION_LIST.flatMap(([id, { title, shortcut, scope }]) =>
              shortcut && scope !== 'diagram'
                ? [<Item key={id} what={title.replace('…', '')} shortcuts={[shortcut]} />]
                : [],
            )}
          </Section>
          <Section title="In the diagram">
            {ACTION_LIST.flatMap(([id, { title, shortcut, scope }]) =>
              shortcut && scope === 'diagram'
                ? [<Item key={id} what={title} shortcuts={[shortcut]} />]
                : [],
            )}
            {GESTURES.map(([what, shortcuts]) => (
              <Item key={what} what={what} shortcuts={shortcuts} />
            ))}
          </Section>
          <Section title="With the mouse">
            {MOUSE.map(([what, how]) => (
              <div key={what} className="flex flex-col py-0.5">
                <dt>{what}</dt>
                <dd className="text-muted text-sm">{how}</dd>
              </div>
            ))}
          </Section>
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 font-medium text-muted text-sm">{title}</h3>
      <dl className="flex flex-col">{children}</dl>
    </section>
  )
}

function Item({ what, shortcuts }: { what: string; shortcuts: readonly string[] }) {
  return (
    <div className="flex min-h-7 items-center justify-between gap-4 py-0.5">
      <dt>{what}</dt>
      <dd className="flex shrink-0 gap-2">
        {shortcuts.map((shortcut) => (
          <Kbd key={shortcut} shortcut={shortcut} />
        ))}
      </dd>
    </div>
  )
}
