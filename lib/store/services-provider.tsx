'use client'

/** Hands the services down to components; `null` while the page is not running yet. */

import { createContext, type ReactNode, useContext } from 'react'
import type { Services } from './services'

const ServicesContext = createContext<Services | null>(null)

export function ServicesProvider({
  services,
  children,
}: {
  services: Services | null
  children: ReactNode
}) {
  return <ServicesContext.Provider value={services}>{children}</ServicesContext.Provider>
}

/** `null` until the page has started: server-rendered controls do nothing yet. */
export function useServices(): Services | null {
  return useContext(ServicesContext)
}
