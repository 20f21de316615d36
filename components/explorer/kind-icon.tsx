import { Braces, Eye, List, type LucideIcon, Table2 } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { BlockKind } from '@/lib/psl/syntax'

const ICONS: Partial<Record<BlockKind, readonly [icon: LucideIcon, className: string]>> = {
  model: [Table2, 'text-kind-model'],
  view: [Eye, 'text-kind-view'],
  type: [Braces, 'text-kind-type'],
  enum: [List, 'text-kind-enum'],
}

/** The sign of a block's kind, in its colour, beside the block's name in lists. */
export function KindIcon({ kind, className }: { kind: BlockKind; className?: string }) {
  const [Icon, color] = ICONS[kind] ?? []
  return Icon ? <Icon aria-hidden="true" className={cn('size-3.5', color, className)} /> : null
}
