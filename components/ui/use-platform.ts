'use client'

import { useSyncExternalStore } from 'react'
import type { Platform } from './shortcut'

const subscribeToNothing = () => () => {}
const platformOnServer = (): Platform => 'other'

function detectPlatform(): Platform {
  return /mac|iphone|ipad|ipod/i.test(navigator.platform) ? 'apple' : 'other'
}

/** Whether to show ⌘ or Ctrl. The server's page says Ctrl; a Mac corrects it when React starts. */
export function usePlatform(): Platform {
  return useSyncExternalStore(subscribeToNothing, detectPlatform, platformOnServer)
}
