import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { MessagePage } from '@/components/ui/message-page'

export const metadata: Metadata = { title: 'Facet — not found' }

export default function NotFound() {
  return (
    <MessagePage
      title="There is nothing at this address"
      actions={
        <Button variant="primary" asChild>
          <Link href="/">Open Facet</Link>
        </Button>
      }
    >
      <p>Your designs are stored in this browser and are not affected.</p>
      <p>
        A shared design travels inside its link. If the link was cut short in a message, ask for it
        again and open the whole of it.
      </p>
    </MessagePage>
  )
}
