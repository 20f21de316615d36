'use client'

import dynamic from 'next/dynamic'
import { type ComponentType, useEffect, useState } from 'react'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import type { Dialog, FacetState } from '@/lib/store/state'
import { whenDrawn } from '@/lib/store/when-drawn'

/** What every dialog of the app is given. */
export interface AppDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

type DialogName =
  | 'palette'
  | 'share'
  | 'recent'
  | 'paste'
  | 'import'
  | 'path'
  | 'conventions'
  | 'format'
  | 'shortcuts'
  | 'new-for'
  | 'project'
  | 'upgrade'
  | 'back-to-6'

const LOADERS = {
  palette: () => import('@/components/palette/palette'),
  share: () => import('@/components/share/share-dialog'),
  recent: () => import('@/components/files/recent-dialog'),
  paste: () => import('@/components/files/paste-dialog'),
  import: () => import('@/components/import/import-dialog'),
  path: () => import('@/components/canvas/path-dialog'),
  conventions: () => import('@/components/files/conventions-dialog'),
  format: () => import('@/components/code/format/format-dialog'),
  shortcuts: () => import('./shortcuts-dialog'),
  'new-for': () => import('@/components/new-design/new-design-dialog'),
  project: () => import('@/components/project/project-dialog'),
  upgrade: () => import('@/components/code/versions/version-dialog'),
  'back-to-6': () => import('@/components/code/versions/version-dialog'),
}

const DIALOGS: Record<DialogName, ComponentType<AppDialogProps>> = {
  palette: dynamic(() => LOADERS.palette().then((module) => module.Palette), { ssr: false }),
  share: dynamic(() => LOADERS.share().then((module) => module.ShareDialog), { ssr: false }),
  recent: dynamic(() => LOADERS.recent().then((module) => module.RecentDialog), { ssr: false }),
  paste: dynamic(() => LOADERS.paste().then((module) => module.PasteDialog), { ssr: false }),
  import: dynamic(() => LOADERS.import().then((module) => module.ImportDialog), { ssr: false }),
  path: dynamic(() => LOADERS.path().then((module) => module.PathDialog), { ssr: false }),
  conventions: dynamic(() => LOADERS.conventions().then((module) => module.ConventionsDialog), {
    ssr: false,
  }),
  format: dynamic(() => LOADERS.format().then((module) => module.FormatDialog), { ssr: false }),
  shortcuts: dynamic(() => LOADERS.shortcuts().then((module) => module.ShortcutsDialog), {
    ssr: false,
  }),
  'new-for': dynamic(() => LOADERS['new-for']().then((module) => module.NewDesignDialog), {
    ssr: false,
  }),
  project: dynamic(() => LOADERS.project().then((module) => module.ProjectDialog), { ssr: false }),
  upgrade: dynamic(() => LOADERS.upgrade().then((module) => module.UpgradeDialog), { ssr: false }),
  'back-to-6': dynamic(() => LOADERS['back-to-6']().then((module) => module.BackToPrisma6Dialog), {
    ssr: false,
  }),
}

const selectDialog = (state: FacetState) => state.dialog

/** The dialogs of the app. Their code is no part of the first paint. */
export function Dialogs() {
  const dialog = useFacet(selectDialog)
  const actions = useActions()
  const store = useFacetStore()
  // A dialog stays on the page once it has been open, so that it can close with grace.
  const [used, setUsed] = useState<readonly DialogName[]>([])
  const current = nameOf(dialog)
  if (current && !used.includes(current)) setUsed([...used, current])

  useEffect(
    () =>
      whenDrawn(store, () => {
        for (const load of Object.values(LOADERS)) load().catch(ignoreOffline)
      }),
    [store],
  )

  return used.map((name) => {
    const Content = DIALOGS[name]
    return (
      <Content
        key={name}
        open={name === current}
        onOpenChange={(open) => {
          if (!open) actions.setDialog(null)
        }}
      />
    )
  })
}

function nameOf(dialog: Dialog): DialogName | null {
  return dialog === 'export' ? null : dialog
}

/** It is tried again when the dialog is opened. */
function ignoreOffline(): void {}
