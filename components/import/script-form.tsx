'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Progress } from '@/components/ui/progress'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { ReadingProgress } from './read-script'
import { LANGUAGE_NAMES, languageOf, type ScriptLanguage } from './script-language'

export interface Script {
  /** `null` for what is pasted. */
  readonly fileName: string | null
  readonly text: string
  /** As the text and the file's name tell it; `null` where they don't. */
  readonly language: ScriptLanguage | null
}

export const NO_SCRIPT: Script = { fileName: null, text: '', language: null }

interface ScriptFormProps {
  script: Script
  /** `null` while it is told from the text. */
  chosen: ScriptLanguage | null
  error: string | null
  /** `null` while nothing is being read. */
  progress: ReadingProgress | null
  onChoose(language: ScriptLanguage | null): void
  onChange(script: Script): void
  onFile(file: File): void
  onPreview(): void
  onStop(): void
  onCancel(): void
}

/** Where a script is chosen or pasted, and where one sees how far the reading of it is. */
export function ScriptForm({
  script,
  chosen,
  error,
  progress,
  onChoose,
  onChange,
  onFile,
  onPreview,
  onStop,
  onCancel,
}: ScriptFormProps) {
  const picker = useRef<HTMLInputElement>(null)
  const { language } = script
  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <Field label="Database or language">
          {(control) => (
            <Select
              {...control}
              value={chosen ?? ''}
              disabled={progress !== null}
              onChange={(event) => onChoose((event.target.value || null) as ScriptLanguage | null)}
            >
              <option value="">
                {`Told from the text${language ? `: ${LANGUAGE_NAMES[language]}` : ''}`}
              </option>
              {Object.entries(LANGUAGE_NAMES).map(([value, name]) => (
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
                readOnly={progress !== null}
                spellCheck={false}
                placeholder={'CREATE TABLE users (\n  id INT AUTO_INCREMENT PRIMARY KEY\n);'}
                className="field-sizing-fixed h-64 max-h-[45dvh] font-mono"
                onChange={({ target: { value } }) =>
                  onChange({ fileName: null, text: value, language: languageOf(value, null) })
                }
              />
            )}
          </Field>
        ) : (
          <div className="flex flex-wrap items-center gap-2">
            <p className="min-w-0 truncate font-mono">{script.fileName}</p>
            <Button onClick={() => onChange({ ...script, fileName: null, text: '' })}>
              Paste instead
            </Button>
            {error ? (
              <p role="alert" className="w-full text-danger text-sm">
                {error}
              </p>
            ) : null}
          </div>
        )}
        {progress ? <ReadingStatus progress={progress} onStop={onStop} /> : null}
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
            if (file) onFile(file)
          }}
        />
      </DialogBody>
      <DialogFooter>
        <Button
          className="mr-auto"
          disabled={progress !== null}
          onClick={() => picker.current?.click()}
        >
          Choose a file…
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="primary" disabled={progress !== null} onClick={onPreview}>
          Preview
        </Button>
      </DialogFooter>
    </>
  )
}

interface ReadingStatusProps {
  progress: ReadingProgress
  onStop(): void
}

function ReadingStatus({ progress: { step, label, done }, onStop }: ReadingStatusProps) {
  return (
    <div className="flex items-center gap-3">
      {/* Each step is told once; how far it is, is for whoever looks. */}
      <span role="status" className="sr-only">
        {step}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <span aria-hidden="true" className="truncate text-muted text-sm tabular-nums">
          {label}
        </span>
        <Progress label={label} value={done ?? undefined} />
      </div>
      <Button onClick={onStop}>Stop</Button>
    </div>
  )
}
