'use client'

import { FilePlus2, FolderTree, Search, X } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useEditing, withEditing } from '@/components/canvas/editing-chunk'
import { problemsByFile } from '@/components/code/problems'
import { useUnsavedPaths } from '@/components/folder/use-folder'
import { MENUS } from '@/components/menus/menu-chunk'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { LateContextMenu } from '@/components/ui/late-menu'
import { loadPreferences, savePreferences } from '@/components/workbench/preferences'
import { folderOf, nameOf } from '@/lib/document/file-paths'
import { blocksIn, filesAt } from '@/lib/document/file-steps'
import type { BlockId } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { BlockTree, type BlockTreeHandle } from './block-tree'
import { explorerRows, isOfBlock, type Row } from './explorer-rows'
import { addFileNamed, renameFileTo, renameFolderTo } from './file-commands'
import { areFilesUnfolded, fileRows } from './file-rows'
import { onNewFileWish } from './new-file-wish'
import { PathInput } from './path-input'

const selectDocument = (state: FacetState) => state.document
const selectValidation = (state: FacetState) => state.validation
const selectActivePath = (state: FacetState) => state.activePath
const selectReady = (state: FacetState) => state.isReady

const NOTHING: ReadonlySet<string> = new Set()

interface ExplorerProps {
  /** Called after a block was gone to. */
  onGone?(): void
}

/** All blocks by name, to find and to go to; in a design of several files also by file. */
export function Explorer({ onGone }: ExplorerProps) {
  const store = useFacetStore()
  const isReady = useFacet(selectReady)
  const parts = useEditing()
  // Typing a schema comes first; the list may follow a moment later.
  const document = useDeferredValue(useFacet(selectDocument))
  const validation = useDeferredValue(useFacet(selectValidation))
  const activePath = useFacet(selectActivePath)
  const unsaved = useUnsavedPaths()
  const [query, setQuery] = useState('')
  const [wishesFiles, setWishesFiles] = useState(() => loadPreferences().showsFiles)
  const [folded, setFolded] = useState(NOTHING)
  const [turned, setTurned] = useState(NOTHING)
  const [unfolded, setUnfolded] = useState(NOTHING)
  const [renamed, setRenamed] = useState<Row | null>(null)
  /** The folder in which a new file is being named. */
  const [newIn, setNewIn] = useState<string | null>(null)
  const [deleted, setDeleted] = useState<readonly string[] | null>(null)
  const [menuRow, setMenuRow] = useState<Row | null>(null)
  const tree = useRef<BlockTreeHandle>(null)
  const resultId = useId()
  const { blocks } = document.graph
  const { files } = document
  const hasFiles = files.size > 1
  const showsFiles = hasFiles && wishesFiles

  useEffect(() => onNewFileWish(() => setNewIn('')), [])

  const { rows, found, total } = useMemo(() => {
    const request = { query, folded, unfolded }
    if (!showsFiles) return explorerRows(blocks, request)
    const problems = problemsByFile(document, validation)
    return fileRows(blocks, { ...request, paths: [...files.keys()], problems, unsaved, turned })
  }, [blocks, document, files, validation, unsaved, showsFiles, query, folded, turned, unfolded])

  const go = (row: Row) => {
    const { actions } = store.getState()
    if (row.kind === 'file') {
      actions.setActivePath(row.path)
      actions.show({ view: 'code', path: row.path })
    } else if (isOfBlock(row)) {
      const blockIds: BlockId[] = [row.block.id]
      actions.select({ blockIds, memberId: row.kind === 'member' ? row.memberId : null })
      actions.show({ view: 'diagram', blockIds })
    } else return
    onGone?.()
  }
  const wishFiles = (wishes: boolean) => {
    setWishesFiles(wishes)
    savePreferences({ showsFiles: wishes })
  }
  const setFold = (row: Row, isFolded: boolean) => {
    if (row.kind === 'block') setUnfolded(withKey(unfolded, row.block.id, !isFolded))
    else if (row.kind === 'file') {
      setTurned(withKey(turned, row.key, isFolded === areFilesUnfolded(files.size)))
    } else setFolded(withKey(folded, row.key, isFolded))
  }
  const remove = (row: Row) => {
    if (row.kind !== 'file' && row.kind !== 'folder') return
    const paths = filesAt(store.getState().document, row.path)
    const isHarmless = blocksIn(store.getState().document, new Set(paths)).length === 0
    if (isHarmless || paths.length === files.size) {
      withEditing(store, ({ removeFiles }) => removeFiles(store, paths))
    } else setDeleted(paths)
  }
  const rename = (row: Row, typed: string) => {
    if (row.kind === 'file') return renameFileTo(store, row.path, typed)
    return row.kind === 'folder' ? renameFolderTo(store, row.path, typed) : null
  }
  const refuse = (problem: string) => {
    const text = `${problem} Nothing was changed.`
    store.getState().actions.notify({ kind: 'error', text })
  }
  const backToTree = (isByKey: boolean) => {
    if (isByKey) requestAnimationFrame(() => tree.current?.focus())
  }
  const editing = renamed && {
    key: renamed.key,
    editor: (
      <PathInput
        label={renamed.kind === 'folder' ? 'Path of the folder' : 'Path of the file'}
        initial={pathOf(renamed)}
        selection={nameRange(pathOf(renamed))}
        onCommit={(typed) => rename(renamed, typed)}
        onRefused={refuse}
        onDone={(isByKey) => {
          setRenamed(null)
          backToTree(isByKey)
        }}
      />
    ),
  }

  return (
    <>
      <div className="flex shrink-0 items-center gap-1 p-2">
        <div className="relative min-w-0 flex-1">
          <Search className="pointer-events-none absolute top-2 left-2 size-3.5 text-faint" />
          <Input
            type="search"
            aria-label="Filter blocks and fields"
            aria-describedby={resultId}
            placeholder="Name, type, @unique, table…"
            value={query}
            autoComplete="off"
            spellCheck={false}
            className="pr-7 pl-7 [&::-webkit-search-cancel-button]:hidden"
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              const first = rows.find((row) => 'isMatch' in row && row.isMatch)
              if (event.key === 'Enter' && query !== '' && first) go(first)
              else if (event.key === 'ArrowDown') tree.current?.focus()
              else if (event.key === 'Escape' && query !== '') setQuery('')
              else return
              event.preventDefault()
            }}
          />
          {query === '' ? null : (
            <button
              type="button"
              aria-label="Clear filter"
              className="absolute top-0.75 right-0.75 flex size-6 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-fg"
              onClick={() => setQuery('')}
            >
              <X className="size-3.5" />
            </button>
          )}
        </div>
        {hasFiles ? (
          <>
            {showsFiles ? (
              <IconButton label="New file" onClick={() => setNewIn(folderOf(activePath))}>
                <FilePlus2 />
              </IconButton>
            ) : null}
            <IconButton
              label="Show files"
              pressed={showsFiles}
              onClick={() => wishFiles(!showsFiles)}
            >
              <FolderTree />
            </IconButton>
          </>
        ) : null}
      </div>
      <p id={resultId} aria-live="polite" className="sr-only">
        {query === '' ? '' : `${found} of ${total} blocks`}
      </p>
      {newIn === null ? null : (
        <div className="flex shrink-0 items-center gap-1.5 px-2 pb-1.5">
          <FilePlus2 aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
          <PathInput
            label="Path of the new file"
            initial={newIn === '' ? '' : `${newIn}/`}
            example="models/user.prisma"
            selection={[newIn.length + 1, newIn.length + 1]}
            onCommit={(typed) => {
              const problem = addFileNamed(store, typed)
              if (problem === null) wishFiles(true)
              return problem
            }}
            onRefused={refuse}
            onDone={(isByKey) => {
              setNewIn(null)
              backToTree(isByKey)
            }}
          />
        </div>
      )}
      {rows.length > 0 ? (
        <LateContextMenu
          late={MENUS}
          render={({ RowMenu }, trigger) => (
            <RowMenu
              trigger={trigger}
              row={menuRow}
              onGo={go}
              onNewFile={setNewIn}
              onRename={setRenamed}
              onDelete={remove}
            />
          )}
        >
          <div className="flex min-h-0 flex-1 flex-col">
            <BlockTree
              ref={tree}
              label={showsFiles ? 'Files' : 'Blocks'}
              rows={rows}
              query={query}
              shownPath={activePath}
              editing={editing}
              onGo={go}
              onFold={setFold}
              onRename={setRenamed}
              onDelete={remove}
              onMenu={setMenuRow}
            />
          </div>
        </LateContextMenu>
      ) : (
        <EmptyState
          className="min-h-0 flex-1"
          title={query !== '' ? 'Nothing matches' : isReady ? 'No blocks yet' : ''}
          description={
            query !== ''
              ? 'Nothing is called or says that. Try a name, a type such as Role, @unique, or a table name.'
              : isReady
                ? 'Models, views, types and enums are listed here.'
                : undefined
          }
        />
      )}
      {parts && <parts.DeleteFilesDialog paths={deleted} onDone={() => setDeleted(null)} />}
    </>
  )
}

function pathOf(row: Row): string {
  return row.kind === 'file' || row.kind === 'folder' ? row.path : ''
}

/** The part of a path that is most likely to change: the last name, without `.prisma`. */
function nameRange(path: string): [from: number, to: number] {
  const name = nameOf(path)
  return [path.length - name.length, path.length - (name.endsWith('.prisma') ? 7 : 0)]
}

function withKey(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(keys)
  if (isIn) next.add(key)
  else next.delete(key)
  return next
}
