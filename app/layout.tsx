import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Announcer } from '@/components/ui/announcer'
import { ThemeProvider } from '@/components/ui/theme-provider'
import { Toaster } from '@/components/ui/toast'
import './globals.css'

export const metadata: Metadata = {
  title: 'Facet — the visual schema designer for Prisma',
  description:
    'Draw models in the browser, edit the same schema.prisma as text, preview the SQL, and share a design by a link. Your schema stays on your computer.',
  applicationName: 'Facet',
}

// The surface of the top bar, so that the browser's own chrome continues it.
export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#151619' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme's class is set on <html> before React starts, so the two may differ there.
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        <ThemeProvider>
          {children}
          <Toaster />
          <Announcer />
        </ThemeProvider>
      </body>
    </html>
  )
}
