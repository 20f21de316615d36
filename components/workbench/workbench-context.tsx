'use client'

import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useTheme } from '@/components/ui/theme-provider'
import type { Point } from '@/lib/document/design'
import { useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { type ActionId, APP_ACTIONS, type AppAction, type AppContext } from './app-actions'
import { centerOfView } from './center-of-view'

interface WorkbenchParts {
  readonly app: AppContext
  readonly diagramRef: RefObject<HTMLElement | null>
  readonly fileInputRef: RefObject<HTMLInputElement | null>
  readonly nameInputRef: RefObject<HTMLInputElement | null>
}

const WorkbenchContext = createContext<WorkbenchParts | null>(null)

/** Gives the actions what they act on: the store, the services, and a few places in the window. */
export function WorkbenchProvider({ children }: { children: ReactNode }) {
  const store = useFacetStore()
  const services = useServices()
  const { setChoice } = useTheme()
  const latest = useRef({ services, setChoice })
  const diagramRef = useRef<HTMLElement>(null)
  const fileInputRef = useRef<HTMLInputElement>(null)
  const nameInputRef = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    latest.current = { services, setChoice }
  })

  const parts = useMemo<WorkbenchParts>(
    () => ({
      diagramRef,
      fileInputRef,
      nameInputRef,
      app: {
        store,
        get services() {
          return latest.current.services
        },
        pickFiles: () => fileInputRef.current?.click(),
        editDesignName() {
          nameInputRef.current?.focus()
          nameInputRef.current?.select()
        },
        centerOfView(): Point | undefined {
          const box = diagramRef.current?.getBoundingClientRect()
          const { viewport } = store.getState()
          return box && viewport ? centerOfView(viewport, box) : undefined
        },
        setTheme: (theme) => latest.current.setChoice(theme),
      },
    }),
    [store],
  )
  return <WorkbenchContext.Provider value={parts}>{children}</WorkbenchContext.Provider>
}

export function useWorkbench(): WorkbenchParts {
  const parts = useContext(WorkbenchContext)
  if (!parts) throw new Error('useWorkbench needs a WorkbenchProvider above it')
  return parts
}

/** Runs an action of the app by its id, if it applies now. */
export function useRunAction(): (id: ActionId) => void {
  const { app } = useWorkbench()
  return useCallback((id) => runAction(APP_ACTIONS[id], app), [app])
}

export function runAction(action: AppAction, app: AppContext): void {
  if (isActionEnabled(action, app)) action.run(app)
}

export function isActionEnabled(action: AppAction, app: AppContext): boolean {
  return action.isEnabled?.(app.store.getState()) ?? true
}
