'use client'

/** Draws what `toast.tsx` sends. Stacking, swiping and timing are sonner's; the cards are ours. */
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Toaster as SonnerToaster, toast as sonner } from 'sonner'
import { Button } from './button'
import { cn } from './cn'
import { Progress } from './progress'
import { Spinner } from './spinner'
import { connectDisplay, type Toast, type ToastDisplay, type ToastKind } from './toast'
import './toast.css'

export function ToastView() {
  useEffect(() => connectDisplay(display), [])
  return (
    <SonnerToaster
      ref={muteContainer}
      position="bottom-right"
      expand
      visibleToasts={4}
      gap={8}
      offset={{ bottom: 40, right: 16 }}
      mobileOffset={{ bottom: 40, left: 12, right: 12 }}
    />
  )
}

/**
 * Sonner makes the whole container one polite live region, in which an alert would be read twice.
 * Each toast is its own region instead.
 */
function muteContainer(section: HTMLElement | null) {
  section?.setAttribute('aria-live', 'off')
}

/**
 * Sonner's key for each toast on show. Sonner drops what is shown under a key that is on its way
 * out, so a key is never used again: the same error twice must be seen twice.
 */
const keys = new Map<string, string>()
let serial = 0

const display: ToastDisplay = {
  show(toast) {
    serial += 1
    const key = keys.get(toast.id) ?? `${serial}`
    const forget = () => {
      if (keys.get(toast.id) === key) keys.delete(toast.id)
    }
    keys.set(toast.id, key)
    sonner.custom(() => <ToastCard toast={toast} />, {
      id: key,
      duration: toast.duration,
      onDismiss: forget,
      onAutoClose: forget,
    })
  },
  dismiss(id) {
    const key = keys.get(id)
    if (key === undefined) return
    keys.delete(id)
    sonner.dismiss(key)
  },
}

const ICONS: Record<ToastKind, ReactNode> = {
  error: <CircleAlert className="mt-0.5 text-danger" />,
  warning: <TriangleAlert className="mt-0.5 text-warning" />,
  confirmation: <CircleCheck className="mt-0.5 text-success" />,
  note: <Info className="mt-0.5 text-muted" />,
  progress: <Spinner className="mt-0.5 text-muted" />,
}

function ToastCard({ toast }: { toast: Toast }) {
  const { id, kind, message, description, action, value } = toast

  // Readers announce what enters a live region, not a region that arrives full. So the text enters
  // the accessibility tree one frame after its region; `invisible` keeps its place meanwhile.
  const [entered, setEntered] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setEntered(true))
    return () => cancelAnimationFrame(frame)
  }, [])

  return (
    <div
      data-slot="toast"
      className="flex w-full items-start gap-2.5 rounded-lg border bg-raised p-3 pr-2 text-base shadow-popover sm:w-89"
    >
      {ICONS[kind]}
      <div role={kind === 'error' ? 'alert' : 'status'} className="min-w-0 flex-1">
        <div className={cn(!entered && 'invisible')}>
          <p className="font-medium wrap-anywhere">{message}</p>
          {description ? (
            <div className="mt-0.5 text-pretty text-muted wrap-anywhere">{description}</div>
          ) : null}
          {kind === 'progress' ? (
            <Progress label={message} value={value} className="mt-1.5" />
          ) : null}
        </div>
      </div>
      {action ? (
        <Button
          size="sm"
          className="-my-0.5"
          onClick={() => {
            // First away with it, so that the action may show another under the same id.
            display.dismiss(id)
            action.onAction()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      {kind === 'progress' ? null : (
        <Button
          variant="ghost"
          aria-label="Dismiss"
          className="-my-0.5 size-6 px-0"
          onClick={() => display.dismiss(id)}
        >
          <X className="size-3.5" />
        </Button>
      )}
    </div>
  )
}
