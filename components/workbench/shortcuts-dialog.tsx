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
import { useReturnFocus } from './use-return-focus'

interface ShortcutsDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

/** Keys and gestures of the diagram that are not actions of the app. */
const GESTURES: readonly (readonly [what: string, shortcuts: readonly string[]])[] = [
  ['Edit the name of what has the focus', ['enter']],
  ['Edit the whole line of a field', ['=', 'shift+enter']],
  ['Edit the selected relation', ['enter']],
  ['While editing: keep it and go to the next field', ['enter']],
  ['While editing: from name to type and back', ['tab']],
  ['While editing: leave it as it was', ['escape']],
  ['Fix what is wrong with what has the focus', ['mod+.']],
  ['Relate the selected model to another', ['r']],
  ['Move selected blocks', ['arrowup', 'arrowdown', 'arrowleft', 'arrowright']],
  ['Move them further', ['shift+arrowup']],
  ['Move the focused row', ['alt+arrowup', 'alt+arrowdown']],
  ['Copy, cut and paste blocks; paste fields', ['mod+c', 'mod+x', 'mod+v']],
  ['Zoom in and out', ['plus', 'minus']],
  ['Menu of what has the focus', ['shift+f10']],
  ['Select nothing', ['escape']],
]

/** Keys of the schema editor that are not those of every text field. */
const EDITOR: readonly (readonly [what: string, shortcuts: readonly string[]])[] = [
  ['Suggest what can be typed here', ['ctrl+space']],
  ['Go to the definition', ['f12']],
  ['Show all references', ['shift+f12']],
  ['Rename everywhere', ['f2']],
  ['Fix the problem at the cursor', ['mod+.']],
  ['Go to a block or field', ['mod+shift+o']],
  ['Format the schema', ['shift+alt+f']],
]

const MOUSE: readonly (readonly [what: string, how: string])[] = [
  ['Add a model', 'Double-click the background'],
  ['Rename, or change a type', 'Double-click the text'],
  ['Relate two models', 'Drag from the dot beside a row to a row or a model'],
  ['Reconnect a relation', 'Select its line, then drag one of its ends'],
  ['Move a field', 'Drag the grip of its row, also to another model'],
  ['Change the type of a field', 'Drag the sign of an enum, type or model onto it'],
  ['Select several', 'Shift and drag, or Shift and click'],
]

/** All shortcuts, as they are on this platform. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent size="lg" aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
        <DialogHeader>
          <DialogTitle>Keyboard shortcuts</DialogTitle>
        </DialogHeader>
        <DialogBody
          // It is taller than a small window, and has nothing else to focus that could scroll it.
          tabIndex={0}
          role="region"
          aria-label="Shortcuts"
          className="grid grid-cols-1 gap-x-8 pb-5 outline-hidden sm:grid-cols-2"
        >
          <div>
            <Section title="Anywhere">
              {ACTION_LIST.flatMap(([id, { title, shortcut, scope }]) =>
                shortcut && scope !== 'diagram'
                  ? [<Item key={id} what={title.replace('…', '')} shortcuts={[shortcut]} />]
                  : [],
              )}
            </Section>
            <Section title="With the mouse">
              {MOUSE.map(([what, how]) => (
                <div key={what} className="flex flex-col py-0.5">
                  <dt>{what}</dt>
                  <dd className="text-muted text-sm">{how}</dd>
                </div>
              ))}
            </Section>
          </div>
          <div>
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
            <Section title="In the schema editor">
              {EDITOR.map(([what, shortcuts]) => (
                <Item key={what} what={what} shortcuts={shortcuts} />
              ))}
            </Section>
          </div>
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-5 last:mb-0">
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
