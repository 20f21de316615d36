'use client'

import type { ReactNode } from 'react'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { useReturnFocus } from './use-return-focus'

export interface MenuDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

interface MenuDialogFrameProps extends MenuDialogProps {
  title: string
  description: ReactNode
  size?: 'md' | 'lg'
  className?: string
  /** Body and footer, made anew whenever it opens. */
  children(close: () => void): ReactNode
}

/** A dialog that a menu or the palette opens: when it closes, the focus goes back to where it was. */
export function MenuDialog({
  open,
  onOpenChange,
  title,
  description,
  size,
  className,
  children,
}: MenuDialogFrameProps) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent size={size} className={className} onCloseAutoFocus={returnFocus}>
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </DialogHeader>
        {open && children(() => onOpenChange(false))}
      </DialogContent>
    </Dialog>
  )
}
