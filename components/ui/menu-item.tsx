/** What dropdown menus and context menus share: their look, and the inside of an item. */
import { cva } from 'class-variance-authority'
import type { ReactNode } from 'react'
import { Kbd } from './kbd'

export const menuContentClass = [
  'z-60 max-h-(--radix-popper-available-height) min-w-48 overflow-x-hidden overflow-y-auto',
  'rounded-lg border bg-raised p-1 text-base shadow-popover outline-hidden',
  'origin-(--radix-popper-transform-origin) animate-appear data-[state=closed]:animate-vanish',
].join(' ')

export const menuItemVariants = cva(
  [
    'relative flex h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 outline-hidden',
    'data-disabled:opacity-45 data-highlighted:bg-hover data-[state=open]:bg-hover',
    '[&>.lucide]:text-muted data-highlighted:[&>.lucide]:text-fg',
  ],
  {
    variants: {
      tone: {
        normal: '',
        danger:
          'text-danger data-highlighted:bg-danger-subtle [&>.lucide]:text-danger data-highlighted:[&>.lucide]:text-danger',
      },
      // Room on the left for a check mark or a dot, so that labels stay in line.
      checkable: { true: 'pl-8', false: '' },
    },
    defaultVariants: { tone: 'normal', checkable: false },
  },
)

export const menuIndicatorClass = 'absolute left-2 flex size-4 items-center justify-center'
export const menuLabelClass = 'px-2 pt-1.5 pb-1 text-xs font-medium text-faint'
export const menuSeparatorClass = '-mx-1 my-1 h-px bg-border'

/** Props every kind of menu item adds to Radix's own. */
export interface MenuItemExtras {
  icon?: ReactNode
  /** Written as `mod+z`. Shown, and told to assistive technology apart from the name. */
  shortcut?: string
}

/** Icon, label, shortcut. The shortcut is hidden from the accessible name: "Undo", not "Undo ⌘Z". */
export function MenuItemBody({
  icon,
  shortcut,
  children,
}: MenuItemExtras & { children: ReactNode }) {
  return (
    <>
      {icon}
      <span className="flex min-w-0 flex-1 items-center gap-2 truncate">{children}</span>
      {shortcut ? (
        <Kbd shortcut={shortcut} variant="plain" aria-hidden="true" className="pl-4" />
      ) : null}
    </>
  )
}
