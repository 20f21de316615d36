'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import { X } from 'lucide-react'
import * as DialogPrimitive from 'radix-ui/dialog'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { IconButton } from './icon-button'

export const Dialog = DialogPrimitive.Root
export const DialogTrigger = DialogPrimitive.Trigger
export const DialogClose = DialogPrimitive.Close

/** The dimmed page behind a dialog; shared with the alert dialog. */
export const overlayClass =
  'fixed inset-0 z-40 bg-backdrop animate-appear data-[state=closed]:animate-vanish'

/** The frame of a dialog; shared with the alert dialog. */
export const dialogVariants = cva(
  [
    'fixed left-1/2 z-50 flex w-[calc(100vw-2rem)] -translate-x-1/2 flex-col',
    'rounded-xl border bg-raised shadow-dialog outline-hidden',
    'animate-appear data-[state=closed]:animate-vanish',
  ],
  {
    variants: {
      size: { sm: 'max-w-100', md: 'max-w-130', lg: 'max-w-180' },
      // A palette hangs from the top, so that it does not jump as its list grows and shrinks.
      placement: {
        center: 'top-1/2 max-h-[calc(100dvh-2rem)] -translate-y-1/2',
        top: 'top-[min(12vh,8rem)] max-h-[76dvh]',
      },
    },
    defaultVariants: { size: 'md', placement: 'center' },
  },
)

interface DialogContentProps
  extends ComponentProps<typeof DialogPrimitive.Content>,
    VariantProps<typeof dialogVariants> {
  /** Leave out the × when the dialog has an obvious other way out. */
  hideClose?: boolean
}

/**
 * The dialog itself. It needs a `DialogTitle`; give a `DialogDescription` too, or pass
 * `aria-describedby={undefined}` where the title says all.
 */
export function DialogContent({
  size,
  placement,
  hideClose = false,
  className,
  children,
  onInteractOutside,
  ...props
}: DialogContentProps) {
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className={overlayClass} />
      <DialogPrimitive.Content
        data-slot="dialog"
        className={cn(dialogVariants({ size, placement }), className)}
        onInteractOutside={(event) => {
          // Pressing a toast's button is not a wish to close the dialog.
          const target = event.target
          if (target instanceof Element && target.closest('[data-sonner-toaster]')) {
            event.preventDefault()
          }
          onInteractOutside?.(event)
        }}
        {...props}
      >
        {children}
        {hideClose ? null : (
          <DialogPrimitive.Close asChild>
            <IconButton label="Close" size="sm" className="absolute top-3 right-3">
              <X />
            </IconButton>
          </DialogPrimitive.Close>
        )}
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  )
}

/** Title and description, above the body. */
export function DialogHeader({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      data-slot="dialog-header"
      className={cn('flex flex-col gap-1 px-5 pt-4.5 pr-12', className)}
      {...props}
    />
  )
}

export function DialogTitle({ className, ...props }: ComponentProps<typeof DialogPrimitive.Title>) {
  return (
    <DialogPrimitive.Title
      data-slot="dialog-title"
      className={cn('text-lg font-semibold', className)}
      {...props}
    />
  )
}

export function DialogDescription({
  className,
  ...props
}: ComponentProps<typeof DialogPrimitive.Description>) {
  return (
    <DialogPrimitive.Description
      data-slot="dialog-description"
      className={cn('text-muted', className)}
      {...props}
    />
  )
}

/** The part that scrolls when the dialog is taller than the window. */
export function DialogBody({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      data-slot="dialog-body"
      className={cn('min-h-0 flex-1 overflow-y-auto px-5 pt-4 pb-1', className)}
      {...props}
    />
  )
}

/** The buttons, the one that goes ahead last. */
export function DialogFooter({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      data-slot="dialog-footer"
      className={cn('flex flex-wrap justify-end gap-2 px-5 pt-4 pb-4.5', className)}
      {...props}
    />
  )
}
