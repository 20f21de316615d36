'use client'

import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { MessagePage } from '@/components/ui/message-page'

interface ErrorPageProps {
  error: Error & { digest?: string }
  reset(): void
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  useEffect(() => {
    console.error(error)
  }, [error])

  return (
    <MessagePage
      title="Facet ran into an error and stopped"
      details={error.message || error.digest}
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <Button onClick={() => window.location.reload()}>Reload the page</Button>
        </>
      }
    >
      <p>Your designs are stored in this browser, saved as you work. They are still there.</p>
      <p>Try again to go on where you were. If the error comes back, reload the page.</p>
    </MessagePage>
  )
}
