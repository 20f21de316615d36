'use client'

import { useEffect, useState } from 'react'
import { FacetStoreProvider } from '@/lib/store/provider'
import { type Services, startServices } from '@/lib/store/services'
import { ServicesProvider } from '@/lib/store/services-provider'
import { createFacetStore } from '@/lib/store/store'
import { Workbench } from './workbench'
import { WorkbenchProvider } from './workbench-context'

/** The whole app: a store of its own for as long as it is on the page, and the window around it. */
export function Facet() {
  const [store] = useState(() => createFacetStore())
  const [services, setServices] = useState<Services | null>(null)

  useEffect(() => {
    const started = startServices(store)
    setServices(started)
    return () => {
      started.stop()
      setServices(null)
    }
  }, [store])

  return (
    <FacetStoreProvider store={store}>
      <ServicesProvider services={services}>
        <WorkbenchProvider>
          <Workbench />
        </WorkbenchProvider>
      </ServicesProvider>
    </FacetStoreProvider>
  )
}
