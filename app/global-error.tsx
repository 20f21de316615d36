'use client'

import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import { ThemeProvider } from '@/components/ui/theme-provider'
import ErrorPage from './error'
import './globals.css'

interface GlobalErrorProps {
  error: Error & { digest?: string }
  reset(): void
}

/** Stands in for the whole page, root layout included, when the root layout itself fails. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        <title>Facet — error</title>
        <ThemeProvider>
          <ErrorPage error={error} reset={reset} />
        </ThemeProvider>
      </body>
    </html>
  )
}
