/** The open design on its way out: as a link, or as files. Loaded after the diagram. */

import { designFiles } from '@/lib/document/document'
import { zipFiles } from '@/lib/interchange/zip'
import { DESIGN_FILE_EXTENSION, designToJson } from '@/lib/share/design-json'
import { encodeShareLink } from '@/lib/share/link'
import { currentDesign } from './library'
import { CONFIG_PATH, configText, hasConfigFile } from './prisma-config-file'
import type { FacetStore } from './store'

export interface Download {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The whole address that opens the design as it is now. */
export function shareLink(store: FacetStore): string {
  const { origin, pathname } = window.location
  return `${origin}${pathname}#${encodeShareLink(currentDesign(store))}`
}

/** The schema as it is: the file itself, or an archive of several, with `prisma.config.ts`. */
export function schemaDownload(store: FacetStore): Download {
  const files = designFiles(store.getState().document)
  const [file] = files
  if (file && files.length === 1) {
    const fileName = file.path.slice(file.path.lastIndexOf('/') + 1)
    const bytes = new TextEncoder().encode(file.text)
    return { fileName, mediaType: 'text/plain', bytes }
  }
  const state = store.getState()
  const config = hasConfigFile(state) ? [{ path: CONFIG_PATH, text: configText(state) }] : []
  const fileName = `${fileNameOf(state.name)}.zip`
  return { fileName, mediaType: 'application/zip', bytes: zipFiles([...files, ...config]) }
}

/** The design with its layout, as a file that "Open schema files" takes. */
export function designDownload(store: FacetStore): Download {
  const design = currentDesign(store)
  const fileName = fileNameOf(design.name) + DESIGN_FILE_EXTENSION
  const bytes = new TextEncoder().encode(designToJson(design))
  return { fileName, mediaType: 'application/json', bytes }
}

/** A name that every system can give a file. */
export function fileNameOf(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: They are not allowed in file names.
  const cleaned = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').trim()
  return cleaned === '' ? 'schema' : cleaned
}
