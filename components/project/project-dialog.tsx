'use client'

import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { useReturnFocus } from '@/components/workbench/use-return-focus'
import { ProjectForm } from './project-form'

interface ProjectDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

/** The design as a whole project for a system, to look through and to download. */
export function ProjectDialog({ open, onOpenChange }: ProjectDialogProps) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent size="lg" onCloseAutoFocus={returnFocus} className="sm:max-w-230">
        <DialogHeader>
          <DialogTitle>Export as a project</DialogTitle>
          <DialogDescription>
            The schema with all that Prisma’s commands need, in one archive. Your design stays as it
            is.
          </DialogDescription>
        </DialogHeader>
        <ProjectForm onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  )
}
