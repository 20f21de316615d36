'use client'

import { useEffect, useState } from 'react'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { useReturnFocus } from '@/components/workbench/use-return-focus'
import { decodeText } from '@/lib/interchange/file-text'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { ImportPreview } from './import-preview'
import { NO_SCRIPT, type Script, ScriptForm } from './script-form'
import type { ScriptLanguage } from './script-language'
import { languageOf } from './script-language'
import { useScriptReading } from './use-script-reading'

interface ImportDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

const MOST_BYTES = 50 * 1024 * 1024
const selectScript = (state: FacetState) => state.script

/** Reads a script of SQL or DBML, shows what it comes to, and only then opens it or adds it to the design. */
export function ImportDialog({ open, onOpenChange }: ImportDialogProps) {
  const returnFocus = useReturnFocus(open)
  const opened = useFacet(selectScript)
  const [script, setScript] = useState(NO_SCRIPT)
  /** `null` while it is told from the text. */
  const [chosen, setChosen] = useState<ScriptLanguage | null>(null)
  const reading = useScriptReading()
  const { start, stop, fail, reset, result } = reading

  const change = (next: Script) => {
    reset()
    setScript(next)
  }

  const takeFile = async (file: File) => {
    setChosen(null)
    change(NO_SCRIPT)
    if (file.size > MOST_BYTES) {
      return fail(`${file.name} is larger than 50 MB. A dump without its data is much smaller.`)
    }
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
    if ('problem' in decoded) return fail(`${file.name} ${decoded.problem}`)
    const language = languageOf(decoded.text, file.name)
    change({ fileName: file.name, text: decoded.text, language })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a script is taken when it is opened
  useEffect(() => {
    if (opened !== null) void takeFile(opened)
  }, [opened])

  const close = () => {
    stop()
    onOpenChange(false)
  }

  const finish = () => {
    setChosen(null)
    change(NO_SCRIPT)
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
        {result ? (
          <ImportPreview
            reading={result}
            name={script.fileName?.replace(/\.\w+$/, '') ?? 'Imported database'}
            onBack={reset}
            onDone={finish}
          />
        ) : (
          <ScriptForm
            script={script}
            chosen={chosen}
            error={reading.error}
            progress={reading.progress}
            onChoose={setChosen}
            onChange={change}
            onFile={takeFile}
            onPreview={() => start(script.text, chosen ?? script.language)}
            onStop={stop}
            onCancel={close}
          />
        )}
      </DialogContent>
    </Dialog>
  )
}
