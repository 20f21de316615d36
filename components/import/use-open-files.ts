import { useCallback } from 'react'
import { useActions } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { isScript } from './is-script'

/** Opens files as a new design; a script of SQL or DBML alone goes to the import dialog first. */
export function useOpenFiles(): (files: readonly File[], note?: string) => Promise<void> {
  const services = useServices()
  const { importScript } = useActions()
  return useCallback(
    async (files, note) => {
      const [first] = files
      if (first === undefined || files.length > 1 || !isScript(first)) {
        await services?.openFiles(files, note)
        return
      }
      importScript(first)
    },
    [services, importScript],
  )
}
