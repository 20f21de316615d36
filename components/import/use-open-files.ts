import { useCallback } from 'react'
import { useActions } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { isScript, leaveScript } from './pending-script'

/** Opens files as a new design; a script of SQL or DBML alone goes to the import dialog first. */
export function useOpenFiles(): (files: readonly File[]) => Promise<void> {
  const services = useServices()
  const { setDialog } = useActions()
  return useCallback(
    async (files) => {
      const [first] = files
      if (first === undefined || files.length > 1 || !isScript(first)) {
        await services?.openFiles(files)
        return
      }
      leaveScript(first)
      // Closed first: a dialog that is open already takes the new script too.
      setDialog(null)
      setDialog('import')
    },
    [services, setDialog],
  )
}
