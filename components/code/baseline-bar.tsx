'use client'

import { GitCompareArrows, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Version } from '@/lib/store/baseline'
import { useBaselineStore } from './use-baseline'

const BaselineDialog = dynamic(
  () => import('./baseline-dialog').then((module) => module.BaselineDialog),
  { ssr: false },
)

/** What the SQL starts from, and the way to another start. */
export function BaselineBar({ baseline }: { baseline: Version | null }) {
  const store = useBaselineStore()
  const [isOpen, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  return (
    <div className="flex items-center gap-1 border-b px-3 py-1">
      <p className="mr-auto min-w-0 truncate text-sm text-muted" title={baseline?.label}>
        From <span className="text-fg">{baseline ? baseline.label : 'an empty database'}</span>
      </p>
      <Button
        size="sm"
        variant="ghost"
        aria-haspopup="dialog"
        onClick={() => {
          setWasOpen(true)
          setOpen(true)
        }}
      >
        <GitCompareArrows />
        Choose baseline
      </Button>
      {baseline ? (
        <IconButton
          label="Start from an empty database"
          size="sm"
          onClick={() => store.choose(null)}
        >
          <X />
        </IconButton>
      ) : null}
      {wasOpen ? <BaselineDialog open={isOpen} onOpenChange={setOpen} /> : null}
    </div>
  )
}
