'use client'

import { FolderDown } from 'lucide-react'
import { useState } from 'react'
import { saveDownload } from '@/components/files/save-download'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import { migrationFolder, migrationName } from '@/lib/interchange/migration-folder'
import type { Version } from '@/lib/store/baseline'
import { useActions } from '@/lib/store/provider'
import { suggestMigrationName } from './migration-names'
import { isEmptySql, type SqlPreview } from './sql-preview'
import type { ProviderId } from './sql-providers'

interface MigrationExportProps {
  preview: SqlPreview
  provider: ProviderId
  baseline: Version | null
}

/** The SQL as a migration's folder, to be put into a project's `prisma` folder. */
export function MigrationExport({ preview, provider, baseline }: MigrationExportProps) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const { notify } = useActions()
  const { sql, state, steps } = preview
  const isReady = state === 'current' && sql !== null && !isEmptySql(sql) && provider !== 'mongodb'
  const isNamed = migrationName(name) !== ''

  const save = async () => {
    if (!isReady || !isNamed) return
    try {
      const { zipFiles } = await import('@/lib/interchange/zip')
      const files = migrationFolder({ sql, provider, name, time: Date.now() })
      const fileName = 'migrations.zip'
      saveDownload({ fileName, mediaType: 'application/zip', bytes: zipFiles(files) })
      notify({ kind: 'status', text: `Downloaded ${fileName} with ${files[0]?.path}` })
      setOpen(false)
    } catch {
      const text =
        'The migration could not be packed: a part of the app could not be loaded. Your design is unchanged; try again, or download the SQL.'
      notify({ kind: 'error', text })
    }
  }

  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverAnchor asChild>
        <span>
          <IconButton
            label={
              provider === 'mongodb'
                ? 'Export migration: Prisma has none for MongoDB'
                : 'Export migration'
            }
            disabled={!isReady}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => {
              if (!isReady) return
              setName(suggestMigrationName(baseline !== null, steps))
              setOpen(true)
            }}
          >
            <FolderDown />
          </IconButton>
        </span>
      </PopoverAnchor>
      <PopoverContent align="end" aria-label="Export migration">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Field
            label="Name of the migration"
            hint="Unpack the archive in the folder of your schema; “prisma migrate” finds it there."
            error={isNamed ? undefined : 'A name needs a letter or a digit.'}
          >
            {(control) => (
              <Input
                {...control}
                value={name}
                autoFocus
                spellCheck={false}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <Button
            variant="primary"
            size="sm"
            type="submit"
            disabled={!isNamed}
            className="self-end"
          >
            Download .zip
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  )
}
