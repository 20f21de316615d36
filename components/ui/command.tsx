'use client'

/**
 * A search box over a list, in our look: the parts of the command palette and of `Combobox`.
 * What is in the list, and in which order, is the caller's business; see `rankOptions`.
 */
import { Command as CommandPrimitive } from 'cmdk'
import { Search } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Dialog, DialogContent, DialogDescription, DialogTitle } from './dialog'
import { Kbd } from './kbd'

/** The root. `label` names the list's search box for assistive technology. */
export function Command({ className, ...props }: ComponentProps<typeof CommandPrimitive>) {
  return (
    <CommandPrimitive
      data-slot="command"
      vimBindings={false}
      className={cn('flex min-h-0 flex-col outline-hidden', className)}
      {...props}
    />
  )
}

export function CommandInput({
  className,
  ...props
}: ComponentProps<typeof CommandPrimitive.Input>) {
  return (
    <div className="flex shrink-0 items-center gap-2 border-b px-3">
      <Search className="text-faint" />
      <CommandPrimitive.Input
        data-slot="command-input"
        className={cn('h-9 min-w-0 flex-1 bg-transparent outline-hidden', className)}
        {...props}
      />
    </div>
  )
}

export function CommandList({ className, ...props }: ComponentProps<typeof CommandPrimitive.List>) {
  return (
    <CommandPrimitive.List
      data-slot="command-list"
      className={cn(
        'min-h-0 scroll-py-1 overflow-x-hidden overflow-y-auto overscroll-contain p-1',
        className,
      )}
      {...props}
    />
  )
}

export function CommandEmpty({ children }: { children: ReactNode }) {
  return (
    <CommandPrimitive.Empty className="px-3 py-6 text-center text-muted">
      {children}
    </CommandPrimitive.Empty>
  )
}

export function CommandGroup({
  className,
  ...props
}: ComponentProps<typeof CommandPrimitive.Group>) {
  return (
    <CommandPrimitive.Group
      data-slot="command-group"
      className={cn(
        '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1',
        '[&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint',
        className,
      )}
      {...props}
    />
  )
}

interface CommandItemProps extends ComponentProps<typeof CommandPrimitive.Item> {
  icon?: ReactNode
  /** A few quiet words on the right: a kind, a file, a count. */
  hint?: ReactNode
  shortcut?: string
}

export function CommandItem({
  icon,
  hint,
  shortcut,
  className,
  children,
  ...props
}: CommandItemProps) {
  return (
    <CommandPrimitive.Item
      data-slot="command-item"
      className={cn(
        'flex h-7.5 cursor-default select-none items-center gap-2 rounded-sm px-2',
        'data-[disabled=true]:opacity-45 data-[selected=true]:bg-hover',
        '[&>.lucide]:text-muted',
        className,
      )}
      {...props}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint ? <span className="max-w-1/2 truncate text-sm text-faint">{hint}</span> : null}
      {shortcut ? <Kbd shortcut={shortcut} aria-hidden="true" /> : null}
    </CommandPrimitive.Item>
  )
}

interface CommandDialogProps
  extends Omit<ComponentProps<typeof CommandPrimitive>, 'label' | 'title'> {
  open: boolean
  onOpenChange(open: boolean): void
  /** The dialog's accessible name. */
  label: string
  /** One sentence on what can be found, for assistive technology. */
  description: string
}

/** The palette's shell: a `Command` in a dialog that hangs from the top of the window. */
export function CommandDialog({
  open,
  onOpenChange,
  label,
  description,
  className,
  children,
  ...props
}: CommandDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent placement="top" hideClose className="overflow-hidden">
        <DialogTitle className="sr-only">{label}</DialogTitle>
        <DialogDescription className="sr-only">{description}</DialogDescription>
        <Command
          label={label}
          className={cn('[&_[data-slot=command-input]]:h-11', className)}
          {...props}
        >
          {children}
        </Command>
      </DialogContent>
    </Dialog>
  )
}

/** A line under the list: which keys do what, or how many more there are. */
export function CommandFooter({ children }: { children: ReactNode }) {
  return (
    <div
      data-slot="command-footer"
      className="flex shrink-0 items-center gap-3 border-t px-3 py-1.5 text-sm text-faint"
    >
      {children}
    </div>
  )
}
