'use client'

import { Ellipsis } from 'lucide-react'
import { MENUS } from '@/components/menus/menu-chunk'
import { Button } from '@/components/ui/button'
import { LateDropdownMenu } from '@/components/ui/late-menu'

/** What a small window has no room for. */
export function MoreMenu({ className }: { className?: string }) {
  return (
    <LateDropdownMenu
      late={MENUS}
      render={({ MoreMenuItems }, trigger) => <MoreMenuItems trigger={trigger} />}
    >
      <Button variant="ghost" size="icon" aria-label="More" title="More" className={className}>
        <Ellipsis />
      </Button>
    </LateDropdownMenu>
  )
}
