'use client'

import { type ReactNode, useId } from 'react'
import { cn } from './cn'
import { Label } from './label'

/** What `Field` hands to the control it frames. */
export interface FieldControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and how to put it right. Replaces the hint while there is one. */
  error?: ReactNode
  className?: string
  /** Renders the control with the given props: `{(field) => <Input {...field} />}`. */
  children(control: FieldControlProps): ReactNode
}

/** A label, a control, and a line under it that explains or objects, tied together for everyone. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div data-slot="field" className={cn('flex min-w-0 flex-col gap-1', className)}>
      <Label htmlFor={id}>{label}</Label>
      {children({
        id,
        'aria-describedby': note ? noteId : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {note ? (
        <p id={noteId} className={cn('text-sm', error ? 'text-danger' : 'text-faint')}>
          {note}
        </p>
      ) : null}
    </div>
  )
}
