'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Progress } from '@/components/ui/progress'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { useReturnFocus } from '@/components/workbench/use-return-focus'
import { decodeText } from '@/lib/interchange/file-text'
import { ImportPreview } from './import-preview'
import { takeScript } from './pending-script'
import { readScript, type ScriptReading } from './read-script'
import { languageOf, type ScriptLanguage } from './script-language'

interface ImportDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

interface Script {
  /** `null` for what is pasted. */
  readonly fileName: string | null
  readonly text: string
}

const NO_SCRIPT: Script = { fileName: null, text: '' }
const MOST_BYTES = 50 * 1024 * 1024

/** Reads a script of SQL or DBML, shows what it comes to, and only then opens it or adds it to the design. */
export function ImportDialog({ open, onOpenChange }: ImportDialogProps) {
  const returnFocus = useReturnFocus(open)
  const [script, setScript] = useState(NO_SCRIPT)
  /** `null` while it is told from the text. */
  const [chosen, setChosen] = useState<ScriptLanguage | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [reading, setReading] = useState<ScriptReading | null>(null)
  const [running, setRunning] = useState<AbortController | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const language = chosen ?? languageOf(script.text, script.fileName)

  const takeFile = async (file: File) => {
    setReading(null)
    setChosen(null)
    setScript(NO_SCRIPT)
    if (file.size > MOST_BYTES) {
      setError(`${file.name} is larger than 50 MB. A dump without its data is much smaller.`)
      return
    }
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
    if ('problem' in decoded) setError(`${file.name} ${decoded.problem}`)
    else {
      setError(null)
      setScript({ fileName: file.name, text: decoded.text })
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a script is taken when it is opened
  useEffect(() => {
    const file = open ? takeScript() : null
    if (file !== null) void takeFile(file)
  }, [open])

  const close = () => {
    running?.abort()
    onOpenChange(false)
  }

  const read = async () => {
    if (script.text.trim() === '') return setError('Paste a script here, or choose a file.')
    if (language === null) {
      return setError('Nothing in this text tells which database it is for. Choose it above.')
    }
    if (language === 'postgresql' || language === 'sqlite') {
      return setError(
        `Scripts of ${NAMES[language]} cannot be imported yet; those of MySQL and SQL Server, and DBML, can. Your design is unchanged.`,
      )
    }
    const controller = new AbortController()
    setError(null)
    setRunning(controller)
    const answer = await readScript({ text: script.text, language }, controller.signal)
    setRunning(null)
    if (answer === null) return
    if ('problem' in answer) setError(`${answer.problem} Your design is unchanged.`)
    else if (!/^(?:model|enum) /m.test(answer.schema)) {
      setError(noTables(answer))
    } else setReading(answer)
  }

  const finish = () => {
    setReading(null)
    setScript(NO_SCRIPT)
    setChosen(null)
    onOpenChange(false)
  }

  return (
    <Dialog open={open} onOpenChange={(next) => (next ? onOpenChange(true) : close())}>
      <DialogContent size="lg" onCloseAutoFocus={returnFocus}>
        <DialogHeader>
          <DialogTitle>Import SQL or DBML</DialogTitle>
          <DialogDescription>
            A script that creates tables, or a DBML file, becomes a Prisma schema, named as prisma
            db pull would. It is read in this page; nothing is uploaded.
          </DialogDescription>
        </DialogHeader>
        {reading ? (
          <ImportPreview
            reading={reading}
            name={script.fileName?.replace(/\.\w+$/, '') ?? 'Imported database'}
            onBack={() => setReading(null)}
            onDone={finish}
          />
        ) : (
          <>
            <DialogBody className="flex flex-col gap-3">
              <Field label="Database or language">
                {(control) => (
                  <Select
                    {...control}
                    value={chosen ?? ''}
                    onChange={(event) =>
                      setChosen((event.target.value || null) as ScriptLanguage | null)
                    }
                  >
                    <option value="">
                      {`Told from the text${language ? `: ${NAMES[language]}` : ''}`}
                    </option>
                    {Object.entries(NAMES).map(([value, name]) => (
                      <option key={value} value={value}>
                        {name}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              {script.fileName === null ? (
                <Field label="Script" error={error}>
                  {(control) => (
                    <Textarea
                      {...control}
                      value={script.text}
                      autoFocus
                      spellCheck={false}
                      placeholder={'CREATE TABLE users (\n  id INT AUTO_INCREMENT PRIMARY KEY\n);'}
                      className="field-sizing-fixed h-64 max-h-[45dvh] font-mono"
                      onChange={(event) => {
                        setScript({ fileName: null, text: event.target.value })
                        setError(null)
                      }}
                    />
                  )}
                </Field>
              ) : (
                <div className="flex flex-wrap items-center gap-2">
                  <p className="min-w-0 truncate font-mono">{script.fileName}</p>
                  <Button onClick={() => setScript(NO_SCRIPT)}>Paste instead</Button>
                  {error ? <p className="w-full text-danger text-sm">{error}</p> : null}
                </div>
              )}
              {running ? (
                <div className="flex items-center gap-2" role="status">
                  <span className="shrink-0 text-muted">Reading the script…</span>
                  <Progress label="Reading the script" />
                  <Button onClick={() => running.abort()}>Stop</Button>
                </div>
              ) : null}
              <input
                ref={picker}
                type="file"
                accept=".sql,.ddl,.dbml,.txt"
                aria-label="Script file"
                tabIndex={-1}
                hidden
                onChange={(event) => {
                  const file = event.target.files?.[0]
                  event.target.value = ''
                  if (file) void takeFile(file)
                }}
              />
            </DialogBody>
            <DialogFooter>
              <Button className="mr-auto" onClick={() => picker.current?.click()}>
                Choose a file…
              </Button>
              <Button onClick={close}>Cancel</Button>
              <Button variant="primary" disabled={running !== null} onClick={read}>
                Preview
              </Button>
            </DialogFooter>
          </>
        )}
      </DialogContent>
    </Dialog>
  )
}

const NAMES: Record<ScriptLanguage, string> = {
  postgresql: 'PostgreSQL',
  mysql: 'MySQL or MariaDB',
  sqlite: 'SQLite',
  sqlserver: 'SQL Server',
  dbml: 'DBML',
}

function noTables({ skipped }: ScriptReading): string {
  const [first] = skipped
  const because = first ? ` Line ${first.line}: ${first.reason}` : ''
  return `No table was found in this script.${because} Your design is unchanged.`
}
