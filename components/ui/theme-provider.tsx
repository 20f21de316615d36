'use client'

import { ThemeProvider as NextThemesProvider, useTheme as useNextTheme } from 'next-themes'
import type { ReactNode } from 'react'

export type ThemeChoice = 'light' | 'dark' | 'system'

export interface Theme {
  /** What the person chose; `system` until they choose. */
  choice: ThemeChoice
  /** What is shown now; `undefined` while rendering on the server, where it cannot be known. */
  resolved: 'light' | 'dark' | undefined
  setChoice(choice: ThemeChoice): void
}

/** Follows the system's light or dark, remembers another choice, and sets `.dark` on `<html>`. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <NextThemesProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      storageKey="facet-theme"
    >
      {children}
    </NextThemesProvider>
  )
}

/** The theme now shown, and how to change it. */
export function useTheme(): Theme {
  const { theme, resolvedTheme, setTheme } = useNextTheme()
  return {
    choice: theme === 'light' || theme === 'dark' ? theme : 'system',
    resolved: resolvedTheme === 'light' || resolvedTheme === 'dark' ? resolvedTheme : undefined,
    setChoice: setTheme,
  }
}
