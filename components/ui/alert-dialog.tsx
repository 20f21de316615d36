'use client'

import * as AlertDialogPrimitive from 'radix-ui/alert-dialog'
import type { ReactNode } from 'react'
import { Button } from './button'
import { dialogVariants, overlayClass } from './dialog'

interface ConfirmDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  /** A question that names the thing: "Delete model User?" */
  title: string
  /** What will happen, what is kept, and whether it can be undone. */
  description: ReactNode
  /** The verb of the title: "Delete". Never "OK". */
  confirmLabel: string
  cancelLabel?: string
  tone?: 'primary' | 'danger'
  onConfirm(): void
}

/**
 * Asks before something that cannot simply be undone. It does not close on a press outside, and
 * Cancel has the focus, so that a stray Enter does no harm.
 */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirmLabel,
  cancelLabel = 'Cancel',
  tone = 'danger',
  onConfirm,
}: ConfirmDialogProps) {
  return (
    <AlertDialogPrimitive.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialogPrimitive.Portal>
        <AlertDialogPrimitive.Overlay className={overlayClass} />
        <AlertDialogPrimitive.Content
          data-slot="alert-dialog"
          className={dialogVariants({ size: 'sm' })}
        >
          <div className="flex min-h-0 flex-col gap-1.5 overflow-y-auto px-5 pt-4.5">
            <AlertDialogPrimitive.Title className="text-lg font-semibold">
              {title}
            </AlertDialogPrimitive.Title>
            <AlertDialogPrimitive.Description asChild>
              <div className="text-muted">{description}</div>
            </AlertDialogPrimitive.Description>
          </div>
          <div className="flex flex-wrap justify-end gap-2 px-5 pt-5 pb-4.5">
            <AlertDialogPrimitive.Cancel asChild>
              <Button>{cancelLabel}</Button>
            </AlertDialogPrimitive.Cancel>
            <AlertDialogPrimitive.Action asChild>
              <Button variant={tone} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </AlertDialogPrimitive.Action>
          </div>
        </AlertDialogPrimitive.Content>
      </AlertDialogPrimitive.Portal>
    </AlertDialogPrimitive.Root>
  )
}
