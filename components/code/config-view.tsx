'use client'

import { Download } from 'lucide-react'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { expressionOf, readConnectionValue } from '@/lib/interchange/systems/prisma-config'
import { type ConnectionSettings, hasConnection } from '@/lib/schema/connection'
import { CONFIG_PATH, configConnection, configText } from '@/lib/store/prisma-config-file'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { CodeText } from './code-text'
import { downloadText } from './download-text'
import type { Monaco } from './monaco'
import type { Tokenizer } from './typescript-tokens'

const selectDocument = (state: FacetState) => state.document
const selectSystem = (state: FacetState) => state.system

interface ConfigViewProps {
  /** Colours the text, as soon as it is there. */
  monaco: Monaco | null
}

/** `prisma.config.ts` as it is made of the design: to read, to save, and to say the connection. */
export function ConfigView({ monaco }: ConfigViewProps) {
  const tokenize = useTypeScript(monaco)
  const document = useFacet(selectDocument)
  const system = useFacet(selectSystem)
  const text = useMemo(() => configText({ document, system }), [document, system])
  const chunks = useMemo(() => [text], [text])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="space-y-2 border-b p-3">
        <div className="flex items-start gap-3">
          <p className="min-w-0 flex-1 text-sm text-pretty text-muted">
            Made of this design for Prisma 7, whose commands read the connection here. It goes along
            when the design is exported as a .zip.
          </p>
          <Button size="sm" onClick={() => downloadText(CONFIG_PATH, text, 'text/plain')}>
            <Download />
            Download
          </Button>
        </div>
        <ConnectionForm />
      </div>
      <section
        aria-label={CONFIG_PATH}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: A scroller must be reachable by keyboard.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto pl-1 focus-visible:-outline-offset-2"
      >
        <CodeText chunks={chunks} tokenize={tokenize} isNumbered />
      </section>
    </div>
  )
}

/** Without a network the text stays plain. */
function useTypeScript(monaco: Monaco | null): Tokenizer | undefined {
  const [tokenize, setTokenize] = useState<Tokenizer>()
  useEffect(() => {
    let isWanted = true
    if (!monaco) return
    import('./typescript-tokens')
      .then(({ loadTypeScript }) => loadTypeScript(monaco))
      .then(
        (loaded) => isWanted && setTokenize(() => loaded),
        () => {},
      )
    return () => {
      isWanted = false
    }
  }, [monaco])
  return tokenize
}

/** The connection strings that the file says; each change is an undo step. */
function ConnectionForm() {
  const document = useFacet(selectDocument)
  const system = useFacet(selectSystem)
  if (document.graph.datasource && hasConnection(document.graph)) {
    return (
      <p className="text-sm text-pretty text-muted">
        The schema says the connection itself, which Prisma 7 refuses: a quick fix in Problems moves
        it here.
      </p>
    )
  }
  const connection = configConnection({ document, system })
  const main = connection.directUrl === undefined ? 'url' : 'directUrl'
  return (
    <div className="flex flex-wrap gap-3">
      <ConnectionField label="url" name={main} connection={connection} isRequired />
      <ConnectionField label="shadowDatabaseUrl" name="shadowDatabaseUrl" connection={connection} />
    </div>
  )
}

interface ConnectionFieldProps {
  readonly label: string
  readonly name: keyof ConnectionSettings
  readonly connection: ConnectionSettings
  readonly isRequired?: boolean
}

function ConnectionField({ label, name, connection, isRequired = false }: ConnectionFieldProps) {
  const { applyStep } = useActions()
  const value = connection[name]
  const shown = value === undefined ? '' : expressionOf(value)
  /** What is being typed; `null` shows what the design says. */
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? null : readConnectionValue(typed)
  const isEmpty = typed?.trim() === ''
  const isWrong = typed !== null && read === null && (isRequired || !isEmpty)

  const commit = (event?: FormEvent) => {
    event?.preventDefault()
    if (typed === null || isWrong) return
    setTyped(null)
    if ((read ?? undefined) === value) return
    const { [name]: _, ...others } = connection
    const next = read === null ? others : { ...others, [name]: read }
    const label = 'Change the connection in prisma.config.ts'
    applyStep({ files: [], positions: new Map(), connection: next }, label)
  }
  return (
    <form onSubmit={commit} className="min-w-48 flex-1">
      <Field
        label={label}
        error={
          isWrong ? "Write env('NAME') or a connection string. Nothing is changed yet." : undefined
        }
      >
        {(control) => (
          <Input
            {...control}
            value={typed ?? shown}
            placeholder={isRequired ? undefined : 'none'}
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => commit()}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTyped(null)
            }}
          />
        )}
      </Field>
    </form>
  )
}
