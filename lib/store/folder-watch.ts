/**
 * Looks at the open design's folder while the page is seen: when the browser tells that something
 * changed there, when the person comes back to the page, and now and then besides, since not every
 * browser and not every disk tells.
 */

import type { FolderHandle } from '@/lib/storage/folder-handles'
import type { Folder } from './folder'
import type { FolderStore } from './folder-state'

/** How often, in ms: often enough to be there when a person comes back from their editor. */
const INTERVAL = 3000

/** `FileSystemObserver`, which only newer browsers have. */
interface Observer {
  observe(folder: FolderHandle, options: { recursive: boolean }): Promise<void>
  disconnect(): void
}

interface ObserverWindow {
  FileSystemObserver?: new (onChange: () => void) => Observer
}

/** Starts looking, and returns how to stop. */
export function watchFolder(folder: Folder, state: FolderStore): () => void {
  let isLooking = false
  let observer: Observer | null = null

  async function look(depth: 'known' | 'thorough'): Promise<void> {
    if (document.visibilityState !== 'visible' || isLooking) return
    isLooking = true
    await folder.check(depth).catch(() => {})
    isLooking = false
  }

  async function observe(): Promise<void> {
    observer?.disconnect()
    observer = null
    const { FileSystemObserver } = window as ObserverWindow
    const { handle } = folder
    if (!FileSystemObserver || !handle) return
    const next = new FileSystemObserver(() => void look('thorough'))
    observer = next
    // Where it cannot, looking now and then must do.
    await next.observe(handle, { recursive: true }).catch(() => {})
  }

  const onReturn = () => void look('thorough')
  const timer = setInterval(() => void look('known'), INTERVAL)
  window.addEventListener('focus', onReturn)
  document.addEventListener('visibilitychange', onReturn)
  const unsubscribe = state.subscribe((now, before) => {
    if (now.phase !== before.phase || now.title !== before.title) void observe()
  })
  void observe()
  return () => {
    clearInterval(timer)
    window.removeEventListener('focus', onReturn)
    document.removeEventListener('visibilitychange', onReturn)
    unsubscribe()
    observer?.disconnect()
  }
}
