import { editorSettings } from '@/components/code/editor-settings'
import type { AppAction, AppContext } from './app-actions'

/** What concerns the text of the schema. */
export const CODE_ACTIONS = {
  formatSchema: {
    title: 'Format schema',
    group: 'Edit',
    keywords: ['prisma format', 'align', 'columns', 'layout', 'spaces', 'tidy'],
    run: (app) => void format(app),
  },
  upgradeToPrisma7: {
    title: 'Upgrade to Prisma 7…',
    group: 'Edit',
    keywords: ['version', 'migrate', 'prisma.config.ts', 'prisma-client', 'driver adapter'],
    run: ({ store }) => store.getState().actions.setDialog('upgrade'),
  },
  backToPrisma6: {
    title: 'Back to Prisma 6…',
    group: 'Edit',
    keywords: ['version', 'downgrade', 'prisma-client-js', 'url'],
    run: ({ store }) => store.getState().actions.setDialog('back-to-6'),
  },
  toggleFormatOnSave: {
    title: 'Switch formatting on save on or off',
    group: 'Edit',
    keywords: ['prisma format', 'automatic', 'setting'],
    run: (app) => toggle(app, 'formatsOnSave', 'Formatting on save'),
  },
  toggleHints: {
    title: 'Switch hints in the text on or off',
    group: 'View',
    keywords: ['inlay', 'database names', 'constraint names', 'setting'],
    run: (app) => toggle(app, 'hasHints', 'Hints in the text'),
  },
} satisfies Record<string, AppAction>

/** The formatter is no part of the first load. */
export async function format(
  { store, services }: AppContext,
  options?: { readonly isSaving: boolean },
): Promise<void> {
  if (!services) return
  try {
    const { formatSchema } = await import('@/components/code/format/format-schema')
    await formatSchema(store, services.checker, options)
  } catch {
    const text = 'The formatter could not be loaded; the connection may be down. Try again.'
    store.getState().actions.notify({ kind: 'error', text })
  }
}

function toggle({ store }: AppContext, name: 'formatsOnSave' | 'hasHints', what: string): void {
  const isOn = !editorSettings.read()[name]
  editorSettings.change({ [name]: isOn })
  const text = `${what}: ${isOn ? 'on' : 'off'}`
  store.getState().actions.notify({ kind: 'status', text })
}
