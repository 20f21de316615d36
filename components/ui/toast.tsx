'use client'

/**
 * Short messages that come and go in the corner. Errors are `alert`s and stay until they are
 * closed; everything else is a `status`. What draws them is loaded once the page has settled, or
 * with the first message, which waits for it; callers need not care.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

export type ToastKind = 'error' | 'warning' | 'confirmation' | 'note' | 'progress'

export interface ToastOptions {
  /** What was kept, and what to do next. */
  description?: ReactNode
  action?: { label: string; onAction(): void }
  /** Showing another toast under the same id replaces this one. By default, the message. */
  id?: string
  /** Time in ms until it goes; `Infinity` for never. */
  duration?: number
}

export interface ProgressOptions extends Pick<ToastOptions, 'description' | 'id'> {
  /** Done so far, 0 to 1; leave it out when that is not known. */
  value?: number
  onCancel?(): void
}

/** A message on its way to what draws it. */
export interface Toast extends ToastOptions {
  id: string
  kind: ToastKind
  message: string
  duration: number
  /** Of a `progress` only: done so far, 0 to 1. */
  value?: number
}

/** What draws toasts, once it is on the page. */
export interface ToastDisplay {
  show(toast: Toast): void
  dismiss(id: string): void
}

const DURATION = 5000

/** Something failed. Say what happened; `description` says what was kept and what to do next. */
export function showError(message: string, options: ToastOptions = {}): string {
  return send({ duration: Number.POSITIVE_INFINITY, ...options, kind: 'error', message })
}

/** Something worked, but not quite as might be expected. */
export function showWarning(message: string, options: ToastOptions = {}): string {
  return send({ duration: 2 * DURATION, ...options, kind: 'warning', message })
}

/** What was asked for is done. */
export function showConfirmation(message: string, options: ToastOptions = {}): string {
  return send({ duration: DURATION, ...options, kind: 'confirmation', message })
}

/** Something worth knowing happened that nobody asked for. */
export function showNote(message: string, options: ToastOptions = {}): string {
  return send({ duration: DURATION, ...options, kind: 'note', message })
}

/**
 * Something long is under way. It stays until `dismissToast`, or until another toast is shown under
 * the id that this returns; call it again with that id to move the bar.
 */
export function showProgress(message: string, options: ProgressOptions = {}): string {
  const { onCancel, ...rest } = options
  const action = onCancel && { label: 'Cancel', onAction: onCancel }
  return send({ ...rest, duration: Number.POSITIVE_INFINITY, kind: 'progress', message, action })
}

/** Takes a toast away; nothing happens if it has already gone. */
export function dismissToast(id: string): void {
  waiting.delete(id)
  display?.dismiss(id)
}

const waiting = new Map<string, Toast>()
let display: ToastDisplay | undefined
let wake: (() => void) | undefined

function send(request: Omit<Toast, 'id'> & { id?: string }): string {
  const toast = { ...request, id: request.id ?? request.message }
  if (display) {
    display.show(toast)
  } else {
    waiting.set(toast.id, toast)
    wake?.()
  }
  return toast.id
}

/** For what draws toasts: takes over, shows what has waited, and returns how to let go again. */
export function connectDisplay(next: ToastDisplay): () => void {
  display = next
  for (const toast of waiting.values()) next.show(toast)
  waiting.clear()
  return () => {
    if (display === next) display = undefined
  }
}

/** Where toasts appear. Once per page. */
export function Toaster() {
  const [View, setView] = useState<ComponentType>()

  useEffect(() => {
    let stopped = false
    const load = () => {
      import('./toast-view').then(
        ({ ToastView }) => {
          if (!stopped) setView(() => ToastView)
        },
        // Offline, perhaps. The messages wait, and the next one tries again.
        (error: unknown) => console.error('Messages cannot be shown yet.', error),
      )
    }
    wake = load
    const timer = setTimeout(load, waiting.size > 0 ? 0 : 3000)
    return () => {
      stopped = true
      clearTimeout(timer)
      wake = undefined
    }
  }, [])

  return View ? <View /> : null
}
